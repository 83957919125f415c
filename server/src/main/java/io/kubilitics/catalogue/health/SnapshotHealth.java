package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.HashSet;
import java.util.Set;

/// Snapshots of volumes and of groups of them, and what holds their data.
final class SnapshotHealth implements HealthRule {
  private static final FieldPath READY = FieldPath.parse("status.readyToUse");
  private static final FieldPath ERROR = FieldPath.parse("status.error");
  private static final FieldPath MESSAGE = FieldPath.parse("message");

  @Override
  public Set<Kind> kinds() {
    Set<Kind> kinds = new HashSet<>();
    for (String name : new String[] {"VolumeSnapshot", "VolumeSnapshotContent"}) {
      kinds.add(new Kind("snapshot.storage.k8s.io", name));
    }
    for (String name : new String[] {"VolumeGroupSnapshot", "VolumeGroupSnapshotContent"}) {
      kinds.add(new Kind("groupsnapshot.storage.k8s.io", name));
    }
    return kinds;
  }

  @Override
  public Set<String> reads() {
    return Set.of("metadata.uid", "status.readyToUse", "status.error");
  }

  @Override
  public Health of(KeptObject snapshot) {
    if (Values.isTrue(snapshot, READY)) {
      return Health.HEALTHY;
    }
    var error = snapshot.first(ERROR);
    if (error != null) {
      return new Health(Status.FAILED, "SnapshotError", Values.text(error, MESSAGE));
    }
    return Observed.hasStatus(snapshot) || Observed.isInCluster(snapshot)
        ? new Health(Status.PROGRESSING, "Creating", "It cannot be used yet.")
        : Health.UNKNOWN;
  }
}
