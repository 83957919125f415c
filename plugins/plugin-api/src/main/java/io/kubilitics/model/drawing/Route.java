package io.kubilitics.model.drawing;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Point;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// A line from card to card: the edges of one category between two cards and what is folded into
/// them.
///
/// @param edges ids of edges it stands for, at most [#NAMED]
/// @param count how many edges it stands for
/// @param state the worst of them
/// @param inferred whether all of them are guesses
/// @param verb what the source does to the target, in one word; `""` where another line of the
///   bundle says it or there is no room
/// @param points at least two, horizontal and vertical in turn, from the border of the source to
///   the border of the target; in the block, or on the canvas for the lines of a selection
public record Route(
    List<String> edges,
    int count,
    ResourceId source,
    ResourceId target,
    Category category,
    EdgeState state,
    boolean inferred,
    String verb,
    List<Point> points) {
  public static final int NAMED = 8;

  public Route {
    edges = List.copyOf(edges);
    points = List.copyOf(points);
  }

  /// How a line ends.
  public enum End {
    TRIANGLE,
    CHEVRON,
    RING
  }

  public End end() {
    return endOf(category);
  }

  /// How the lines of a category end.
  public static End endOf(Category category) {
    return switch (category) {
      case TRAFFIC, OWNERSHIP -> End.TRIANGLE;
      case SCALING, POLICY, ADMISSION -> End.RING;
      case CONFIGURATION, IDENTITY, STORAGE, PLACEMENT, EXTENSION, GITOPS -> End.CHEVRON;
    };
  }
}
