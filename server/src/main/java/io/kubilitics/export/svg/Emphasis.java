package io.kubilitics.export.svg;

import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Route;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the selection puts into the light, and what into the dark.
final class Emphasis {
  private final @Nullable Lit lit;
  private final Set<ResourceId> touched;

  private Emphasis(@Nullable Lit lit, Set<ResourceId> touched) {
    this.lit = lit;
    this.touched = touched;
  }

  static Emphasis of(@Nullable Lit lit) {
    return new Emphasis(lit, lit == null ? Set.of() : new HashSet<>(lit.touched()));
  }

  boolean isOn() {
    return lit != null;
  }

  boolean isSelected(ResourceId id) {
    return lit != null && lit.id().equals(id);
  }

  /// What dims a card, or null: it is selected, or touched by the selection, or nothing is
  /// selected.
  @Nullable Rule dimming(Card card) {
    if (lit == null || touches(card)) {
      return null;
    }
    return dimming(card.look());
  }

  /// What dims what the selection does not touch. Trouble never sinks.
  @Nullable Rule dimming(Look look) {
    if (lit == null) {
      return null;
    }
    return switch (look) {
      case FAILED, DEGRADED, MISSING -> Rules.DIM_TROUBLE;
      case PROGRESSING, SUSPENDED, UNKNOWN, LOCKED, STALE, LEAVING, DONE, HEALTHY, PLAIN ->
          Rules.DIM;
    };
  }

  /// Whether a line ends at what is selected.
  boolean isLit(Route route) {
    return isSelected(route.source()) || isSelected(route.target());
  }

  boolean touches(ResourceId id) {
    return isSelected(id) || touched.contains(id);
  }

  private boolean touches(Card card) {
    if (touches(card.id())) {
      return true;
    }
    for (Cell cell : card.cells()) {
      if (touches(cell.id()) || cell.volumes().stream().anyMatch(strip -> touches(strip.id()))) {
        return true;
      }
    }
    for (Generation generation : card.strip()) {
      if (generation.ids().stream().anyMatch(this::touches)) {
        return true;
      }
    }
    return false;
  }
}
