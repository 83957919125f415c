package io.kubilitics.layout.street;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Ways between rectangles that stand apart, in the gutters between them: horizontal and vertical,
/// never over a rectangle, from the border of one to the border of another. Equal rectangles and
/// demands give equal ways, in whatever order they come. The work is bounded: what takes too long,
/// what is walled in and what comes after the [#MOST_WAYS] heaviest has no way.
///
/// Tracks run in the middle of the gutters, and out of the middles of the ends; ways are looked for
/// where tracks cross, the heaviest first. (The visibility graph of Wybrow, Marriott and Stuckey,
/// Orthogonal Connector Routing, 2009, with gutters in place of sides.)
final class GutterRouter {
  static final int MOST_WAYS = 400;

  private static final long MOST_LOOKS = 4_000_000;
  private static final int BEND = 4;

  private static final Comparator<Rect> BY_PLACE =
      Comparator.comparingInt(Rect::y)
          .thenComparingInt(Rect::x)
          .thenComparingInt(Rect::width)
          .thenComparingInt(Rect::height);

  private final List<Rect> rects;
  private final List<Layer> layers;
  private final List<Rect> titles;
  private final List<Rect> districts;
  private final int reach;
  private final int usual;
  private final int spread;

  /// @param rects what no way runs over; those demands name
  /// @param layers beside what ways run; the first is the usual one
  /// @param titles what ways run over only when they must
  /// @param districts what rectangles stand in; a way had better not cross one in which it does not
  ///   begin or end
  /// @param spread how far ends at one side are apart where there is room
  GutterRouter(
      List<Rect> rects, List<Layer> layers, List<Rect> titles, List<Rect> districts, int spread) {
    this.rects = List.copyOf(rects);
    this.layers = List.copyOf(layers);
    this.titles = List.copyOf(titles);
    this.districts = List.copyOf(districts);
    usual = layers.getFirst().reach();
    this.spread = spread;
    reach = layers.stream().mapToInt(Layer::reach).max().orElse(1);
  }

  /// One way for each demand, in their order: at least two points, or none.
  List<List<Point>> ways(List<Demand> demands) {
    List<List<Point>> ways = new ArrayList<>();
    demands.forEach(_ -> ways.add(List.of()));
    if (rects.isEmpty() || demands.isEmpty()) {
      return ways;
    }
    BitSet ends = new BitSet();
    int[] order = order(demands);
    for (int at : order) {
      ends.set(demands.get(at).from());
      ends.set(demands.get(at).to());
    }
    Ground ground = Ground.of(rects);
    Ground turned = ground.turned();
    Crossings crossings =
        new Crossings(
            ground, turned, tracks(ground, ends, false), tracks(turned, ends, true), ends);
    Ground parts = Ground.of(districts);
    Tolls tolls = new Tolls(crossings, ground, Ground.of(titles), parts, usual * 3 / 4);
    WayFinder finder = new WayFinder(crossings, ground, parts, tolls, BEND * usual, MOST_LOOKS);
    Ends apart = new Ends(ground, spread, Math.max(1, usual / 4));
    for (int at : order) {
      Demand demand = demands.get(at);
      List<Point> way = finder.find(demand.from(), demand.to());
      if (!way.isEmpty()) {
        ways.set(at, apart.apart(way, demand.from(), demand.to()));
      }
    }
    return ways;
  }

  /// The heaviest first, then by where they are, which does not depend on how things are numbered.
  private int[] order(List<Demand> demands) {
    Comparator<Demand> heaviest = Comparator.comparingInt(Demand::weight).reversed();
    Comparator<Demand> order =
        heaviest
            .thenComparing(demand -> rects.get(demand.from()), BY_PLACE)
            .thenComparing(demand -> rects.get(demand.to()), BY_PLACE);
    return IntStream.range(0, demands.size())
        .boxed()
        .filter(at -> demands.get(at).from() != demands.get(at).to())
        .sorted(Comparator.comparing(demands::get, order))
        .limit(MOST_WAYS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<Track> tracks(Ground ground, BitSet ends, boolean level) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int rect = 0; rect < ground.size(); rect++) {
      low = Math.min(low, ground.top(rect));
      high = Math.max(high, ground.bottom(rect));
    }
    Tracks tracks = new Tracks(ground, low - 2 * reach, high + 2 * reach);
    for (Layer layer : layers) {
      Ground beside = Ground.of(layer.rects());
      tracks.beside(level ? beside : beside.turned(), layer.reach());
    }
    ends.stream().forEach(tracks::outOf);
    return tracks.inOrder();
  }
}
