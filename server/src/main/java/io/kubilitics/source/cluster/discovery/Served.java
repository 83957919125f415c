package io.kubilitics.source.cluster.discovery;

import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an API server serves, as far as it could be learned.
///
/// @param kinds that can be listed, each in one version, ordered by kind; the same objects may be
///   there under two groups
/// @param unknown groups with version of which the server could not say what they serve now, as
///   `metrics.k8s.io/v1beta1`, and why; a kind of such a group that is not among [#kinds] may well
///   be served
public record Served(List<ServedKind> kinds, SortedMap<String, String> unknown) {
  public Served {
    kinds = List.copyOf(kinds);
    unknown = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
  }

  /// Whether everything is known.
  public boolean isWhole() {
    return unknown.isEmpty();
  }

  /// Whether nothing is known of some version of the kind's group.
  public boolean isUnknown(Kind kind) {
    String prefix = kind.group().isEmpty() ? "v" : kind.group() + "/";
    return unknown.keySet().stream()
        .anyMatch(
            each -> each.startsWith(prefix) && (!kind.group().isEmpty() || each.indexOf('/') < 0));
  }

  /// Chooses for each kind the version that its group prefers, or the first that has it.
  ///
  /// @param versions of each group in the order of preference
  static Served of(List<VersionAnswer> versions, Map<GroupVersion, String> failed, int most) {
    TreeMap<Kind, ServedKind> chosen = new TreeMap<>();
    TreeMap<String, String> unknown = new TreeMap<>();
    failed.forEach((at, reason) -> unknown.put(at.toString(), reason));
    for (VersionAnswer version : versions) {
      if (version.isStale()) {
        unknown.putIfAbsent(version.at().toString(), "its server does not answer");
      }
      if (version.kinds() == null) {
        continue;
      }
      for (ServedKind kind : version.kinds()) {
        if (chosen.size() == most && !chosen.containsKey(kind.kind())) {
          unknown.put(version.at().toString(), "there are more than " + most + " kinds");
          break;
        }
        chosen.putIfAbsent(kind.kind(), kind);
      }
    }
    return new Served(List.copyOf(chosen.values()), unknown);
  }
}
