package io.kubilitics.topology.query;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import java.util.List;
import java.util.Locale;

/// What an event at one object does to others, hop by hop: whatever is broken by it fails in turn,
/// whatever is deleted takes along what it owns. What is only degraded harms nobody else.
///
/// @param harmed ordered by hops, then worst first, then by the text of their ids
public record Impact(ResourceId object, Event event, List<Harmed> harmed) {
  /// The relation of a Namespace to the objects in it, which is drawn as a frame and not as edges,
  /// and of a definition to the objects of its kind.
  public static final Relation CONTAINS = new Relation("contains");

  /// The largest number of edges that are listed for one cause.
  public static final int MOST_EDGES = 5;

  /// The feature of a definition that says of which kind it is.
  public static final String INSTANCES_OF = "instances-of";

  public enum Event {
    DELETED,
    FAILS;

    /// As written in queries and JSON.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What the event does to the object itself.
    Effect effect() {
      return switch (this) {
        case DELETED -> Effect.DELETES;
        case FAILS -> Effect.BREAKS;
      };
    }
  }

  /// One object that is harmed.
  ///
  /// @param hops how many steps from the event this effect came about
  /// @param causes at least one, each of which alone has this effect
  public record Harmed(Node node, Effect effect, int hops, List<Cause> causes) {}

  /// The relation that carries the harm.
  ///
  /// @param lost how many of those the object hangs on by this relation are lost, counting what was
  ///   lost before the event
  /// @param of how many there are
  /// @param edges the first of those that carried it, ordered by id; none for [#CONTAINS]
  public record Cause(Relation relation, int lost, int of, List<Edge> edges) {}

  public Impact {
    harmed = List.copyOf(harmed);
  }

  /// How many objects suffer this.
  public int count(Effect effect) {
    return (int) harmed.stream().filter(each -> each.effect() == effect).count();
  }
}
