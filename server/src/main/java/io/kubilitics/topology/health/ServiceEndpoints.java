package io.kubilitics.topology.health;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.List;
import java.util.Set;

/// A Service without ready endpoints serves nothing. Its EndpointSlices tell, or its Endpoints
/// where there are none; without either, the Pods it selects. Manifests tell nothing of either, and
/// then nothing is said.
final class ServiceEndpoints implements DerivedHealth {
  private static final String ENDPOINTS = "endpoints";
  private static final String UNREADY = "unready";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Names.SERVICE);
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.SELECTS, Names.BACKS);
  }

  @Override
  public int level() {
    return 4;
  }

  @Override
  public Health of(Surroundings service) {
    Health own = service.own();
    if (own.status() == Status.HEALTHY || own.reason().equals("Terminating")) {
      return own;
    }
    Health behind = behind(service);
    boolean isWorse = behind.status() == Status.FAILED || own.status() == Status.UNKNOWN;
    return isWorse && behind.status() != Status.UNKNOWN ? behind : own;
  }

  private static Health behind(Surroundings service) {
    List<Around> slices = Around.in(service, Names.BACKS);
    List<Around> selected = Around.out(service, Names.SELECTS);
    if (!slices.isEmpty()) {
      long ready = 0;
      for (Around slice : slices) {
        ready += Math.max(0, slice.number(ENDPOINTS) - slice.number(UNREADY));
      }
      return ready > 0 ? Health.HEALTHY : without(service, selected);
    }
    List<Around> pods = pods(selected);
    if (pods.stream().anyMatch(pod -> pod.is(Status.HEALTHY))) {
      return Health.HEALTHY;
    }
    boolean isKnown =
        selected.stream().anyMatch(other -> !other.is(Status.UNKNOWN))
            && (!pods.isEmpty() || selected.stream().anyMatch(ServiceEndpoints::isScaledToZero));
    return isKnown ? without(service, selected) : Health.UNKNOWN;
  }

  /// Those that could serve; what has ended cannot.
  private static List<Around> pods(List<Around> selected) {
    return selected.stream()
        .filter(other -> other.id().kind().equals(Names.POD))
        .filter(pod -> {
          String phase = pod.resource().features().get(Names.PHASE);
          return !"Succeeded".equals(phase) && !"Failed".equals(phase);
        })
        .toList();
  }

  private static boolean isScaledToZero(Around workload) {
    return workload.health().reason().equals("ScaledToZero");
  }

  /// Why there are no ready endpoints.
  private static Health without(Surroundings service, List<Around> selected) {
    ResourceId reader = service.resource().id();
    List<Around> pods = pods(selected);
    if (pods.isEmpty()) {
      for (Around workload : selected) {
        if (isScaledToZero(workload)) {
          return new Health(
              workload.is(Status.HEALTHY) ? Status.HEALTHY : Status.SUSPENDED,
              "ScaledToZero",
              Words.name(workload.id(), reader) + " behind it is scaled to no replicas.");
        }
      }
      return new Health(
          Status.FAILED,
          "NoEndpoints",
          selects(service) ? "Its selector matches no Pod." : "Nobody has given it endpoints.");
    }
    boolean mayCome =
        pods.stream().anyMatch(pod -> pod.is(Status.PROGRESSING)) && Causes.worst(pods).isEmpty();
    String none = "None of the Pods it selects is ready.";
    return mayCome
        ? new Health(Status.PROGRESSING, "NoReadyEndpoints", none)
        : new Health(
            Status.FAILED,
            "NoReadyEndpoints",
            Causes.worst(pods)
                .map(pod -> Words.joined(none, Words.of(pod.id(), pod.health(), reader)))
                .orElse(none));
  }

  private static boolean selects(Surroundings service) {
    for (Fact fact : service.resource().facts()) {
      if (fact instanceof Fact.Selects selects && selects.relation().equals(Names.SELECTS)) {
        return true;
      }
    }
    return service.out(Names.SELECTS).anyMatch(other -> other.state() == EdgeState.RESOLVED);
  }
}
