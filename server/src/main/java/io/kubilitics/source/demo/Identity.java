package io.kubilitics.source.demo;

import io.kubilitics.model.ResourceId;
import java.util.Map;
import java.util.UUID;

/// Who an object is: its name, and which of the objects that bore this name one after the other.
///
/// @param namespace `""` for cluster-scoped objects
/// @param createdAt seconds of the epoch
record Identity(Api api, String namespace, String name, long uidHigh, long uidLow, long createdAt) {

  String uid() {
    return new UUID(uidHigh, uidLow).toString();
  }

  ResourceId id() {
    return new ResourceId(api.kind(), namespace, name);
  }

  /// An entry of `metadata.ownerReferences` that names this object as the controller.
  Map<String, Object> asController() {
    Map<String, Object> reference = asOwner();
    reference.put("controller", true);
    reference.put("blockOwnerDeletion", true);
    return reference;
  }

  /// An entry of `metadata.ownerReferences`.
  Map<String, Object> asOwner() {
    return Tree.of(
        "apiVersion", api.apiVersion(), "kind", api.kind().name(), "name", name, "uid", uid());
  }

  /// As in `targetRef` of an endpoint.
  Map<String, Object> asTarget() {
    return Tree.of("kind", api.kind().name(), "namespace", namespace, "name", name, "uid", uid());
  }
}
