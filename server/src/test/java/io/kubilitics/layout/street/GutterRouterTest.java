package io.kubilitics.layout.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GutterRouterTest {
  private static GutterRouter router(List<Rect> rects, int gap) {
    return new GutterRouter(
        rects, List.of(new Layer(rects, gap / 2)), List.of(), List.of(), gap / 2);
  }

  private static List<Demand> demands(int count, int rects, Random random) {
    Set<Demand> demands = new HashSet<>();
    List<Demand> list = new ArrayList<>();
    while (list.size() < count) {
      int from = random.nextInt(rects);
      int to = random.nextInt(rects);
      if (from != to && demands.add(new Demand(from, to, 0))) {
        list.add(new Demand(from, to, 1 + random.nextInt(1000)));
      }
    }
    return list;
  }

  @ParameterizedTest
  @CsvSource({"60, 64, 1200, 60", "12, 16, 300, 30", "200, 16, 300, 100", "40, 8, 168, 60"})
  void noWayRunsOverARectangle(int count, int gap, int most, int wanted) {
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      List<Rect> rects = Packings.skyline(count, gap, most, random);
      List<Demand> demands = demands(wanted, count, random);

      List<List<Point>> ways = router(rects, gap).ways(demands);

      Picture picture = new Picture();
      rects.forEach(rect -> picture.rect(rect, "#fff", "#bbb"));
      for (int at = 0; at < demands.size(); at++) {
        Demand demand = demands.get(at);
        WayChecks.check(ways.get(at), rects, demand.from(), demand.to());
        picture.way(ways.get(at), "#2b8a9e", 0.8 + demand.weight() / 700.0);
      }
      picture.write("packing-" + count + "-" + gap + "-" + seed);
      assertThat(ways).noneMatch(List::isEmpty);
    }
  }

  @Test
  void theOrderOfDemandsAndOfRectanglesMeansNothing() {
    Random random = new Random(7);
    List<Rect> rects = Packings.skyline(80, 16, 300, random);
    List<Demand> demands =
        demands(60, 80, random).stream()
            .map(demand -> new Demand(demand.from(), demand.to(), demand.weight() % 3))
            .toList();
    List<List<Point>> ways = router(rects, 16).ways(demands);

    List<Integer> places = new ArrayList<>();
    List<Integer> turns = new ArrayList<>();
    for (int at = 0; at < 80; at++) {
      places.add(at);
    }
    for (int at = 0; at < 60; at++) {
      turns.add(at);
    }
    Collections.shuffle(places, random);
    Collections.shuffle(turns, random);
    List<Rect> shuffled = places.stream().map(rects::get).toList();
    List<Demand> turned =
        turns.stream()
            .map(demands::get)
            .map(demand ->
                new Demand(
                    places.indexOf(demand.from()), places.indexOf(demand.to()), demand.weight()))
            .toList();

    assertThat(router(shuffled, 16).ways(turned)).isEqualTo(turns.stream().map(ways::get).toList());
  }

  @Test
  void twoThatFaceEachOtherAreJoinedByOneStraightLine() {
    List<Rect> rects = List.of(new Rect(0, 0, 200, 120), new Rect(264, 0, 200, 120));

    assertThat(router(rects, 64).ways(List.of(new Demand(0, 1, 1))))
        .containsExactly(List.of(new Point(200, 60), new Point(264, 60)));
  }

  @Test
  void waysBackAndForthDoNotEndAtOnePoint() {
    List<Rect> rects = Packings.grid(3, 3, 200, 120, 64);
    List<Demand> demands =
        List.of(new Demand(0, 1, 3), new Demand(1, 0, 2), new Demand(4, 1, 1), new Demand(0, 8, 1));

    List<List<Point>> ways = router(rects, 64).ways(demands);

    assertThat(ways.stream().flatMap(way -> List.of(way.getFirst(), way.getLast()).stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsWalledInHasNoWay() {
    List<Rect> rects =
        List.of(
            new Rect(100, 100, 80, 80),
            new Rect(0, 0, 280, 40),
            new Rect(0, 240, 280, 40),
            new Rect(0, 40, 40, 200),
            new Rect(240, 40, 40, 200),
            new Rect(600, 0, 100, 100));

    List<List<Point>> ways =
        router(rects, 64)
            .ways(List.of(new Demand(0, 5, 9), new Demand(5, 0, 8), new Demand(0, 1, 7)));

    assertThat(ways.get(0)).isEmpty();
    assertThat(ways.get(1)).isEmpty();
    assertThat(ways.get(2)).isNotEmpty();
  }

  @Test
  void rectanglesWithoutGuttersAreCopedWith() {
    List<Rect> rects = Packings.grid(8, 8, 100, 60, 0);
    List<Demand> demands = demands(60, 64, new Random(1));

    List<List<Point>> ways = router(rects, 16).ways(demands);

    for (int at = 0; at < demands.size(); at++) {
      if (!ways.get(at).isEmpty()) {
        WayChecks.check(ways.get(at), rects, demands.get(at).from(), demands.get(at).to());
      }
    }
  }

  @Test
  void narrowGuttersAreUsedDownToTwoUnits() {
    List<Rect> rects = Packings.grid(6, 6, 100, 60, 2);
    List<Demand> demands = demands(40, 36, new Random(1));

    List<List<Point>> ways = router(rects, 16).ways(demands);

    for (int at = 0; at < demands.size(); at++) {
      WayChecks.check(ways.get(at), rects, demands.get(at).from(), demands.get(at).to());
    }
  }

  @Test
  void nothingAndOneRectangleHaveNoWays() {
    assertThat(router(List.of(), 64).ways(List.of())).isEmpty();
    assertThat(router(List.of(new Rect(0, 0, 10, 10)), 64).ways(List.of(new Demand(0, 0, 1))))
        .containsExactly(List.of());
  }

  @Test
  void theHeaviestHaveWaysAndTheRestHasNone() {
    List<Rect> rects = Packings.grid(30, 30, 100, 60, 64);
    List<Demand> demands = demands(600, 900, new Random(3));

    List<List<Point>> ways = router(rects, 64).ways(demands);

    assertThat(ways).filteredOn(way -> !way.isEmpty()).hasSize(GutterRouter.MOST_WAYS);
    int lightest = Integer.MAX_VALUE;
    int heaviestLeftOut = 0;
    for (int at = 0; at < demands.size(); at++) {
      if (ways.get(at).isEmpty()) {
        heaviestLeftOut = Math.max(heaviestLeftOut, demands.get(at).weight());
      } else {
        lightest = Math.min(lightest, demands.get(at).weight());
      }
    }
    assertThat(lightest).isGreaterThanOrEqualTo(heaviestLeftOut);
  }

  @Test
  @Timeout(180)
  void rectanglesOnTopOfEachOtherDoNoHarm() {
    Random random = new Random(9);
    List<Rect> rects = new ArrayList<>();
    for (int at = 0; at < 500; at++) {
      rects.add(
          new Rect(
              random.nextInt(-500, 500),
              random.nextInt(-500, 500),
              random.nextInt(400),
              random.nextInt(400)));
    }

    assertThat(router(rects, 16).ways(demands(100, rects.size(), random))).hasSize(100);
  }

  @Test
  @Timeout(180)
  void tenThousandRectanglesAreRoutedInBoundedTime() {
    Random random = new Random(5);
    List<Rect> rects = Packings.grid(100, 100, 240, 120, 16);
    List<Demand> demands = demands(400, rects.size(), random);

    List<List<Point>> ways = router(rects, 16).ways(demands);

    for (int at = 0; at < demands.size(); at++) {
      if (!ways.get(at).isEmpty()) {
        WayChecks.check(ways.get(at), rects, demands.get(at).from(), demands.get(at).to());
      }
    }
    assertThat(ways).filteredOn(way -> !way.isEmpty()).hasSizeGreaterThan(100);
  }

  /// Not a test: times, for who asks for them.
  static void main() {
    for (int[] size : new int[][] {{60, 100}, {1000, 300}, {10_000, 400}}) {
      Random random = new Random(1);
      List<Rect> rects = Packings.skyline(size[0], 64, 1200, random);
      List<Demand> demands = demands(size[1], size[0], random);
      for (int round = 0; round < (size[0] > 5000 ? 3 : 12); round++) {
        long start = System.nanoTime();
        List<List<Point>> ways = router(rects, 64).ways(demands);
        long found = ways.stream().filter(way -> !way.isEmpty()).count();
        System.out.println(
            size[0]
                + " × "
                + size[1]
                + ": "
                + Duration.ofNanos(System.nanoTime() - start).toMillis()
                + " ms, "
                + found
                + " ways");
      }
    }
  }
}
