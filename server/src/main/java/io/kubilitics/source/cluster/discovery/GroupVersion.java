package io.kubilitics.source.cluster.discovery;

/// An API group in one version.
///
/// @param group `""` for the core group
record GroupVersion(String group, String version) {
  boolean isUsable() {
    return ApiName.isSegment(version)
        && version.indexOf('.') < 0
        && (group.isEmpty() || ApiName.isSegment(group));
  }

  /// Where the server describes it.
  String path() {
    return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
  }

  /// As `apiVersion` has it.
  @Override
  public String toString() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
