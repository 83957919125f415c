package io.kubilitics.source.cluster.feed;

import io.kubilitics.model.Kind;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.util.List;
import java.util.Set;

/// Kinds and bodies for tests of feeds.
final class Objects {
  static final ServedKind PODS = served("", "v1", "Pod", "pods", true);
  static final ServedKind LEASES = served("coordination.k8s.io", "v1", "Lease", "leases", true);
  static final ServedKind EVENTS = served("", "v1", "Event", "events", true);
  static final ServedKind WIDGETS = served("example.org", "v1", "Widget", "widgets", true);
  static final ServedKind DEFINITIONS =
      served(
          "apiextensions.k8s.io",
          "v1",
          "CustomResourceDefinition",
          "customresourcedefinitions",
          false);

  private Objects() {}

  static ServedKind served(
      String group, String version, String kind, String plural, boolean namespaced) {
    return new ServedKind(
        new Kind(group, kind),
        version,
        plural,
        namespaced,
        List.of(),
        List.of(),
        Set.of("list", "watch"));
  }

  /// A Pod of the namespace `shop` as it stands in a list.
  static String pod(String name, int resourceVersion, String image) {
    return pod(name, "u-" + name, resourceVersion, image);
  }

  static String pod(String name, String uid, int resourceVersion, String image) {
    return """
    {"metadata":{"name":"%s","namespace":"shop","uid":"%s","resourceVersion":"%d",\
    "creationTimestamp":"2026-11-20T10:00:00Z"},\
    "spec":{"containers":[{"name":"main","image":"%s"}]},"status":{"phase":"Running"}}\
    """
        .formatted(name, uid, resourceVersion, image);
  }

  static String list(int resourceVersion, String... items) {
    return list(resourceVersion, "", List.of(items));
  }

  static String list(int resourceVersion, String continuation, List<String> items) {
    return """
    {"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"%d","continue":"%s"},\
    "items":[%s]}
    """
        .formatted(resourceVersion, continuation, String.join(",", items));
  }

  static String bookmark(int resourceVersion) {
    return """
    {"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"%d",\
    "creationTimestamp":null},"spec":{"containers":null},"status":{}}\
    """
        .formatted(resourceVersion);
  }

  static String endOfList(int resourceVersion) {
    return """
    {"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"%d",\
    "annotations":{"k8s.io/initial-events-end":"true"}}}\
    """
        .formatted(resourceVersion);
  }

  static String status(int code, String message) {
    return """
    {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"%s",\
    "reason":"%s","code":%d}\
    """
        .formatted(message, code == 410 ? "Expired" : "Whatever", code);
  }
}
