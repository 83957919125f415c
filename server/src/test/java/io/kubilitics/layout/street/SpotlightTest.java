package io.kubilitics.layout.street;

import static io.kubilitics.layout.drawing.Shown.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpotlightTest {
  private static final DemoMap DEMO = DemoMap.demo(3_000, Arrangement.NAMESPACE);

  private static Lit light(String id) {
    return Spotlight.light(
        DEMO.plan(), DEMO.network(), EVERYTHING, ResourceId.parse(id), Level.DETAIL);
  }

  private static List<String> pills(Lit lit) {
    return lit.pills().stream().map(pill -> pill.text().full()).toList();
  }

  /// Every card of a plan on the canvas.
  private static Map<ResourceId, Rect> cards(Plan plan) {
    Map<ResourceId, Rect> cards = new HashMap<>();
    for (FramePlan frame : plan.frames()) {
      for (BlockPlan block : frame.blocks()) {
        for (CardPlan card : block.cards()) {
          cards.put(
              card.id(),
              card.rect()
                  .plus(frame.rect().x() + block.slot().x(), frame.rect().y() + block.slot().y()));
        }
      }
    }
    return cards;
  }

  private static List<ResourceId> some(int count) {
    List<ResourceId> ids = new ArrayList<>(new TreeSet<>(DEMO.blocks().keySet()));
    Random random = new Random(11);
    List<ResourceId> some = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      some.add(ids.get(random.nextInt(ids.size())));
    }
    return some;
  }

  @Test
  void noLineRunsOverACard() {
    Map<ResourceId, Rect> cards = cards(DEMO.plan());
    List<ResourceId> ids = List.copyOf(cards.keySet());
    List<Rect> rects = ids.stream().map(cards::get).toList();

    int lines = 0;
    for (ResourceId id : some(120)) {
      for (Route route :
          Spotlight.light(DEMO.plan(), DEMO.network(), EVERYTHING, id, Level.DETAIL).routes()) {
        WayChecks.check(
            route.points(), rects, ids.indexOf(route.source()), ids.indexOf(route.target()));
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(100);
  }

  @ParameterizedTest
  @EnumSource(
      value = Level.class,
      names = {"DETAIL", "CARDS"})
  void pillsDoNotLieOnEachOther(Level level) {
    int unit = level.divisor();
    for (ResourceId id : some(200)) {
      List<Lit.Pill> pills =
          Spotlight.light(DEMO.plan(), DEMO.network(), EVERYTHING, id, level).pills();
      for (int one = 0; one < pills.size(); one++) {
        for (int other = 0; other < one; other++) {
          assertThat(box(pills.get(one), unit).overlaps(box(pills.get(other), unit)))
              .as("%s", id)
              .isFalse();
        }
      }
    }
  }

  @Test
  void aPillLeavesTheNameOfALowCardFree() {
    ResourceId id = ResourceId.parse("Node/worker-1");
    Rect card = place(id);

    assertThat(Spotlight.light(DEMO.plan(), DEMO.network(), EVERYTHING, id, Level.CARDS).pills())
        .isNotEmpty()
        .noneMatch(pill -> box(pill, Level.CARDS.divisor()).overlaps(card));
  }

  /// On the canvas.
  private static Rect place(ResourceId id) {
    for (FramePlan frame : DEMO.plan().frames()) {
      for (BlockPlan block : frame.blocks()) {
        for (CardPlan card : block.cards()) {
          if (card.id().equals(id)) {
            return card.rect()
                .plus(block.slot().x(), block.slot().y())
                .plus(frame.rect().x(), frame.rect().y());
          }
        }
      }
    }
    throw new AssertionError(id + " has no card");
  }

  private static Rect box(Lit.Pill pill) {
    return box(pill, 1);
  }

  private static Rect box(Lit.Pill pill, int unit) {
    int width = unit * PillPlaces.width(pill.text());
    int height = unit * PillPlaces.HEIGHT;
    return new Rect(pill.at().x() - width / 2, pill.at().y() - height / 2, width, height);
  }

  @Test
  void everyRelationOfASelectedCardIsTold() {
    Map<ResourceId, List<Edge>> edges = new HashMap<>();
    for (Edge edge : Manifests.allEdges(DEMO.topology(), Set.of())) {
      edges.computeIfAbsent(edge.source(), _ -> new ArrayList<>()).add(edge);
      edges.computeIfAbsent(edge.target(), _ -> new ArrayList<>()).add(edge);
    }
    for (ResourceId id : some(300)) {
      Spot spot = Objects.requireNonNull(Spot.of(DEMO.plan(), Set.of(id)).get(id));
      Set<ResourceId> own = new HashSet<>(DemoMap.all(spot.cardPlan()).toList());
      Lit lit = Spotlight.light(DEMO.plan(), DEMO.network(), EVERYTHING, spot.id(), Level.DETAIL);
      long leaving =
          own.stream()
              .flatMap(one -> edges.getOrDefault(one, List.of()).stream())
              .filter(edge -> own.contains(edge.source()) != own.contains(edge.target()))
              .filter(edge -> !isDrawn(spot.blockPlan(), edge))
              .filter(edge -> type(edge).layout() != RelationType.Layout.NEVER)
              .count();
      assertThat(lit.routes().stream().mapToLong(Route::count).sum())
          .as("%s", spot.id())
          .isLessThanOrEqualTo(leaving);
      assertThat(lit.routes().isEmpty() && lit.pills().isEmpty())
          .as("%s has %d", spot.id(), leaving)
          .isEqualTo(leaving == 0);
    }
  }

  private static RelationType type(Edge edge) {
    return Manifests.catalogue().relations().of(edge.relation());
  }

  private static boolean isDrawn(BlockPlan block, Edge edge) {
    int source = card(block, edge.source());
    int target = card(block, edge.target());
    for (RoutePlan route : block.routes()) {
      if (route.source() == source
          && route.target() == target
          && route.points().size() >= 2
          && route.category() == type(edge).category(edge.target().kind())) {
        return true;
      }
    }
    return false;
  }

  private static int card(BlockPlan block, ResourceId id) {
    for (int at = 0; at < block.cards().size(); at++) {
      if (DemoMap.all(block.cards().get(at)).anyMatch(id::equals)) {
        return at;
      }
    }
    return -1;
  }

  @Test
  void aWorkloadStandsForItsPods() {
    Lit lit = light("StatefulSet.apps/shop/postgres");

    assertThat(pills(lit)).anyMatch(text -> text.startsWith("runs on "));
    assertThat(lit.touched()).anyMatch(id -> id.kind().name().equals("Node"));
    picture(lit).write("lit-postgres");
  }

  @Test
  void aGuessedCallIsALineThatSaysSo() {
    Lit lit = light("Deployment.apps/shop/orders");

    assertThat(lit.routes())
        .anySatisfy(route -> {
          assertThat(route.target()).isEqualTo(ResourceId.parse("Service/shop/postgres"));
          assertThat(route.inferred()).isTrue();
          assertThat(route.verb()).isEqualTo("calls");
        });
    assertThat(pills(lit)).contains("calls · inferred from env");
    picture(lit).write("lit-orders");
  }

  @Test
  void whatManyUseCountsThem() {
    Lit lit = light("ConfigMap/recommendations/kube-root-ca.crt");
    Lit node = light("Node/worker-1");

    picture(node).write("lit-node");
    picture(lit).write("lit-config");
    assertThat(node.routes()).allMatch(route -> route.target().namespace().isEmpty());
    assertThat(pills(node)).anyMatch(text -> text.matches("runs [0-9,]+ Pods"));
  }

  @Test
  void theSameSelectionGivesTheSameLight() {
    for (ResourceId id : some(20)) {
      assertThat(Spotlight.light(DEMO.plan(), DEMO.network(), EVERYTHING, id, Level.DETAIL))
          .isEqualTo(Spotlight.light(DEMO.plan(), DEMO.network(), EVERYTHING, id, Level.DETAIL));
    }
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> light("Pod/shop/nobody")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() ->
            Spotlight.light(
                DEMO.plan(),
                DEMO.topology().network((_, namespace) -> !namespace.equals("shop")),
                EVERYTHING,
                ResourceId.parse("Deployment.apps/shop/cart"),
                Level.DETAIL))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aCardGoesByWhatTheViewerSeesOfIt() {
    Network network = DEMO.topology().network((kind, _) -> !kind.name().equals("Deployment"));
    int told = 0;
    for (ResourceId id : some(400)) {
      if (network.find(id) == Network.NOBODY) {
        continue;
      }
      Lit lit = Spotlight.light(DEMO.plan(), network, EVERYTHING, id, Level.DETAIL);
      assertThat(lit.toString()).doesNotContain("Deployment.apps/");
      told += lit.touched().size();
    }
    assertThat(told).isGreaterThan(100);
  }

  @Test
  void noLightFallsOnWhatTheFilterHides() {
    Predicate<Node> filter = node -> !node.id().kind().name().equals("ConfigMap");
    ResourceId cart = ResourceId.parse("Deployment.apps/shop/cart");

    Lit lit = Spotlight.light(DEMO.plan(), DEMO.network(), filter, cart, Level.DETAIL);

    assertThat(light(cart.toString()).toString()).contains("ConfigMap");
    assertThat(lit.toString()).doesNotContain("ConfigMap");
    assertThat(lit.touched()).isNotEmpty();
  }

  @Test
  void whatTheFilterHidesHasNoLight() {
    Lit lit =
        Spotlight.light(
            DEMO.plan(),
            DEMO.network(),
            _ -> false,
            ResourceId.parse("Deployment.apps/shop/cart"),
            Level.DETAIL);

    assertThat(lit.touched()).isEmpty();
    assertThat(lit.routes()).isEmpty();
    assertThat(lit.pills()).isEmpty();
  }

  @Test
  void whatIsNotDrawnYetLightsOnlyWhatItTouches() {
    Plan empty = DemoMap.of(Topology.EMPTY, Arrangement.NAMESPACE).plan();

    Lit lit =
        Spotlight.light(
            empty,
            DEMO.network(),
            EVERYTHING,
            ResourceId.parse("Deployment.apps/shop/cart"),
            Level.DETAIL);

    assertThat(lit.touched()).isEmpty();
    assertThat(lit.routes()).isEmpty();
    assertThat(lit.pills()).isEmpty();
  }

  @Test
  void everyRelationHasItsWords() {
    for (RelationType type : Manifests.catalogue().relations().all()) {
      assertThat(Phrases.knows(type.relation())).as("%s", type.relation()).isTrue();
    }
  }

  private static Picture picture(Lit lit) {
    Picture picture = new Picture();
    Set<ResourceId> touched = new HashSet<>(lit.touched());
    for (FramePlan frame : DEMO.plan().frames()) {
      picture.rect(frame.rect(), "#f6f7f9", "#c8ccd4");
      for (BlockPlan block : frame.blocks()) {
        int x = frame.rect().x() + block.slot().x();
        int y = frame.rect().y() + block.slot().y();
        picture.rect(block.slot().plus(frame.rect().x(), frame.rect().y()), "#eceef1", "none");
        picture.text(x + 16, y + 20, 11, block.title());
        for (RoutePlan route : block.routes()) {
          List<Point> way = route.points().stream().map(point -> point.plus(x, y)).toList();
          picture.way(way, "#c5d8de", 1);
        }
        for (CardPlan card : block.cards()) {
          String fill = card.id().equals(lit.id()) ? "#d9d2ff" : "#fff";
          picture.rect(
              card.rect().plus(x, y), fill, touched.contains(card.id()) ? "#2b8a9e" : "#d8dce2");
          picture.text(x + card.rect().x() + 8, y + card.rect().y() + 16, 11, card.id().name());
          picture.text(
              x + card.rect().x() + 8, y + card.rect().y() + 32, 10, card.id().kind().name());
        }
      }
    }
    lit.routes().forEach(route -> picture.way(route.points(), "#2b8a9e", 1.5));
    for (Lit.Pill pill : lit.pills()) {
      Rect box = box(pill);
      picture.rect(box, "#fff", "#888");
      picture.text(box.x() + 6, box.y() + 12, 10, pill.text().text());
    }
    return picture;
  }

  /// Not a test: times, for who asks for them.
  static void main(String[] arguments) {
    DemoMap map = DemoMap.demo(Integer.parseInt(arguments[0]), Arrangement.NAMESPACE);
    List<ResourceId> ids = new ArrayList<>(new TreeSet<>(map.blocks().keySet()));
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      long longest = 0;
      long start = System.nanoTime();
      ResourceId slowest = ids.getFirst();
      for (int at = 0; at < 20; at++) {
        ResourceId id = ids.get(random.nextInt(ids.size()));
        long before = System.nanoTime();
        Spotlight.light(map.plan(), map.network(), EVERYTHING, id, Level.DETAIL);
        long taken = System.nanoTime() - before;
        slowest = taken > longest ? id : slowest;
        longest = Math.max(longest, taken);
      }
      System.out.printf(
          "on average %.1f ms, at most %.1f ms: %s%n",
          (System.nanoTime() - start) / 20e6, longest / 1e6, slowest);
    }
  }
}
