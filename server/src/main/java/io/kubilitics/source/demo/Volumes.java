package io.kubilitics.source.demo;

import java.util.List;
import java.util.Map;

/// Writes claims and the volumes that are bound to them.
final class Volumes {
  static final String DEFAULT_CLASS = "fast";
  static final String DRIVER = "rbd.csi.ceph.com";

  private static final String MODE = "ReadWriteOnce";
  private static final String FINALIZER_CLAIM = "kubernetes.io/pvc-protection";
  private static final String FINALIZER_VOLUME = "kubernetes.io/pv-protection";

  private Volumes() {}

  /// A claim and its volume.
  static List<Part> claimed(App app, Births births, String name, String size, long createdAt) {
    Identity claim =
        births.old(Api.PERSISTENT_VOLUME_CLAIM, app.spec().namespace(), name, createdAt);
    Identity volume = births.old(Api.PERSISTENT_VOLUME, "", "pvc-" + claim.uid(), createdAt + 4);
    return List.of(
        new Part(claim, part -> claim(part, app, volume.name(), size)),
        new Part(volume, part -> volume(part, claim, size, "Delete", "Bound", DEFAULT_CLASS)));
  }

  /// A volume whose claim is gone and which was told to stay.
  static Part released(Births births, String name, Identity claim, long createdAt) {
    return new Part(
        births.old(Api.PERSISTENT_VOLUME, "", name, createdAt),
        part -> volume(part, claim, "200Gi", "Retain", "Released", DEFAULT_CLASS));
  }

  /// An entry of `volumeClaimTemplates`. It names no class: the default one is meant.
  static Map<String, Object> template(String name) {
    return Tree.of(
        "apiVersion",
        "v1",
        "kind",
        "PersistentVolumeClaim",
        "metadata",
        Tree.name(name),
        "spec",
        Tree.of(
            "accessModes",
            Tree.list(MODE),
            "resources",
            Tree.of("requests", Tree.of("storage", "10Gi")),
            "volumeMode",
            "Filesystem"),
        "status",
        Tree.of("phase", "Pending"));
  }

  private static Map<String, Object> claim(Part part, App app, String volume, String size) {
    return part.draft()
        .labels(app.labels())
        .annotation("pv.kubernetes.io/bind-completed", "yes")
        .annotation("pv.kubernetes.io/bound-by-controller", "yes")
        .annotation("volume.kubernetes.io/storage-provisioner", DRIVER)
        .finalizer(FINALIZER_CLAIM)
        .with(
            "spec",
            Tree.of(
                "accessModes",
                Tree.list(MODE),
                "resources",
                Tree.of("requests", Tree.of("storage", size)),
                "volumeName",
                volume,
                "storageClassName",
                DEFAULT_CLASS,
                "volumeMode",
                "Filesystem"),
            "status",
            Tree.of(
                "phase",
                "Bound",
                "accessModes",
                Tree.list(MODE),
                "capacity",
                Tree.of("storage", size)));
  }

  private static Map<String, Object> volume(
      Part part, Identity claim, String size, String policy, String phase, String storageClass) {
    Map<String, Object> reference = claim.asTarget();
    reference.put("apiVersion", Api.PERSISTENT_VOLUME_CLAIM.apiVersion());
    return part.draft()
        .annotation("pv.kubernetes.io/provisioned-by", DRIVER)
        .finalizer(FINALIZER_VOLUME)
        .with(
            "spec",
            Tree.of(
                "capacity",
                Tree.of("storage", size),
                "csi",
                Tree.of(
                    "driver",
                    DRIVER,
                    "volumeHandle",
                    "0001-0009-rook-ceph-" + part.identity().uid(),
                    "fsType",
                    "ext4",
                    "volumeAttributes",
                    Tree.of("clusterID", "rook-ceph", "pool", "replicapool")),
                "accessModes",
                Tree.list(MODE),
                "claimRef",
                reference,
                "persistentVolumeReclaimPolicy",
                policy,
                "storageClassName",
                storageClass,
                "volumeMode",
                "Filesystem"),
            "status",
            Tree.of(
                "phase", phase, "lastPhaseTransitionTime", Tree.time(part.identity().createdAt())));
  }
}
