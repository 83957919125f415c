package io.kubilitics.source.manifest;

/// What a large list says of its elements before they begin. `""` for what it does not say: in
/// kubectl's output the kind stands behind the elements, and each of those has its own.
record ListHead(String apiVersion, String kind) {
  static final ListHead SILENT = new ListHead("", "");

  boolean isSilent() {
    return kind.isEmpty();
  }
}
