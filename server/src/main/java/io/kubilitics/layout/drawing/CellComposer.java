package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The Pods in a workload's card.
final class CellComposer {
  private static final Relation MOUNTS = new Relation("mounts");
  private static final Relation BOUND_TO = new Relation("bound-to");

  /// Between its mark and its right end.
  private static final int MARGINS = 19;

  private static final int VOLUME_MARGINS = 26;
  private static final int GAP = 6;
  private static final int MOST_VOLUMES = 8;

  private final Sight sight;

  CellComposer(Sight sight) {
    this.sight = sight;
  }

  /// @param holdsText whether there is room for it
  List<Cell> of(CardPlan plan, Owned names, boolean holdsText) {
    List<Cell> cells = new ArrayList<>();
    Set<ResourceId> folded =
        plan.shape() == CardShape.STATEFUL ? new HashSet<>(plan.folded()) : Set.of();
    boolean isDense = plan.shape().isDense(plan.capacity());
    plan.cells()
        .forEach((number, id) -> {
          Node pod = sight.node(id);
          if (pod != null) {
            int width = plan.shape().cell(number, plan.capacity()).width();
            String name = plan.shape() == CardShape.STATEFUL ? id.name() : names.rest(id);
            Label label =
                holdsText && !isDense
                    ? TextMeasure.fitted(name, width - MARGINS, TextStyle.CELL)
                    : new Label("", TextMeasure.legible(name));
            cells.add(
                new Cell(
                    id,
                    number,
                    label,
                    sight.look(pod),
                    why(pod),
                    holdsText ? volumes(pod, folded, width) : List.of()));
          }
        });
    return cells;
  }

  private String why(Node pod) {
    return pod instanceof Node.Present present && !isQuiet(sight.look(pod))
        ? Trouble.of(present.health()).whole()
        : "";
  }

  private static boolean isQuiet(Look look) {
    return look == Look.HEALTHY || look == Look.DONE || look == Look.PLAIN;
  }

  /// The claims of a Pod that have their place in its cell.
  private List<Cell.Strip> volumes(Node pod, Set<ResourceId> folded, int width) {
    if (folded.isEmpty()) {
      return List.of();
    }
    return sight.out(pod.id(), MOUNTS).stream()
        .filter(claim -> isFolded(claim, folded))
        .sorted(Comparator.comparing(Node::id))
        .limit(MOST_VOLUMES)
        .map(claim -> volume(claim, pod.id(), width))
        .toList();
  }

  private boolean isFolded(Node claim, Set<ResourceId> folded) {
    return claim instanceof Node.Present && folded.contains(claim.id()) && sight.passes(claim);
  }

  private Cell.Strip volume(Node claim, ResourceId pod, int width) {
    String tail =
        sight.out(claim.id(), BOUND_TO).stream()
            .map(volume -> StorageFacts.tail(volume.id().name()))
            .sorted()
            .findFirst()
            .orElse("");
    int room = width - VOLUME_MARGINS;
    Label end = TextMeasure.clipped(tail, room / 3, TextStyle.VOLUME);
    int left = room - TextMeasure.width(end.text(), TextStyle.VOLUME) - GAP;
    return new Cell.Strip(
        claim.id(),
        TextMeasure.fitted(name(claim, pod), left, TextStyle.VOLUME),
        end,
        sight.look(claim));
  }

  /// `data 20Gi` of `data-postgres-0`.
  private static String name(Node claim, ResourceId pod) {
    String name = claim.id().name();
    String own =
        name.endsWith("-" + pod.name())
            ? name.substring(0, name.length() - pod.name().length() - 1)
            : name;
    if (!(claim instanceof Node.Present present)) {
      return own;
    }
    String capacity = present.resource().features().get("Capacity");
    return capacity == null || capacity.isEmpty() ? own : own + " " + capacity;
  }
}
