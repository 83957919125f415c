package io.kubilitics.source.cluster.kubeconfig;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// As whom else requests are made.
///
/// @param extra in the order of the kubeconfig
public record Impersonation(
    String user, String uid, List<String> groups, Map<String, List<String>> extra) {
  public Impersonation {
    groups = List.copyOf(groups);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }
}
