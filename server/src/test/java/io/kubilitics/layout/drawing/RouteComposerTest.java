package io.kubilitics.layout.drawing;

import static io.kubilitics.layout.drawing.Yaml.config;
import static io.kubilitics.layout.drawing.Yaml.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Route;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Lines of a plan by hand: a Pod that reads two ConfigMaps and a Secret that is not there.
class RouteComposerTest {
  private static final String POD = "Pod/shop/cart";
  private static final List<String> CARDS =
      List.of(POD, "ConfigMap/shop/a", "ConfigMap/shop/b", "Secret/shop/gone");
  private static final World OBJECTS =
      World.of(
          object(
              "v1",
              "Pod",
              "cart",
              """
              spec:
                containers:
                - name: main
                  envFrom:
                  - configMapRef: {name: a}
                  - configMapRef: {name: b}
                  - secretRef: {name: gone}
              """),
          config("a", 1),
          config("b", 1));

  private static List<Route> routes(Level level, RoutePlan... routes) {
    World world = new World(OBJECTS.topology(), plan(routes), World.NOW);
    return new Drawn(world.region(level)).routes().toList();
  }

  private static Plan plan(RoutePlan... routes) {
    List<CardPlan> cards =
        CARDS.stream()
            .map(id ->
                new CardPlan(
                    ResourceId.parse(id),
                    CardShape.SIMPLE,
                    new Rect(0, 0, 168, 40),
                    0,
                    new TreeMap<>(),
                    List.of(),
                    List.of()))
            .toList();
    Rect rect = new Rect(0, 0, 1_000, 1_000);
    BlockPlan block =
        new BlockPlan("b", Block.Type.APP, "cart", List.of(), rect, cards, List.of(routes));
    return new Plan(
        Arrangement.NAMESPACE,
        1,
        1,
        rect,
        List.of(new FramePlan("shop", Frame.Type.GROUP, "shop", rect, List.of(block))));
  }

  /// From the Pod to a card.
  private static RoutePlan line(int target, String relation, int... xs) {
    List<Point> points =
        xs.length == 1
            ? List.of(new Point(168, 20), new Point(168 + xs[0], 20))
            : List.of(
                new Point(168, 20),
                new Point(168 + xs[0], 20),
                new Point(168 + xs[0], 99),
                new Point(168 + xs[1], 99));
    return new RoutePlan(
        0,
        target,
        Category.CONFIGURATION,
        1,
        List.of(
            new RoutePlan.Ends(
                ResourceId.parse(POD),
                new Relation(relation),
                ResourceId.parse(CARDS.get(target)))),
        points);
  }

  @Test
  void aLineHasTheEdgesItStandsForAndTheWorstOfTheirStates() {
    List<Route> routes =
        routes(Level.DETAIL, line(1, "uses-config", 60), line(3, "uses-secret", 40, 60));

    assertThat(routes).map(Route::state).containsExactly(EdgeState.RESOLVED, EdgeState.MISSING);
    assertThat(routes).map(Route::count).containsExactly(1, 1);
    assertThat(routes.getFirst().edges())
        .containsExactly("Pod/shop/cart uses-config ConfigMap/shop/a");
    assertThat(routes.getFirst().inferred()).isFalse();
  }

  @Test
  void aBundleSaysItsVerbOnce() {
    assertThat(routes(Level.DETAIL, line(1, "uses-config", 60), line(2, "uses-config", 40, 60)))
        .map(Route::verb)
        .containsExactly("uses", "");
  }

  @Test
  void theFirstLineWithRoomSaysIt() {
    assertThat(routes(Level.DETAIL, line(1, "uses-config", 12, 60), line(2, "uses-config", 40, 60)))
        .map(Route::verb)
        .containsExactly("", "uses");
  }

  @Test
  void whereThereIsNoRoomAndAtOtherLevelsThereIsNoVerb() {
    assertThat(routes(Level.DETAIL, line(1, "uses-config", 20)))
        .map(Route::verb)
        .containsExactly("");
    assertThat(routes(Level.CARDS, line(1, "uses-config", 90)))
        .map(Route::verb)
        .containsExactly("");
  }

  @Test
  void aLineWithoutPointsOrWithoutEdgesIsNotDrawn() {
    RoutePlan pointless = new RoutePlan(0, 1, Category.CONFIGURATION, 1, List.of(), List.of());
    RoutePlan gone = line(1, "uses-config", 60);
    RoutePlan traffic = new RoutePlan(1, 2, Category.TRAFFIC, 1, gone.edges(), gone.points());

    assertThat(routes(Level.DETAIL, pointless, traffic)).isEmpty();
  }

  @Test
  void whatHasNoLineIsCounted() {
    World world = new World(OBJECTS.topology(), plan(line(1, "uses-config", 60)), World.NOW);

    assertThat(world.region(Level.DETAIL).notes())
        .anyMatch(note ->
            note.contains("drawn for the selection only: ")
                && note.contains("uses-config 1")
                && note.contains("uses-secret 1"));
  }
}
