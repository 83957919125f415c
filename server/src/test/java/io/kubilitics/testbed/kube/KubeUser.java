package io.kubilitics.testbed.kube;

import java.util.Locale;

/// Who may do what in a test's cluster.
public enum KubeUser {
  /// Everything: what a test itself works with.
  ADMIN("system:masters"),
  /// May read everything, and so has a name of its own among the requests.
  READER(""),
  /// May read what the role `testbed-viewer` says: at first everything but Secrets and rights.
  VIEWER(""),
  /// Is known, and may do nothing.
  NOBODY("");

  private final String group;

  KubeUser(String group) {
    this.group = group;
  }

  /// The name that the API server knows the user by.
  public String user() {
    return "testbed-" + name().toLowerCase(Locale.ROOT);
  }

  String group() {
    return group;
  }
}
