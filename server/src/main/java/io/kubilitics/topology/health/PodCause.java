package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A Pod whose trouble has a name next to it: something it needs does not exist, or its Node has
/// failed. One that ended badly and that its controller has replaced does not count any more.
final class PodCause implements DerivedHealth {
  private static final List<Relation> NEEDS =
      List.of(Names.USES_SECRET, Names.USES_CONFIG, Names.MOUNTS);

  @Override
  public Set<Kind> kinds() {
    return Set.of(Names.POD);
  }

  @Override
  public Set<Relation> along() {
    return Set.of(
        Names.OWNS,
        Names.RUNS_ON,
        Names.USES_SECRET,
        Names.USES_CONFIG,
        Names.PULLS_WITH,
        Names.MOUNTS);
  }

  @Override
  public Health of(Surroundings pod) {
    Health own = pod.own();
    return switch (own.status()) {
      case FAILED -> failed(pod, own);
      case DEGRADED ->
          own.reason().equals("ContainerCreating")
              ? because(own, missing(pod, NEEDS), Status.FAILED, pod)
              : onNode(pod, own);
      case HEALTHY, PROGRESSING -> onNode(pod, own);
      case SUSPENDED, UNKNOWN -> own;
    };
  }

  private static Health failed(Surroundings pod, Health own) {
    if ("Failed".equals(pod.resource().features().get(Names.PHASE))) {
      return replaced(pod, own);
    }
    return switch (own.reason()) {
      case "CreateContainerConfigError" ->
          because(own, blamed(own, missing(pod, NEEDS)), Status.FAILED, pod);
      case "ImagePullBackOff", "ErrImagePull" ->
          because(own, missing(pod, List.of(Names.PULLS_WITH)), Status.FAILED, pod);
      default -> own;
    };
  }

  /// Whoever made it has all that it wants, so it has made another in its place.
  private static Health replaced(Surroundings pod, Health own) {
    for (Around owner : Around.in(pod, Names.OWNS)) {
      if (owner.is(Status.HEALTHY)) {
        String by = Words.name(owner.id(), pod.resource().id()) + " has what it wants without it.";
        return new Health(Status.HEALTHY, "Replaced", Words.joined(own.message(), by));
      }
    }
    return own;
  }

  private static List<ResourceId> missing(Surroundings pod, List<Relation> relations) {
    List<ResourceId> missing = new ArrayList<>();
    relations.forEach(relation -> missing.addAll(Around.missing(pod, relation)));
    return missing;
  }

  /// Those that the kubelet means: it writes the name in quotes.
  private static List<ResourceId> blamed(Health own, List<ResourceId> missing) {
    return missing.stream().filter(id -> own.message().contains('"' + id.name() + '"')).toList();
  }

  private static Health because(
      Health own, List<ResourceId> missing, Status status, Surroundings pod) {
    if (missing.isEmpty()) {
      return own;
    }
    ResourceId reader = pod.resource().id();
    String cause = Words.name(missing.getFirst(), reader) + " does not exist.";
    return new Health(
        status,
        own.reason(),
        own.reason().equals("CreateContainerConfigError")
            ? cause
            : Words.joined(own.message(), cause));
  }

  private static Health onNode(Surroundings pod, Health own) {
    boolean isGoing = own.reason().equals("Terminating");
    if (!isAlive(pod) || (isGoing && own.status() == Status.PROGRESSING)) {
      return own;
    }
    for (Around node : Around.out(pod, Names.RUNS_ON)) {
      if (node.is(Status.FAILED)) {
        String cause = Words.of(node.id(), node.health(), pod.resource().id());
        return isGoing
            ? new Health(Status.DEGRADED, own.reason(), Words.joined(own.message(), cause))
            : new Health(Status.DEGRADED, "NodeNotReady", cause);
      }
    }
    return own;
  }

  private static boolean isAlive(Surroundings pod) {
    return !"Succeeded".equals(pod.resource().features().get(Names.PHASE));
  }
}
