package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.util.ArrayList;
import java.util.List;

/// What the user should know of the way to a cluster while it is open. Any thread.
final class AccessWarnings {
  static final String GONE = "its context has gone from the kubeconfig";

  private ClusterAccess access;
  private boolean isGone;

  AccessWarnings(ClusterAccess access) {
    this.access = access;
  }

  synchronized void of(ClusterAccess next) {
    access = next;
    isGone = false;
  }

  synchronized void contextGone() {
    isGone = true;
  }

  synchronized List<String> texts() {
    List<String> texts = new ArrayList<>();
    if ("http".equalsIgnoreCase(access.server().getScheme())) {
      texts.add("the connection is not encrypted");
    } else if (access.trust() instanceof Trust.Unchecked) {
      texts.add("the certificate of the server is not checked");
    }
    if (isGone) {
      texts.add(GONE);
    }
    return List.copyOf(texts);
  }
}
