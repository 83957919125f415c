package io.kubilitics.testbed;

import java.util.Optional;

/// A path below `/api/v1` or `/apis/GROUP/VERSION`.
///
/// @param namespace `""` for none
/// @param resource the plural of a kind
/// @param name of one object, or `""`
/// @param subresource `status`, or `""`
record FakePath(
    String group,
    String version,
    String namespace,
    String resource,
    String name,
    String subresource) {
  /// Reads a path; empty when it is that of discovery, or of nothing.
  static Optional<FakePath> parse(String path) {
    String[] parts = path.substring(1).split("/", -1);
    boolean core = parts[0].equals("api");
    if (!core && !parts[0].equals("apis")) {
      return Optional.empty();
    }
    int at = core ? 2 : 3;
    if (parts.length <= at) {
      return Optional.empty();
    }
    String group = core ? "" : parts[1];
    String version = parts[at - 1];
    String namespace = "";
    if (parts[at].equals("namespaces") && parts.length > at + 2 && !isStatus(parts[at + 2])) {
      namespace = parts[at + 1];
      at += 2;
    }
    if (parts.length > at + 3) {
      return Optional.empty();
    }
    return Optional.of(
        new FakePath(
            group,
            version,
            namespace,
            parts[at],
            parts.length > at + 1 ? parts[at + 1] : "",
            parts.length > at + 2 ? parts[at + 2] : ""));
  }

  /// What `/namespaces/NAME/…` may end with that is no kind.
  private static boolean isStatus(String part) {
    return part.equals("status") || part.equals("finalize");
  }
}
