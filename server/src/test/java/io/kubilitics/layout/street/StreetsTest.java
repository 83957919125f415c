package io.kubilitics.layout.street;

import static io.kubilitics.layout.drawing.Shown.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreetsTest {
  private static final DemoMap DEMO = DemoMap.demo(3_000, Arrangement.NAMESPACE);

  private static List<Street> streets(DemoMap map, Level level) {
    return Streets.of(map.plan(), map.network(), EVERYTHING, level).in(null);
  }

  /// What the streets should count, edge by edge.
  private static Map<String, Integer> oracle(DemoMap map, Level level) {
    Map<ResourceId, String> blocks = map.blocks();
    Map<String, Integer> counts = new TreeMap<>();
    for (Edge edge : Manifests.allEdges(map.topology(), Set.of())) {
      RelationType type = Manifests.catalogue().relations().of(edge.relation());
      String from = blocks.get(edge.source());
      String to = blocks.get(edge.target());
      if (type.layout() != RelationType.Layout.CORE
          || type.category(edge.target().kind()) != Category.TRAFFIC
          || edge.source().namespace().isEmpty()
          || edge.target().namespace().isEmpty()
          || from == null
          || to == null) {
        continue;
      }
      if (level == Level.NAMESPACES) {
        from = from.substring(0, from.indexOf('\n'));
        to = to.substring(0, to.indexOf('\n'));
      }
      if (!from.equals(to)) {
        counts.merge(from + " -> " + to, 1, Integer::sum);
      }
    }
    return counts;
  }

  @ParameterizedTest
  @EnumSource(names = {"NAMESPACES", "APPS"})
  void everyEdgeOfTrafficBetweenTilesIsCountedOnce(Level level) {
    Map<String, Integer> counts = new TreeMap<>();
    streets(DEMO, level)
        .forEach(street -> counts.put(street.from() + " -> " + street.to(), street.count()));

    assertThat(counts).isEqualTo(oracle(DEMO, level)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NAMESPACES", "APPS"})
  void streetsRunInTheGutters(Level level) {
    Map<String, Rect> tiles = tiles(DEMO.plan(), level);
    List<Rect> rects = List.copyOf(tiles.values());
    List<String> keys = List.copyOf(tiles.keySet());

    List<Street> streets = streets(DEMO, level);

    for (Street street : streets) {
      WayChecks.check(
          street.points(), rects, keys.indexOf(street.from()), keys.indexOf(street.to()));
    }
    picture(DEMO, level, streets).write("level-" + level.number());
  }

  private static Map<String, Rect> tiles(Plan plan, Level level) {
    Map<String, Rect> tiles = new TreeMap<>();
    for (FramePlan frame : plan.frames()) {
      if (level == Level.NAMESPACES || frame.type() == Frame.Type.CLUSTER) {
        tiles.put(frame.key(), frame.rect());
        continue;
      }
      for (BlockPlan block : frame.blocks()) {
        tiles.put(
            frame.key() + "\n" + block.key(),
            block.slot().plus(frame.rect().x(), frame.rect().y()));
      }
    }
    return tiles;
  }

  static Picture picture(DemoMap map, Level level, List<Street> streets) {
    Picture picture = new Picture();
    for (FramePlan frame : map.plan().frames()) {
      picture.rect(frame.rect(), "#f6f7f9", "#c8ccd4");
      for (BlockPlan block : level == Level.NAMESPACES ? List.<BlockPlan>of() : frame.blocks()) {
        picture.rect(block.slot().plus(frame.rect().x(), frame.rect().y()), "#fff", "#d8dce2");
      }
      picture.text(
          frame.rect().x() + 20,
          frame.rect().y() + 40,
          level == Level.NAMESPACES ? 64 : 40,
          frame.title());
    }
    for (Street street : streets.reversed()) {
      picture.way(street.points(), "#2b8a9e", 0.5 + street.weight() * 0.6);
    }
    return picture;
  }

  @ParameterizedTest
  @EnumSource
  void whateverTheFramesStandForEveryEdgeIsCounted(Arrangement arrangement) {
    DemoMap map = DemoMap.demo(1_000, arrangement);
    Map<String, Integer> counts = new TreeMap<>();
    streets(map, Level.APPS)
        .forEach(street -> counts.put(street.from() + " -> " + street.to(), street.count()));

    assertThat(counts).isEqualTo(oracle(map, Level.APPS)).isNotEmpty();
    for (ResourceId id : List.copyOf(map.blocks().keySet()).subList(0, 40)) {
      assertThat(Spotlight.light(map.plan(), map.network(), EVERYTHING, id, Level.DETAIL).id())
          .isEqualTo(id);
    }
  }

  @Test
  void theHeaviestStreetsComeFirstAndAreWidest() {
    List<Street> streets = streets(DEMO, Level.APPS);

    assertThat(streets).extracting(Street::count).isSortedAccordingTo((a, b) -> b - a);
    for (Street street : streets) {
      int weight = street.count() < 4 ? 1 : street.count() < 16 ? 2 : 3;
      assertThat(street.weight()).isEqualTo(weight);
    }
  }

  @Test
  void aWindowShowsTheSameStreetsAsTheWhole() {
    Map<String, Street> all = new HashMap<>();
    streets(DEMO, Level.APPS).forEach(street -> all.put(street.from() + street.to(), street));
    FramePlan frame = DEMO.plan().frames().getLast();

    List<Street> some =
        Streets.of(DEMO.plan(), DEMO.network(), EVERYTHING, Level.APPS).in(frame.rect());

    assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
    assertThat(all.values()).containsAll(some);
    List<Street> others = new ArrayList<>(all.values());
    others.removeAll(some);
    assertThat(others).noneMatch(street -> Ways.touches(street.points(), frame.rect()));
  }

  @Test
  void ofALargeMapAWindowShowsWhatEndsInIt() {
    DemoMap large = DemoMap.demo(12_000, Arrangement.NAMESPACE);
    Streets streets = Streets.of(large.plan(), large.network(), EVERYTHING, Level.APPS);
    assertThat(streets.in(null)).hasSizeGreaterThan(GutterRouter.MOST_WAYS);
    FramePlan frame = large.plan().frames().get(5);
    String prefix = frame.key() + "\n";

    List<Street> some = streets.in(frame.rect());

    List<String> ending = new ArrayList<>();
    for (Street street : streets.in(null)) {
      if (street.from().startsWith(prefix) || street.to().startsWith(prefix)) {
        ending.add(street.from() + street.to());
      }
    }
    assertThat(some)
        .allMatch(street -> !street.points().isEmpty())
        .extracting(street -> street.from() + street.to())
        .containsAll(ending);
  }

  @Test
  void aViewerSeesOnlyTheTrafficOfWhatMayBeSeen() {
    String hidden = "shop";
    Viewer viewer = (_, namespace) -> !namespace.equals(hidden);
    Network network = DEMO.topology().network(viewer);

    assertThat(Streets.of(DEMO.plan(), network, EVERYTHING, Level.NAMESPACES).in(null))
        .isNotEmpty()
        .noneMatch(street -> street.from().equals(hidden) || street.to().equals(hidden));
    assertThat(streets(DEMO, Level.NAMESPACES))
        .anyMatch(street -> street.from().equals(hidden) || street.to().equals(hidden));
  }

  @Test
  void whatTheFilterHidesHasNoStreets() {
    Predicate<Node> filter = node -> !node.id().namespace().equals("shop");

    assertThat(Streets.of(DEMO.plan(), DEMO.network(), filter, Level.NAMESPACES).in(null))
        .isNotEmpty()
        .noneMatch(street -> street.from().equals("shop") || street.to().equals("shop"));
  }

  @Test
  void aMapWithoutObjectsHasNoStreets() {
    DemoMap empty = DemoMap.of(Topology.EMPTY, Arrangement.NAMESPACE);

    assertThat(streets(empty, Level.NAMESPACES)).isEmpty();
    assertThat(streets(empty, Level.APPS)).isEmpty();
  }

  @Test
  void theLowerLevelsHaveNoStreets() {
    assertThatThrownBy(() -> Streets.of(DEMO.plan(), DEMO.network(), EVERYTHING, Level.DETAIL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Not a test: times, for who asks for them.
  ///
  /// @param arguments how many objects
  static void main(String[] arguments) {
    DemoMap map = DemoMap.demo(Integer.parseInt(arguments[0]), Arrangement.NAMESPACE);
    for (Level level : List.of(Level.NAMESPACES, Level.APPS)) {
      for (int round = 0; round < 8; round++) {
        long start = System.nanoTime();
        Streets streets = Streets.of(map.plan(), map.network(), EVERYTHING, level);
        long counted = System.nanoTime();
        List<Street> all = streets.in(null);
        long routed = System.nanoTime();
        Rect window = map.plan().frames().get(map.plan().frames().size() / 2).rect();
        int some = streets.in(window).size();
        long seen = System.nanoTime();
        System.out.printf(
            "%s: counted in %d ms, %d streets, %d with a way in %d ms, a window's %d in %d ms%n",
            level,
            (counted - start) / 1_000_000,
            all.size(),
            all.stream().filter(street -> !street.points().isEmpty()).count(),
            (routed - counted) / 1_000_000,
            some,
            (seen - routed) / 1_000_000);
      }
      picture(map, level, Streets.of(map.plan(), map.network(), EVERYTHING, level).in(null))
          .write("demo-" + arguments[0] + "-level-" + level.number());
    }
  }
}
