package io.kubilitics.model.drawing;

import io.kubilitics.model.Point;
import java.util.List;

/// All traffic from one tile to another, in the gutters between tiles.
///
/// @param from key of the frame, at [Level#APPS] `frame key` + `\n` + `block key`
/// @param count how many edges it stands for
/// @param weight 1 to 3: how wide it is, by the logarithm of the count
/// @param points on the canvas, horizontal and vertical in turn; empty when there is no way or too
///   many streets: it counts all the same
public record Street(String from, String to, int count, int weight, List<Point> points) {
  public Street {
    points = List.copyOf(points);
  }
}
