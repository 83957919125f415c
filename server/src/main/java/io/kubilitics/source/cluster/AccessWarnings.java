package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.util.ArrayList;
import java.util.List;

/// What is not as it should be in the way to a cluster.
final class AccessWarnings {
  static final String GONE = "its context has gone from the kubeconfig";

  private AccessWarnings() {}

  static List<String> of(ClusterAccess access) {
    List<String> warnings = new ArrayList<>();
    if ("http".equalsIgnoreCase(access.server().getScheme())) {
      warnings.add("the connection is not encrypted");
    } else if (access.trust() instanceof Trust.Unchecked) {
      warnings.add("the certificate of the server is not checked");
    }
    return List.copyOf(warnings);
  }

  static List<String> and(List<String> warnings, String more) {
    List<String> all = new ArrayList<>(warnings);
    all.add(more);
    return List.copyOf(all);
  }
}
