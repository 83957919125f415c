package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.List;
import java.util.Set;

/// A PersistentVolumeClaim that waits: for its first Pod, when its StorageClass says so, which is
/// no fault; else for its volume, and for long only when something is wrong.
final class ClaimOfClass implements DerivedHealth {
  private static final String MODE = "bindingMode";
  private static final String WAIT = "WaitForFirstConsumer";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("PersistentVolumeClaim"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.CLASS_OF, Names.MOUNTS);
  }

  @Override
  public int level() {
    return 2;
  }

  @Override
  public Health of(Surroundings claim) {
    Health own = claim.own();
    if (!own.reason().equals("Pending")) {
      return own;
    }
    ResourceId reader = claim.resource().id();
    List<ResourceId> missing = Around.missing(claim, Names.CLASS_OF);
    if (!missing.isEmpty()) {
      return new Health(
          Status.DEGRADED,
          "Pending",
          "It is not bound to a volume, and "
              + Words.name(missing.getFirst(), reader)
              + " does not exist.");
    }
    List<Around> classes = Around.out(claim, Names.CLASS_OF);
    boolean waits =
        classes.stream().anyMatch(it -> WAIT.equals(it.resource().features().get(MODE)));
    if (waits && !hasPlacedPod(claim)) {
      return new Health(
          Status.PROGRESSING, WAIT, "It gets its volume with the first Pod that uses it.");
    }
    return Lateness.isLate(claim) && !classes.isEmpty()
        ? new Health(
            Status.DEGRADED,
            "Pending",
            own.message() + " Its " + Words.name(classes.getFirst().id(), reader) + " makes none.")
        : own;
  }

  /// Whether a Pod uses it that could be placed but for the volume.
  private static boolean hasPlacedPod(Surroundings claim) {
    return Around.in(claim, Names.MOUNTS).stream()
        .filter(user -> user.id().kind().equals(Names.POD))
        .anyMatch(pod -> !pod.health().reason().equals("Unschedulable"));
  }
}
