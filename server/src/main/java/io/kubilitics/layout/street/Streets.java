package io.kubilitics.layout.street;

import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.street.Traffic.Flow;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The streets of one map at one level. Immutable: made once for a revision and a viewer, then
/// asked for one window after the other by any thread.
///
/// While a map has no more than [GutterRouter#MOST_WAYS] streets, a street looks the same in every
/// window. Of more, those that begin or end in the window are routed, and the heaviest of those
/// that may pass through it.
public final class Streets {
  /// Half the gaps that the layout leaves between frames and between blocks.
  static final int FRAME_REACH = 32;

  static final int BLOCK_REACH = 8;

  /// The height of a frame's title, as far as ways should keep out of it.
  private static final int TITLE = 40;

  /// So many of a large map are looked at that may pass through a window without an end in it.
  private static final int MOST_PASSING = 100;

  private static final int HEAVIEST = 3;
  private static final int WEIGHT_BASE = 4;

  private final Level level;
  private final Plan plan;
  private final Tiles tiles;
  private final List<Flow> flows;

  private Streets(Plan plan, Network network, Predicate<Node> filter, Level level) {
    this.plan = plan;
    this.level = level;
    tiles = new Tiles(plan, level, network);
    flows = Traffic.between(network, filter, tiles.byHandle(network));
  }

  /// Counts the traffic of what is seen.
  ///
  /// @param network of the revision the plan was made from, or of a newer one
  /// @param filter what it refuses is hidden, and its traffic with it
  /// @param level [Level#NAMESPACES] or [Level#APPS]; below, lines run from card to card
  /// @throws IllegalArgumentException for another level
  public static Streets of(Plan plan, Network network, Predicate<Node> filter, Level level) {
    if (level != Level.NAMESPACES && level != Level.APPS) {
      throw new IllegalArgumentException("there are no streets at level " + level.number());
    }
    return new Streets(plan, network, filter, level);
  }

  /// Those that touch a window, the heaviest first. What has no way counts for the windows that
  /// touch one of its tiles.
  ///
  /// @param window on the canvas, or null for all
  public List<Street> in(@Nullable Rect window) {
    boolean few = flows.size() <= GutterRouter.MOST_WAYS;
    List<Flow> wanted = few || window == null ? flows : near(window);
    List<List<Point>> ways =
        router()
            .ways(
                wanted.stream()
                    .map(flow -> new Demand(flow.from(), flow.to(), flow.count()))
                    .toList());
    List<Street> streets = new ArrayList<>();
    for (int at = 0; at < wanted.size(); at++) {
      Flow flow = wanted.get(at);
      if (window == null || touches(flow, ways.get(at), window)) {
        streets.add(
            new Street(
                tiles.key(flow.from()),
                tiles.key(flow.to()),
                flow.count(),
                weight(flow.count()),
                ways.get(at)));
      }
    }
    return streets;
  }

  /// All that begin or end in a window, and the heaviest of those that may pass through it.
  private List<Flow> near(Rect window) {
    List<Flow> near = new ArrayList<>();
    int passing = 0;
    for (Flow flow : flows) {
      if (endsIn(flow, window)) {
        near.add(flow);
      } else if (passing < MOST_PASSING && around(flow).overlaps(window)) {
        near.add(flow);
        passing++;
      }
    }
    return near;
  }

  private boolean endsIn(Flow flow, Rect window) {
    return rect(flow.from()).overlaps(window) || rect(flow.to()).overlaps(window);
  }

  private boolean touches(Flow flow, List<Point> way, Rect window) {
    return way.isEmpty() ? endsIn(flow, window) : Ways.touches(way, window);
  }

  private Rect rect(int tile) {
    return tiles.rects().get(tile);
  }

  /// What holds both tiles.
  private Rect around(Flow flow) {
    Rect from = rect(flow.from());
    Rect to = rect(flow.to());
    int x = Math.min(from.x(), to.x());
    int y = Math.min(from.y(), to.y());
    return new Rect(
        x, y, Math.max(from.right(), to.right()) - x, Math.max(from.bottom(), to.bottom()) - y);
  }

  private GutterRouter router() {
    List<Rect> frames = plan.frames().stream().map(FramePlan::rect).toList();
    if (level == Level.NAMESPACES) {
      List<Rect> rects = tiles.rects();
      return new GutterRouter(
          rects, List.of(new Layer(rects, FRAME_REACH)), List.of(), List.of(), FRAME_REACH);
    }
    return new GutterRouter(
        tiles.rects(),
        List.of(new Layer(tiles.rects(), BLOCK_REACH), new Layer(frames, FRAME_REACH)),
        plan.frames().stream()
            .filter(frame -> frame.type() != Frame.Type.CLUSTER)
            .map(FramePlan::rect)
            .map(frame -> new Rect(frame.x(), frame.y(), frame.width(), TITLE))
            .toList(),
        frames,
        2 * BLOCK_REACH);
  }

  private static int weight(int count) {
    int weight = 1;
    for (int left = count / WEIGHT_BASE; left > 0 && weight < HEAVIEST; left /= WEIGHT_BASE) {
      weight++;
    }
    return weight;
  }
}
