package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A VolumeSnapshotContent was taken of the volume with its `volumeHandle`, which is a name in the
/// language of the driver: the PersistentVolume of the same driver and handle is meant.
final class VolumeHandle implements FactRule {
  private static final Relation SNAPSHOTS = new Relation("snapshots");
  private static final Kind CONTENT = new Kind("snapshot.storage.k8s.io", "VolumeSnapshotContent");

  /// No label key begins so.
  private static final String HANDLE = "%handle";

  private static final String OF_VOLUME = "spec.csi.volumeHandle";
  private static final String OF_CONTENT = "spec.source.volumeHandle";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.PERSISTENT_VOLUME, CONTENT);
  }

  @Override
  public Set<String> reads() {
    return Set.of(OF_VOLUME, "spec.csi.driver", OF_CONTENT, "spec.driver");
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    boolean isVolume = object.id().kind().equals(Kinds.PERSISTENT_VOLUME);
    String path = isVolume ? OF_VOLUME : OF_CONTENT;
    String driver = object.text(isVolume ? "spec.csi.driver" : "spec.driver").orElse("");
    String handle = object.text(path).orElse("");
    if (driver.isEmpty() || handle.isEmpty()) {
      return Stream.of();
    }
    Evidence evidence = new Evidence(path, handle);
    String both = driver + " " + handle;
    return Stream.of(
        isVolume
            ? new Fact.Offers(evidence, Kinds.PERSISTENT_VOLUME, Labels.of(HANDLE, both), false)
            : new Fact.Selects(
                SNAPSHOTS,
                evidence,
                Kinds.PERSISTENT_VOLUME,
                NamespaceScope.CLUSTER,
                LabelSelector.matching(HANDLE, both)));
  }
}
