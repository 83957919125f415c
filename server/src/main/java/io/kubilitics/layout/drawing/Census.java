package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Everything of a plan that its drawing counts, drawn singly or not: each node once, in the first
/// card that has it.
final class Census {
  /// @param look of its cards together
  /// @param firstCard number of its first card; the others follow
  record OfBlock(Tally tally, Look look, int firstCard) {}

  /// @param look of its blocks together
  /// @param blocks in the order of the plan
  record OfFrame(Tally tally, Look look, List<OfBlock> blocks) {}

  static final int NOWHERE = CardNumbers.NOWHERE;

  private final Sight sight;

  /// Counts the cards from 1.
  private final CardNumbers places;

  /// By handle.
  private final BitSet cardOwners = new BitSet();

  private final List<OfFrame> frames = new ArrayList<>();

  private final SortedMap<Kind, Integer> folded = new TreeMap<>();
  private final SortedMap<Kind, Integer> older = new TreeMap<>();
  private final SortedMap<Kind, Integer> missing = new TreeMap<>();
  private final Count everything = new Count();
  private int card = NOWHERE;

  /// Of everything in a plan.
  Census(Plan plan, Sight sight) {
    this(sight, CardNumbers.ofAll(sight.network().limit()));
    for (FramePlan frame : plan.frames()) {
      frames.add(count(frame));
    }
  }

  private Census(Sight sight, CardNumbers places) {
    this.sight = sight;
    this.places = places;
  }

  /// Of one block alone: what of a plan's census concerns it.
  static Census of(BlockPlan block, Sight sight) {
    Census census = new Census(sight, CardNumbers.ofFew());
    Count count = new Count();
    Look look = census.count(block, count);
    census.everything.add(count);
    census.frames.add(
        new OfFrame(count.tally(), look, List.of(new OfBlock(count.tally(), look, 1))));
    return census;
  }

  /// In the order of the plan.
  List<OfFrame> frames() {
    return frames;
  }

  Tally everything() {
    return everything.tally();
  }

  /// Objects that are drawn nowhere else than in the number on a card, by kind.
  SortedMap<Kind, Integer> folded() {
    return folded;
  }

  /// Those behind the last slot of a strip.
  SortedMap<Kind, Integer> older() {
    return older;
  }

  /// What others refer to and what is not there, without a card to say so.
  SortedMap<Kind, Integer> missing() {
    return missing;
  }

  /// The card a node stands in, or [#NOWHERE].
  int card(int handle) {
    return places.of(handle);
  }

  /// Every handle that may have a place.
  IntStream handles() {
    return places.handles();
  }

  private OfFrame count(FramePlan frame) {
    Count all = new Count();
    Set<Look> apps = EnumSet.noneOf(Look.class);
    List<OfBlock> ofBlocks = new ArrayList<>();
    for (BlockPlan block : frame.blocks()) {
      int first = card + 1;
      Count count = new Count();
      Look look = count(block, count);
      all.add(count);
      if (count.hasAny()) {
        apps.add(look);
      }
      ofBlocks.add(new OfBlock(count.tally(), look, first));
    }
    everything.add(all);
    return new OfFrame(all.tally(), Looks.together(apps), ofBlocks);
  }

  /// Whether a card is its own, and not that of what it is folded into.
  boolean hasOwnCard(int handle) {
    return cardOwners.get(handle);
  }

  /// How many cards the plan has.
  int cards() {
    return card;
  }

  private Look count(BlockPlan block, Count count) {
    Set<Look> looks = EnumSet.noneOf(Look.class);
    Set<Look> ofRoots = EnumSet.noneOf(Look.class);
    Set<ResourceId> roots = Set.copyOf(block.roots());
    for (CardPlan plan : block.cards()) {
      card++;
      int handle = sight.network().find(plan.id());
      Node own = place(handle, count);
      if (handle != Network.NOBODY) {
        cardOwners.set(handle);
      }
      if (own != null) {
        Look look = sight.look(own);
        looks.add(look);
        if (roots.contains(plan.id())) {
          ofRoots.add(look);
        }
      }
      countInside(plan, count);
    }
    boolean rests = ofRoots.equals(Set.of(Look.SUSPENDED));
    Look together = Looks.together(looks);
    return rests && together == Look.HEALTHY ? Look.SUSPENDED : together;
  }

  private void countInside(CardPlan plan, Count count) {
    plan.cells().values().forEach(id -> place(id, count));
    List<Node> generations = new ArrayList<>();
    for (ResourceId id : plan.generations()) {
      Node node = place(id, count);
      if (node != null) {
        generations.add(node);
      }
    }
    boolean hasStrip = plan.shape() == CardShape.WORKLOAD;
    int singly = hasStrip ? GenerationComposer.singly(generations.size()) : 0;
    add(generations.subList(singly, generations.size()), hasStrip ? older : folded);
    for (ResourceId id : plan.folded()) {
      Node node = place(id, count);
      if (node != null) {
        add(List.of(node), folded);
      }
    }
  }

  private void add(List<Node> nodes, Map<Kind, Integer> kinds) {
    for (Node node : nodes) {
      if (node instanceof Node.Present) {
        kinds.merge(node.id().kind(), 1, Integer::sum);
      } else if (node instanceof Node.Ghost ghost && ghost.known()) {
        missing.merge(node.id().kind(), 1, Integer::sum);
      }
    }
  }

  /// The node when it is seen; counted when it has no place yet.
  private @Nullable Node place(ResourceId id, Count count) {
    return place(sight.network().find(id), count);
  }

  private @Nullable Node place(int handle, Count count) {
    Node node = handle == Network.NOBODY ? null : sight.node(handle);
    if (node != null && places.of(handle) == NOWHERE) {
      places.put(handle, card);
      count.add(node, sight.look(node));
    }
    return node;
  }
}
