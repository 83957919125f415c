package io.kubilitics.source.cluster.kubeconfig;

import java.util.List;
import java.util.Map;

/// As whom else requests are made.
public record Impersonation(
    String user, String uid, List<String> groups, Map<String, List<String>> extra) {
  public Impersonation {
    groups = List.copyOf(groups);
    extra = Map.copyOf(extra);
  }
}
