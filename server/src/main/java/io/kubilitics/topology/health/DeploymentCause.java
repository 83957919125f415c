package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A Deployment whose newest ReplicaSet tells why it does not get on; what older ones say does not
/// count. One that something else has scaled to zero is well.
final class DeploymentCause implements DerivedHealth {
  private static final Kind REPLICA_SET = Names.apps("ReplicaSet");
  private static final String REVISION = "revision";

  /// These do not scale to zero; a Deployment without replicas switches them off.
  private static final Set<String> NEVER_TO_ZERO =
      Set.of("HorizontalPodAutoscaler", "VerticalPodAutoscaler");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Names.apps("Deployment"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.OWNS, Names.SCALES);
  }

  @Override
  public int level() {
    return 3;
  }

  @Override
  public Health of(Surroundings deployment) {
    Health own = deployment.own();
    return switch (own.status()) {
      case PROGRESSING, DEGRADED, FAILED -> explained(deployment, own);
      case SUSPENDED -> own.reason().equals("ScaledToZero") ? scaled(deployment, own) : own;
      case HEALTHY, UNKNOWN -> own;
    };
  }

  private static Health explained(Surroundings deployment, Health own) {
    if (own.reason().equals("Terminating") || own.reason().equals("ScalingDown")) {
      return own;
    }
    Optional<Around> newest =
        Around.out(deployment, Names.OWNS).stream()
            .filter(owned -> owned.id().kind().equals(REPLICA_SET))
            .max(Comparator.comparingLong(set -> set.number(REVISION)));
    Optional<Around> culprit = newest.flatMap(set -> Causes.worst(List.of(set)));
    if (culprit.isEmpty() || says(own, culprit.get())) {
      return own;
    }
    boolean serves = Around.number(deployment.resource(), Names.SERVING) > 0;
    return Causes.because(
        own, culprit.get(), serves, sentence(culprit.get(), deployment.resource().id()));
  }

  /// What the ReplicaSet says of its Pods; that it has not what it wants is said by the Deployment.
  private static String sentence(Around set, ResourceId reader) {
    String message = set.health().message();
    String own = set.ownMessage();
    boolean isExplained = !own.isEmpty() && message.length() > own.length();
    return isExplained && message.startsWith(own)
        ? message.substring(own.length()).strip()
        : Words.of(set.id(), set.health(), reader);
  }

  /// Whether the ReplicaSet only counts the same Pods once more.
  private static boolean says(Health own, Around set) {
    return own.status() != Status.PROGRESSING
        && (set.health().reason().equals(own.reason())
            || set.health().reason().equals("Unavailable")
            || set.health().reason().equals("PartlyAvailable"));
  }

  private static Health scaled(Surroundings deployment, Health own) {
    return Around.in(deployment, Names.SCALES).stream()
        .filter(scaler -> !NEVER_TO_ZERO.contains(scaler.id().kind().name()))
        .findFirst()
        .map(scaler ->
            new Health(
                Status.HEALTHY,
                own.reason(),
                Words.name(scaler.id(), deployment.resource().id())
                    + " has scaled it to no replicas."))
        .orElse(own);
  }
}
