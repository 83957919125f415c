package io.kubilitics.layout.drawing;

import io.kubilitics.model.ClusterId;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.topology.Node;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What of a plan is wanted, and how.
///
/// @param asOf the moment it is drawn for: ages are counted from it
/// @param window in the coordinates of the plan; blocks outside it are only counted. Null: all
/// @param filter what it refuses is hidden and keeps its place
/// @param filters the same in words, one text each
/// @param gaps kinds of which not everything is known, or known from earlier only
public record Shown(
    ClusterId cluster,
    Instant asOf,
    Level level,
    @Nullable Rect window,
    Predicate<Node> filter,
    List<String> filters,
    List<KindState> gaps,
    Appearance appearance) {
  /// Lets everything through.
  public static final Predicate<Node> EVERYTHING = _ -> true;

  public Shown {
    filters = List.copyOf(filters);
    gaps = List.copyOf(gaps);
  }

  /// All of a cluster of which everything is known.
  public static Shown everything(
      ClusterId cluster, Instant asOf, Level level, Appearance appearance) {
    return new Shown(cluster, asOf, level, null, EVERYTHING, List.of(), List.of(), appearance);
  }

  /// The same for a part of the canvas.
  Shown within(Rect window) {
    return new Shown(cluster, asOf, level, window, filter, filters, gaps, appearance);
  }

  /// The same with less.
  Shown filtered(Predicate<Node> filter, List<String> filters) {
    return new Shown(cluster, asOf, level, window, filter, filters, gaps, appearance);
  }

  /// The same where less is known.
  Shown knowing(List<KindState> gaps) {
    return new Shown(cluster, asOf, level, window, filter, filters, gaps, appearance);
  }

  boolean isIn(Rect rect) {
    return window == null || window.overlaps(rect);
  }
}
