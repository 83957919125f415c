package io.kubilitics.source.cluster.discovery;

import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Set;

/// A kind as an API server serves it, in the version the server prefers.
///
/// @param version without the group: `v1`
/// @param plural as in its path: `deployments`
/// @param shortNames kubectl's
/// @param categories words that stand for several kinds: `all`
/// @param verbs what may be done with it: `list`, `watch`, `get`
public record ServedKind(
    Kind kind,
    String version,
    String plural,
    boolean namespaced,
    List<String> shortNames,
    List<String> categories,
    Set<String> verbs) {
  public ServedKind {
    shortNames = List.copyOf(shortNames);
    categories = List.copyOf(categories);
    verbs = Set.copyOf(verbs);
  }

  /// The path of its objects in one namespace, or in all for `""`.
  public String path(String namespace) {
    String api = kind.group().isEmpty() ? "/api/" : "/apis/" + kind.group() + "/";
    String place = namespace.isEmpty() ? "/" : "/namespaces/" + namespace + "/";
    return api + version + place + plural;
  }
}
