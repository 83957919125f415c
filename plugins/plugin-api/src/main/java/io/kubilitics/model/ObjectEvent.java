package io.kubilitics.model;

import java.time.Instant;

/// Something the cluster reported about one of its objects: an Event of `v1` or `events.k8s.io`,
/// which are the same objects. Not a node of the map.
///
/// @param key of the event itself, the same for every later count of it: `namespace/name`
/// @param regarding the object it is about, which need not be there any more
/// @param regardingUid `""` when the event does not say
/// @param reason one word for machines: `BackOff`
/// @param message for people; credentials are covered
/// @param count how often it happened, from 1
/// @param first when it happened first
/// @param last when it happened last
/// @param reporter who says so: `kubelet, worker-1`
public record ObjectEvent(
    String key,
    ResourceId regarding,
    String regardingUid,
    Type type,
    String reason,
    String message,
    int count,
    Instant first,
    Instant last,
    String reporter) {
  public enum Type {
    NORMAL,
    WARNING;

    /// As Kubernetes writes it: `Normal`.
    public String text() {
      return this == NORMAL ? "Normal" : "Warning";
    }
  }
}
