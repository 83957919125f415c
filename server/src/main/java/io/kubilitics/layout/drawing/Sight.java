package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One network as one drawing shows it: what its viewer may see and its filter lets through. For
/// one thread.
final class Sight {
  /// What all objects of a kind have in common.
  record Manner(String glyph, Hue hue, String word, boolean canBeIll) {}

  private final Network network;
  private final Shown shown;
  private final KnownKinds knownKinds;

  /// By handle, null for what is not seen; null when each is looked at as it is asked for.
  private final @Nullable Node @Nullable [] nodes;

  private final int hidden;
  private final Map<Kind, Manner> manners = new HashMap<>();
  private final Map<Relation, Integer> relations = new HashMap<>();

  /// Looks at every node at once.
  Sight(Network network, Shown shown) {
    this.network = network;
    this.shown = shown;
    knownKinds = new KnownKinds(shown.gaps());
    number(network);
    @Nullable Node[] all = new Node[network.limit()];
    int refused = 0;
    for (int handle = 0; handle < all.length; handle++) {
      Node node = network.node(handle);
      if (node != null && passes(node)) {
        all[handle] = node;
      } else if (node instanceof Node.Present) {
        refused++;
      }
    }
    nodes = all;
    hidden = refused;
  }

  private Sight(Shown shown, Network network) {
    this.network = network;
    this.shown = shown;
    knownKinds = new KnownKinds(shown.gaps());
    number(network);
    nodes = null;
    hidden = 0;
  }

  /// One for a few nodes, which does not know how many are hidden.
  static Sight ofFew(Network network, Shown shown) {
    return new Sight(shown, network);
  }

  private void number(Network network) {
    for (int number = 0; number < network.relations(); number++) {
      relations.put(network.relation(number).relation(), number);
    }
  }

  private Sight(Sight sight, Shown shown) {
    this.shown = shown;
    network = sight.network;
    knownKinds = sight.knownKinds;
    nodes = sight.nodes;
    hidden = sight.hidden;
    relations.putAll(sight.relations);
  }

  /// The same for another level, window or moment.
  Sight as(Shown shown) {
    return new Sight(this, shown);
  }

  Shown shown() {
    return shown;
  }

  Network network() {
    return network;
  }

  /// The node, or null when it is not there, not for this viewer, or filtered out.
  @Nullable Node node(ResourceId id) {
    int handle = network.find(id);
    return handle == Network.NOBODY ? null : node(handle);
  }

  /// The same by handle.
  @Nullable Node node(int handle) {
    if (nodes != null) {
      return nodes[handle];
    }
    Node node = network.node(handle);
    return node != null && passes(node) ? node : null;
  }

  /// How many objects the filter refuses.
  int hidden() {
    return hidden;
  }

  boolean passes(Node node) {
    return shown.filter().equals(Shown.EVERYTHING) || shown.filter().test(node);
  }

  /// Whether the viewer may see it, filtered out or not.
  boolean isThere(ResourceId id) {
    return network.find(id) != Network.NOBODY;
  }

  Look look(Node node) {
    ResourceId id = node.id();
    return Looks.of(node, manner(id.kind()).canBeIll(), knownKinds.of(id));
  }

  Manner manner(Kind kind) {
    return manners.computeIfAbsent(kind, this::asked);
  }

  private Manner asked(Kind kind) {
    Appearance appearance = shown.appearance();
    return new Manner(
        appearance.glyph(kind),
        appearance.hue(kind),
        appearance.word(kind),
        appearance.canBeIll(kind));
  }

  /// The number of a relation, or -1 when there is none of that name.
  int number(Relation relation) {
    return relations.getOrDefault(relation, -1);
  }

  /// What an object has an edge to, filtered out or not; handles differ in their order from process
  /// to process, and so does this list.
  List<Node> out(ResourceId id, Relation relation) {
    return neighbours(id, relation, true);
  }

  /// What has an edge to an object.
  List<Node> in(ResourceId id, Relation relation) {
    return neighbours(id, relation, false);
  }

  private List<Node> neighbours(ResourceId id, Relation relation, boolean isOut) {
    int handle = network.find(id);
    int wanted = number(relation);
    List<Node> nodes = new ArrayList<>();
    if (handle == Network.NOBODY || wanted < 0) {
      return nodes;
    }
    Network.Visitor visitor =
        (number, other) -> {
          Node node = number == wanted ? network.node(other) : null;
          if (node != null) {
            nodes.add(node);
          }
        };
    if (isOut) {
      network.forEachOut(handle, visitor);
    } else {
      network.forEachIn(handle, visitor);
    }
    return nodes;
  }
}
