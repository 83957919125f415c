package io.kubilitics.check;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Edge.End;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Past;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The object a check looks at, with what lies around it. Used by one thread.
final class Subject {
  private static final int MOST_OWNERS = 16;

  private final World world;
  private final int handle;
  private final Resource resource;
  private @Nullable List<Reference> broken;

  /// A reference this object makes, and what became of it.
  ///
  /// @param evidence the first place that is not content with the target being missing
  /// @param other the object it refers to
  record Reference(Edge edge, Evidence evidence, ResourceId other) {
    String relation() {
      return edge.relation().name();
    }
  }

  Subject(World world, int handle, Resource resource) {
    this.world = world;
    this.handle = handle;
    this.resource = resource;
  }

  World world() {
    return world;
  }

  Resource resource() {
    return resource;
  }

  ResourceId id() {
    return resource.id();
  }

  /// A feature of the object, `""` when it has none of that name.
  String feature(String name) {
    String value = resource.features().get(name);
    return value == null ? "" : value;
  }

  Finding finding(Code code, Level level, String path, String message, ResourceId... related) {
    return new Finding(code.name(), level, id(), path, message, code.advice(), List.of(related));
  }

  /// What the object refers to, cannot do without and does not get; guesses are none. In the order
  /// of edges. Most edges are whole: of those only the state is looked at.
  private List<Reference> broken() {
    if (broken == null) {
      List<Reference> found = new ArrayList<>();
      Network network = world.network();
      network.forEachOut(
          handle,
          (relation, other) -> {
            if (isBroken(network.state(handle, relation, other))) {
              refer(network.edge(handle, relation, other), End.SOURCE, found);
            }
          });
      BitSet reversed = reversedRelations();
      if (!reversed.isEmpty()) {
        network.forEachIn(
            handle,
            (relation, other) -> {
              if (reversed.get(relation) && isBroken(network.state(other, relation, handle))) {
                refer(network.edge(other, relation, handle), End.TARGET, found);
              }
            });
      }
      broken = found;
    }
    return broken;
  }

  private static boolean isBroken(EdgeState state) {
    return switch (state) {
      case MISSING, STALE, DENIED -> true;
      case RESOLVED, UNKNOWN -> false;
    };
  }

  /// By number, those along which the object refers to the sources of its edges.
  private BitSet reversedRelations() {
    BitSet reversed = new BitSet();
    for (int at = 0; at < resource.factCount(); at++) {
      int relation = world.relation(reversedRelation(resource.fact(at)));
      if (relation >= 0) {
        reversed.set(relation);
      }
    }
    return reversed;
  }

  private static String reversedRelation(Fact fact) {
    return switch (fact) {
      case Fact.OwnedBy owned -> owned.relation().name();
      case Fact.Names names -> names.reversed() ? names.relation().name() : "";
      case Fact.Reaches _,
          Fact.Selects _,
          Fact.Offers _,
          Fact.Permits _,
          Fact.Places _,
          Fact.Repels _,
          Fact.MeansTold _,
          Fact.Tells _ ->
          "";
    };
  }

  private void refer(Edge edge, End end, List<Reference> found) {
    if (edge.inferred() || edge.optional()) {
      return;
    }
    Evidence evidence = required(edge, end);
    if (evidence != null) {
      found.add(new Reference(edge, evidence, end == End.SOURCE ? edge.target() : edge.source()));
    }
  }

  private @Nullable Evidence required(Edge edge, End end) {
    for (Edge.Reading reading : edge.evidence()) {
      if (reading.end() == end && isRequired(reading.evidence(), edge)) {
        return reading.evidence();
      }
    }
    return null;
  }

  private boolean isRequired(Evidence evidence, Edge edge) {
    for (int at = 0; at < resource.factCount(); at++) {
      switch (resource.fact(at)) {
        case Fact.Names names -> {
          if (names.presence() == Presence.REQUIRED
              && names.relation().equals(edge.relation())
              && names.evidence().equals(evidence)) {
            return true;
          }
        }
        case Fact.OwnedBy owned -> {
          if (owned.relation().equals(edge.relation()) && owned.evidence().equals(evidence)) {
            return true;
          }
        }
        case Fact.Selects _,
            Fact.Reaches _,
            Fact.Offers _,
            Fact.Permits _,
            Fact.Places _,
            Fact.Repels _,
            Fact.MeansTold _,
            Fact.Tells _ -> {}
      }
    }
    return false;
  }

  /// References in this state that are the object's own: not those of its controller's template,
  /// nor those of something that has had its day.
  Stream<Reference> broken(EdgeState state) {
    if (broken().isEmpty() || isPast()) {
      return Stream.of();
    }
    return broken().stream()
        .filter(reference -> reference.edge().state() == state)
        .filter(reference -> !isOfController(reference));
  }

  private boolean isOfController(Reference reference) {
    Subject controller = controller();
    if (controller == null) {
      return false;
    }
    int relation = world.relation(reference.relation());
    int other = world.network().find(reference.other());
    return controller.reaches(relation, other);
  }

  private boolean reaches(int relation, int other) {
    boolean[] found = new boolean[1];
    world.network().forEachOut(handle, (each, to) -> found[0] |= each == relation && to == other);
    return found[0];
  }

  /// Whether nothing will be started from it any more: a finished Pod or Job, a ReplicaSet that its
  /// controller has scaled to zero.
  boolean isPast() {
    return Past.isEnded(resource) || (Past.isScaledDown(resource) && controller() != null);
  }

  boolean hasOwner() {
    return resource.facts().stream().anyMatch(Fact.OwnedBy.class::isInstance);
  }

  /// The object that made this one and keeps it, or null when there is none.
  @Nullable Subject controller() {
    for (int at = 0; at < resource.factCount(); at++) {
      if (resource.fact(at) instanceof Fact.OwnedBy owned && owned.controller()) {
        return owner(owned);
      }
    }
    return null;
  }

  private @Nullable Subject owner(Fact.OwnedBy owned) {
    Subject owner =
        world.subject(
            new ResourceId(
                owned.kind(),
                owned.scope() == Scope.CLUSTER ? "" : id().namespace(),
                owned.name()));
    boolean isOther =
        owner != null
            && !owned.uid().isEmpty()
            && owner.resource.hasUid()
            && !owner.resource.hasUid(owned.uid());
    return isOther ? null : owner;
  }

  /// The object at the end of the chain of controllers: the Deployment of a Pod.
  Subject top() {
    Subject top = this;
    for (int steps = 0; steps < MOST_OWNERS; steps++) {
      Subject controller = top.controller();
      if (controller == null) {
        return top;
      }
      top = controller;
    }
    return top;
  }

  /// The nodes this one leads to by a relation, ordered by id.
  List<Node> targets(String relation) {
    List<Node> nodes = new ArrayList<>();
    world.network().forEachOut(handle, (each, other) -> take(relation, each, other, nodes));
    nodes.sort(Comparator.comparing(Node::id));
    return nodes;
  }

  /// The nodes that lead to this one by a relation, ordered by id.
  List<Node> sources(String relation) {
    return world.sources(id(), relation);
  }

  private void take(String wanted, int relation, int other, List<Node> nodes) {
    Node node = world.network().node(other);
    if (relation == world.relation(wanted) && node != null) {
      nodes.add(node);
    }
  }

  /// The objects among [#targets].
  List<Subject> targetObjects(String relation) {
    return present(targets(relation));
  }

  /// The objects among [#sources].
  List<Subject> sourceObjects(String relation) {
    return present(sources(relation));
  }

  private List<Subject> present(List<Node> nodes) {
    List<Subject> subjects = new ArrayList<>();
    for (Node node : nodes) {
      Subject subject = world.subject(node.id());
      if (subject != null) {
        subjects.add(subject);
      }
    }
    return subjects;
  }

  /// Whether anything refers to the object, or guesses at it, apart from owners and groups.
  boolean isReferredTo() {
    boolean[] found = new boolean[1];
    int owns = world.relation("owns");
    int partOf = world.relation("part-of");
    world
        .network()
        .forEachIn(handle, (relation, _) -> found[0] |= relation != owns && relation != partOf);
    return found[0];
  }
}
