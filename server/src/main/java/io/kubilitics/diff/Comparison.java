package io.kubilitics.diff;

import io.kubilitics.check.Findings;
import io.kubilitics.diff.Difference.Change;
import io.kubilitics.diff.Difference.Field;
import io.kubilitics.model.Body;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares two states for one viewer. Differences are handed on as they are found, in a fixed
/// order: objects by id, edges by id, findings by level and code. One thread asks.
public final class Comparison {
  private final Side left;
  private final Side right;
  private final Scope scope;
  private final Viewer viewer;
  private final Set<String> namespaces;
  private final Selection leftPart;
  private final Selection rightPart;

  /// @param namespaces empty for all, with what belongs to none; otherwise only objects of these
  ///   are compared, and the relations and findings that they have
  public Comparison(Side left, Side right, Scope scope, Viewer viewer, Set<String> namespaces) {
    this.left = left;
    this.right = right;
    this.scope = scope;
    this.viewer = viewer;
    this.namespaces = Set.copyOf(namespaces);
    leftPart = left.topology().select(TopologyQuery.ALL, viewer);
    rightPart = right.topology().select(TopologyQuery.ALL, viewer);
  }

  /// Takes what differs.
  @FunctionalInterface
  public interface Listener<T extends Difference, E extends Exception> {
    void differs(T difference) throws E;
  }

  /// Two streams in the same order, side by side.
  @FunctionalInterface
  private interface Pair<T, E extends Exception> {
    void read(@Nullable T one, @Nullable T other) throws E;
  }

  /// Objects that one side lacks, or whose fields differ. What a side may have without anybody
  /// having seen it, it does not lack.
  ///
  /// @throws io.kubilitics.problem.ProblemException when a body cannot be read
  public <E extends Exception> void objects(Listener<Difference.OfObject, E> listener) throws E {
    List<Suspect> suspects = suspects();
    Iterator<ResourceId> both =
        suspects.stream().filter(Suspect::isInBoth).map(Suspect::id).iterator();
    try (BodiesAhead bodies = new BodiesAhead(left, right, both)) {
      for (Suspect suspect : suspects) {
        List<Field> fields = suspect.isInBoth() ? fields(suspect.id(), bodies.next()) : List.of();
        if (!suspect.isInBoth() || !fields.isEmpty()) {
          listener.differs(new Difference.OfObject(suspect.change(), suspect.id(), fields));
        }
      }
    }
  }

  /// How much of what counts can be answered.
  public Coverage coverage() {
    int[] asked = new int[1];
    List<ResourceId> unanswered = new ArrayList<>();
    pairs((one, other) -> {
      if (counts(one, other)) {
        asked[0]++;
        if (other == null && one != null && !right.knows(one.id())) {
          unanswered.add(one.id());
        } else if (one == null && other != null && !left.knows(other.id())) {
          unanswered.add(other.id());
        }
      }
    });
    return new Coverage(asked[0], unanswered);
  }

  private boolean counts(@Nullable Node one, @Nullable Node other) {
    return (one != null && other != null)
        || (one != null && scope.countsRemoved())
        || (other != null && scope.countsAdded());
  }

  /// The objects of both sides that are compared, by id.
  private void pairs(Pair<Node, RuntimeException> pair) {
    merge(objects(leftPart), objects(rightPart), node -> node.id().toString(), pair);
  }

  private Iterator<Node> objects(Selection part) {
    return part.nodes()
        .filter(Node.Present.class::isInstance)
        .filter(node -> isIn(node.id()))
        .iterator();
  }

  private boolean isIn(ResourceId id) {
    return namespaces.isEmpty() || namespaces.contains(id.namespace());
  }

  /// An object that one side lacks, or that may have other fields there.
  private record Suspect(Change change, ResourceId id) {
    boolean isInBoth() {
      return change == Change.CHANGED;
    }
  }

  private List<Suspect> suspects() {
    List<Suspect> suspects = new ArrayList<>();
    pairs((one, other) -> {
      if (one instanceof Node.Present before && other instanceof Node.Present after) {
        if (before.resource().digest() != after.resource().digest()) {
          suspects.add(new Suspect(Change.CHANGED, before.id()));
        }
      } else if (one != null && scope.countsRemoved() && right.knows(one.id())) {
        suspects.add(new Suspect(Change.REMOVED, one.id()));
      } else if (other != null && one == null && scope.countsAdded() && left.knows(other.id())) {
        suspects.add(new Suspect(Change.ADDED, other.id()));
      }
    });
    return suspects;
  }

  private List<Field> fields(ResourceId id, BodiesAhead.Pair bodies) {
    Body before = bodies.left();
    Body after = bodies.right();
    if (before == null || after == null) {
      return List.of();
    }
    return new BodyComparison(left.catalogue().ignoredPaths(id.kind()), scope)
        .compare(before, after);
  }

  /// Edges that one side lacks, or that are in another state. Where only one side counts, what it
  /// merely guesses or cannot know is no difference.
  public <E extends Exception> void edges(Listener<Difference.OfEdge, E> listener) throws E {
    Comparison.<Edge, E>merge(
        leftPart.edges().iterator(),
        rightPart.edges().iterator(),
        Edge::id,
        (one, other) -> {
          Difference.OfEdge edge = edge(one, other);
          if (counts(edge, one, other)) {
            listener.differs(edge);
          }
        });
  }

  private static Difference.OfEdge edge(@Nullable Edge one, @Nullable Edge other) {
    Edge edge = one != null ? one : other;
    if (edge == null) {
      throw new IllegalStateException("neither side has the edge");
    }
    Change change = one == null ? Change.ADDED : other == null ? Change.REMOVED : Change.CHANGED;
    return new Difference.OfEdge(
        change,
        edge.source(),
        edge.relation(),
        edge.target(),
        one == null ? null : one.state(),
        other == null ? null : other.state());
  }

  private boolean counts(Difference.OfEdge edge, @Nullable Edge one, @Nullable Edge other) {
    if (!isIn(edge.source()) && !isIn(edge.target())) {
      return false;
    }
    if (edge.from() == edge.to() || isUnknown(one, left) || isUnknown(other, right)) {
      return false;
    }
    if ((one == null && !left.knows(edge.source()))
        || (other == null && !right.knows(edge.source()))) {
      return false;
    }
    return switch (scope) {
      case ALL -> true;
      case LEFT -> counts(one, other, left);
      case RIGHT -> counts(other, one, right);
    };
  }

  /// Whether its other end is of a kind that nobody saw there.
  private static boolean isUnknown(@Nullable Edge edge, Side side) {
    return edge != null
        && edge.state() == EdgeState.UNKNOWN
        && (!side.knows(edge.target()) || !side.knows(edge.source()));
  }

  /// Whether it counts for the side that sets what is compared.
  private boolean counts(@Nullable Edge own, @Nullable Edge others, Side side) {
    if (own == null) {
      return others != null
          && !others.inferred()
          && isThere(side, others.source())
          && isThere(side, others.target());
    }
    if (own.inferred()) {
      return false;
    }
    return others == null || own.state() == EdgeState.RESOLVED;
  }

  private boolean isThere(Side side, ResourceId id) {
    return side.topology().node(id, viewer).filter(Node.Present.class::isInstance).isPresent();
  }

  /// Whether what is wrong can be compared: not where only one side counts, for it does not say all
  /// that there is, nor where a kind could be read on one side only. What is wrong with an object
  /// depends on what is known around it, so that findings would differ where nothing else does.
  public boolean comparesFindings() {
    return scope == Scope.ALL
        && left.topology().unknownKinds().map(this::isUnknownAlikeOnTheRight).orElse(false);
  }

  private boolean isUnknownAlikeOnTheRight(Set<Kind> unknown) {
    Topology one = left.topology();
    Topology other = right.topology();
    return other.unknownKinds().filter(unknown::equals).isPresent()
        && unknown.stream().allMatch(kind -> one.knownApart(kind).equals(other.knownApart(kind)));
  }

  /// What is wrong on one side only, as far as the other can be asked about it; none when findings
  /// [cannot be compared][#comparesFindings].
  public <E extends Exception> void findings(Listener<Difference.OfFinding, E> listener) throws E {
    if (!comparesFindings()) {
      return;
    }
    TreeMap<Finding, Change> differing = new TreeMap<>();
    List<Finding> before = findings(left);
    List<Finding> after = findings(right);
    TreeMap<String, Finding> known = new TreeMap<>();
    before.forEach(finding -> known.put(key(finding), finding));
    for (Finding finding : after) {
      if (known.remove(key(finding)) == null) {
        differing.put(finding, Change.ADDED);
      }
    }
    known.values().forEach(finding -> differing.put(finding, Change.REMOVED));
    for (var each : differing.entrySet()) {
      if (isIn(each.getKey().object()) && isAnswered(each.getKey(), each.getValue())) {
        listener.differs(new Difference.OfFinding(each.getValue(), each.getKey()));
      }
    }
  }

  private List<Finding> findings(Side side) {
    return Findings.of(side.topology(), viewer, side.world()).list();
  }

  /// Whether the side that did not find it can be asked about all it speaks of.
  private boolean isAnswered(Finding finding, Change change) {
    Side other = change == Change.REMOVED ? right : left;
    return Stream.concat(Stream.of(finding.object()), finding.related().stream())
        .allMatch(id -> other.knows(id) || isThere(other, id));
  }

  private static String key(Finding finding) {
    return finding.code() + " " + finding.object() + " " + finding.path();
  }

  private static <T, E extends Exception> void merge(
      Iterator<? extends T> ones,
      Iterator<? extends T> others,
      Function<T, String> key,
      Pair<T, E> pair)
      throws E {
    @Nullable T one = next(ones);
    @Nullable T other = next(others);
    while (one != null || other != null) {
      int order = one == null ? 1 : other == null ? -1 : key.apply(one).compareTo(key.apply(other));
      pair.read(order <= 0 ? one : null, order >= 0 ? other : null);
      one = order <= 0 ? next(ones) : one;
      other = order >= 0 ? next(others) : other;
    }
  }

  private static <T> @Nullable T next(Iterator<? extends T> elements) {
    return elements.hasNext() ? elements.next() : null;
  }
}
