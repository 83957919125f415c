package io.kubilitics.layout.drawing;

import static io.kubilitics.layout.drawing.Yaml.config;
import static io.kubilitics.layout.drawing.Yaml.deployment;
import static io.kubilitics.layout.drawing.Yaml.pod;
import static io.kubilitics.layout.drawing.Yaml.replicaSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.testbed.Manifests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTest {
  private static final String CART = "Deployment.apps/shop/cart";

  /// An app of three Pods, one of them crashing, with two old revisions more than a strip has room
  /// for; beside it a ConfigMap that nobody reads.
  private static final World SHOP =
      World.of(
          deployment("cart", 3, 2, "db-password"),
          replicaSet("cart", 14, 3),
          replicaSet("cart", 13, 0),
          replicaSet("cart", 12, 0),
          replicaSet("cart", 11, 0),
          replicaSet("cart", 10, 0),
          pod("cart-r14", "6wrtb", "", Yaml.RUNNING),
          pod("cart-r14", "k9d2x", "", Yaml.RUNNING),
          pod("cart-r14", "q8zkd", "", Yaml.CRASHING),
          config("banners", 4));

  private static Drawn drawn(Level level) {
    return new Drawn(SHOP.region(level));
  }

  private static Frame shop(Region region) {
    return region.frames().stream()
        .filter(frame -> frame.key().equals("shop"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWorkloadTellsWhatItRunsAndHowMuchOfItIsThere() {
    Card cart = drawn(Level.DETAIL).card(CART);

    assertThat(cart.kind()).isEqualTo("Deployment");
    assertThat(cart.name().text()).isEqualTo("cart");
    assertThat(cart.ready()).isEqualTo("2/3");
    assertThat(cart.tag().text()).isEqualTo("2.31.0");
    assertThat(cart.glyph()).isEqualTo("deployment");
  }

  @Test
  void aStripTellsTheNewestGenerationsAndCountsTheOthers() {
    List<Generation> strip = drawn(Level.DETAIL).card(CART).strip();

    assertThat(strip).map(Generation::name).containsExactly("r14", "r13", "r12", "+ 2");
    assertThat(strip).map(Generation::count).containsExactly("3/3", "0", "0", "");
    assertThat(strip).map(Generation::live).containsExactly(true, false, false, false);
    assertThat(strip.getLast().ids()).hasSize(2);
    assertThat(SHOP.region(Level.DETAIL).notes())
        .contains("Behind the last slot of their strip: 2 ReplicaSets.");
  }

  @Test
  void aCellHasWhatFollowsTheNameOfItsOwner() {
    List<Cell> cells = drawn(Level.DETAIL).card(CART).cells();

    assertThat(cells).map(cell -> cell.name().full()).containsExactly("6wrtb", "k9d2x", "q8zkd");
    assertThat(cells).map(Cell::look).containsExactly(Look.HEALTHY, Look.HEALTHY, Look.FAILED);
    assertThat(cells.getLast().why())
        .isEqualTo("CrashLoopBackOff: Container main ended with exit code 137 (OOMKilled).");
  }

  @Test
  void whatIsReferredToAndNotThereIsAMissingCardAtTheEndOfAMissingLine() {
    Drawn drawn = drawn(Level.DETAIL);
    Card secret = drawn.card("Secret/shop/db-password");
    Route line = drawn.routes().findFirst().orElseThrow();

    assertThat(secret.look()).isEqualTo(Look.MISSING);
    assertThat(secret.alarm()).isTrue();
    assertThat(secret.fact().text()).isEqualTo("Secret · missing");
    assertThat(line.target()).isEqualTo(secret.id());
    assertThat(line.state()).isEqualTo(EdgeState.MISSING);
    assertThat(line.verb()).isEqualTo("uses");
    assertThat(line.edges()).hasSameSizeAs(List.of(1)).allMatch(id -> id.contains(" uses-secret "));
  }

  @Test
  void anAppIsNotGoneBecauseSomethingItMayDoWithoutIs() {
    World world =
        World.of(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, generation: 1}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: a
                      image: "a:1"
                      envFrom: [{configMapRef: {name: extra, optional: true}}]
            status: {observedGeneration: 1, replicas: 1, readyReplicas: 1, availableReplicas: 1, updatedReplicas: 1}
            """);
    Block app = world.region(Level.DETAIL).frames().getFirst().blocks().getFirst();

    assertThat(app.cards()).map(Card::look).containsExactly(Look.HEALTHY, Look.MISSING);
    assertThat(app.look()).isEqualTo(Look.HEALTHY);
    assertThat(app.tally().count(Look.MISSING)).isEqualTo(1);
  }

  /// A Deployment whose status is not known yet stands in for its Pods; the Pods that are there are
  /// sure.
  @Test
  void aLineIsAGuessOnlyWhenEveryEdgeItStandsForIsOne() {
    String guessed =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop, uid: d}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: "a:1"}]}}
        """;
    String sure =
        guessed
            + """
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata:
              name: web-1
              namespace: shop
              uid: r
              ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: d, controller: true}]
            spec: {selector: {matchLabels: {app: web}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1-a
              namespace: shop
              labels: {app: web}
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: r, controller: true}]
            spec: {containers: [{name: a, image: "a:1"}]}
            """;

    assertThat(selecting(guessed).inferred()).isTrue();
    assertThat(selecting(sure).inferred()).isFalse();
  }

  private static Route selecting(String objects) {
    return new Drawn(World.of(objects).region(Level.DETAIL))
        .routes()
        .filter(route -> route.source().name().equals("web") && route.verb().equals("selects"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCannotBeReadIsLockedAndNotMissing() {
    KindState forbidden =
        new KindState(Kind.core("Secret"), "shop", Knowledge.FORBIDDEN, "no right");
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Known(forbidden));
    changes.addAll(Manifests.changes(deployment("cart", 1, 1, "db-password")));
    World world = World.of(changes);
    Region region = world.region(world.shown(Level.DETAIL).knowing(List.of(forbidden)));
    Card secret = new Drawn(region).card("Secret/shop/db-password");

    assertThat(secret.look()).isEqualTo(Look.LOCKED);
    assertThat(secret.alarm()).isFalse();
    assertThat(secret.fact().text()).isEqualTo("Secret · not readable");
    assertThat(region.complete()).isFalse();
    assertThat(region.frames().getFirst().note().text()).isEqualTo("Secrets: forbidden");
    assertThat(region.frames().getFirst().tally().looks()).doesNotContainKey(Look.LOCKED);
  }

  @Test
  void whatIsKnownFromEarlierIsStaleUnlessItIsWorse() {
    Shown shown = SHOP.shown(Level.DETAIL).knowing(List.of(KindState.ofAnyOther(Knowledge.STALE)));
    Region region = SHOP.region(shown);
    Card cart = new Drawn(region).card(CART);

    assertThat(cart.cells()).map(Cell::look).containsExactly(Look.STALE, Look.STALE, Look.FAILED);
    assertThat(new Drawn(region).card("ConfigMap/shop/banners").look()).isEqualTo(Look.STALE);
    assertThat(region.complete()).isTrue();
    assertThat(region.notes()).contains("Not fully known: other kinds: from earlier.");
  }

  @Test
  void whatGoesOrIsDoneIsNeitherIllNorServing() {
    World world =
        World.of(
            deployment("cart", 1, 1, ""),
            replicaSet("cart", 1, 1),
            pod("cart-r1", "aaaaa", "", Yaml.RUNNING),
            pod(
                "cart-r1",
                "bbbbb",
                "deletionTimestamp: \"2026-11-20T10:00:20Z\"\ndeletionGracePeriodSeconds: 30",
                Yaml.RUNNING),
            pod("cart-r1", "ccccc", "", Yaml.SUCCEEDED));

    assertThat(new Drawn(world.region(Level.DETAIL)).card(CART).cells())
        .map(Cell::look)
        .containsExactly(Look.HEALTHY, Look.LEAVING, Look.DONE);
  }

  @Test
  void whatCannotBeIllHasNoMark() {
    assertThat(drawn(Level.DETAIL).card("ConfigMap/shop/banners").look()).isEqualTo(Look.PLAIN);
  }

  @Test
  void aFrameIsAsIllAsItsWorstAppAndNotAsASinglePod() {
    World world =
        World.of(
            deployment("cart", 2, 2, ""),
            replicaSet("cart", 1, 2),
            pod("cart-r1", "aaaaa", "", Yaml.RUNNING),
            pod("cart-r1", "bbbbb", "", Yaml.CRASHING));
    Frame frame = shop(world.region(Level.DETAIL));

    assertThat(frame.look()).isEqualTo(Look.HEALTHY);
    assertThat(frame.tally().count(Look.FAILED)).isEqualTo(1);
  }

  @Test
  void anAppAtRestDoesNotMakeItsNamespaceRest() {
    World world =
        World.of(
            deployment("cart", 1, 1, ""),
            replicaSet("cart", 1, 1),
            pod("cart-r1", "aaaaa", "", Yaml.RUNNING),
            deployment("mailer", 0, 0, ""),
            replicaSet("mailer", 1, 0));
    Region region = world.region(Level.DETAIL);

    assertThat(new Drawn(region).block("mailer").look()).isEqualTo(Look.SUSPENDED);
    assertThat(new Drawn(region).block("mailer").note().text()).isEqualTo("1 app · at rest");
    assertThat(shop(region).look()).isEqualTo(Look.HEALTHY);
  }

  @Test
  void aBlockTellsItsAppsAndTheirPods() {
    Block cart = drawn(Level.APPS).block("cart");

    assertThat(cart.note().full()).isEqualTo("1 app · 2 / 3 ready");
    assertThat(cart.cards()).isEmpty();
    assertThat(cart.apps())
        .singleElement()
        .satisfies(app -> {
          assertThat(app.ready()).isEqualTo("2/3");
          assertThat(app.pods().count(Look.FAILED)).isEqualTo(1);
          assertThat(app.pods().objects()).isEqualTo(3);
        });
    assertThat(drawn(Level.DETAIL).block("Without lines").note().text()).isEqualTo("1 object");
  }

  @Test
  void aNamespaceAsATileHasACellForEachBlock() {
    Frame frame = shop(SHOP.region(Level.NAMESPACES));

    assertThat(frame.blocks()).isEmpty();
    assertThat(frame.apps()).map(Frame.AppCell::title).containsExactly("cart", "Without lines");
    assertThat(frame.tally()).isEqualTo(shop(SHOP.region(Level.DETAIL)).tally());
  }

  @Test
  void aLineSaysWhatItsCardsDoAndNotWhatIsFoldedIntoThem() {
    String inApp = "labels: {kubernetes.io/service-name: cart}";
    World world =
        World.of(
            deployment("cart", 1, 1, ""),
            replicaSet("cart", 1, 1),
            pod("cart-r1", "aaaaa", "", Yaml.RUNNING),
            Yaml.object(
                "v1", "Service", "cart", "spec: {selector: {app: cart}, ports: [{port: 80}]}"),
            Yaml.object(
                    "discovery.k8s.io/v1",
                    "EndpointSlice",
                    "a-first",
                    "addressType: IPv4\n"
                        + "endpoints: [{addresses: [10.0.0.1], targetRef: {kind: Pod, name:"
                        + " cart-r1-aaaaa, namespace: shop}}]")
                .replace("  namespace: shop\n  uid", "  namespace: shop\n  " + inApp + "\n  uid"));
    Route line = new Drawn(world.region(Level.DETAIL)).routes().findFirst().orElseThrow();

    assertThat(line.count()).isEqualTo(2);
    assertThat(line.verb()).isEqualTo("selects");
  }

  @Test
  void aFilterHidesAndNeverMoves() {
    Region whole = SHOP.region(Level.DETAIL);
    Shown shown =
        SHOP.shown(Level.DETAIL)
            .filtered(node -> !node.id().name().equals("cart-r14-k9d2x"), List.of("no k9d2x"));
    Region less = SHOP.region(shown);
    Card cart = new Drawn(less).card(CART);

    assertThat(cart.rect()).isEqualTo(new Drawn(whole).card(CART).rect());
    assertThat(cart.cells()).map(Cell::number).containsExactly(0, 2);
    assertThat(less.bounds()).isEqualTo(whole.bounds());
    assertThat(less.tally().objects()).isEqualTo(whole.tally().objects() - 1);
    assertThat(less.notes()).contains("1 object is hidden by the filter.");
    assertThat(less.filters()).containsExactly("no k9d2x");
  }

  @Test
  void whatAFilterLeavesOfAWorkloadStandsInItsNamedCard() {
    Shown pods =
        SHOP.shown(Level.DETAIL)
            .filtered(node -> node.id().kind().name().equals("Pod"), List.of("kind=Pod"));
    Drawn drawn = new Drawn(SHOP.region(pods));
    Card cart = drawn.card(CART);

    assertThat(cart.name().text()).isEqualTo("cart");
    assertThat(cart.look()).isEqualTo(Look.PLAIN);
    assertThat(cart.cells()).hasSize(3);
    assertThat(cart.strip()).isEmpty();
    assertThat(drawn.blocks()).hasSize(1);
    assertThat(drawn.routes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Level.class,
      names = {"DETAIL", "CARDS", "APPS"})
  void theNumbersOfASmallFrameGiveWayToItsTitle(Level level) {
    World world =
        World.of(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: argocd}
            """,
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: argocd}
            """);

    assertThat(world.region(level).frames())
        .extracting(frame -> frame.title().text())
        .containsExactlyInAnyOrder("Cluster", "argocd");
  }

  @Test
  void aBlockOfWhatIsMissingDoesNotSayThatItIsEmpty() {
    World world =
        World.of(
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: shop}
            spec: {volumeName: pv-1}
            """);

    assertThat(new Drawn(world.region(Level.DETAIL)).block("PersistentVolume").note().text())
        .isEqualTo("1 missing");
  }

  @Test
  void aFrameOfWhichNothingIsLeftIsGone() {
    Shown nothing = SHOP.shown(Level.DETAIL).filtered(_ -> false, List.of("nothing"));

    assertThat(SHOP.region(nothing).frames()).isEmpty();
    assertThat(SHOP.region(nothing).notes())
        .containsExactly("10 objects are hidden by the filter.");
  }

  @Test
  void whatAViewerMayNotSeeIsNeitherDrawnNorNamedNorCounted() {
    Viewer onlyPods = (kind, _) -> kind.equals(Kind.core("Pod"));
    Region region =
        Composer.compose(
            SHOP.plan(), SHOP.topology().network(onlyPods), SHOP.shown(Level.DETAIL), List.of());
    Card card = new Drawn(region).cards().findFirst().orElseThrow();

    assertThat(region.tally().objects()).isEqualTo(3);
    assertThat(region.notes()).isEmpty();
    assertThat(card.look()).isEqualTo(Look.LOCKED);
    assertThat(card.name().full()).isEmpty();
    assertThat(card.cells()).hasSize(3);
    assertThat(region.frames().toString())
        .doesNotContain("Deployment")
        .doesNotContain("full=cart]");
  }

  @Test
  void whatStandsInTwoPlacesIsCountedInTheFirst() {
    Plan plan = SHOP.plan();
    List<FramePlan> twice = new ArrayList<>(plan.frames());
    twice.addAll(plan.frames());
    Plan doubled =
        new Plan(plan.arrangement(), plan.revision(), plan.epoch(), plan.bounds(), twice);
    Region region = new World(SHOP.topology(), doubled, World.NOW).region(Level.DETAIL);

    assertThat(region.tally()).isEqualTo(SHOP.region(Level.DETAIL).tally());
    assertThat(region.relations()).isEqualTo(SHOP.region(Level.DETAIL).relations());
  }

  @Test
  void outsideTheWindowIsCountedOnly() {
    Region region = SHOP.region(SHOP.shown(Level.DETAIL).within(new Rect(-50, -50, 10, 10)));

    assertThat(new Drawn(region).blocks()).isEmpty();
    assertThat(region.tally()).isEqualTo(SHOP.region(Level.DETAIL).tally());
    assertThat(region.notes()).isEqualTo(SHOP.region(Level.DETAIL).notes());
  }

  @Test
  void anInventoryIsGoodForEveryLevelWindowAndThread() {
    World demo = World.demo(300);
    Inventory inventory = Inventory.of(demo.plan(), demo.network(), demo.shown(Level.DETAIL));
    List<Shown> views =
        Arrays.stream(Level.values())
            .flatMap(level ->
                Stream.of(demo.shown(level), demo.shown(level).within(new Rect(0, 0, 700, 500))))
            .toList();

    assertThat(
            views.parallelStream()
                .map(shown -> Composer.compose(inventory, shown, List.of()))
                .toList())
        .isEqualTo(views.stream().map(demo::region).toList());
  }

  @Test
  void anInventoryIsOfNoUseForAnotherFilter() {
    Shown all = SHOP.shown(Level.DETAIL);
    Inventory inventory = Inventory.of(SHOP.plan(), SHOP.network(), all);

    assertThatThrownBy(
            () -> Composer.compose(inventory, all.filtered(_ -> false, List.of()), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalInputGivesEqualDrawings() {
    World demo = World.demo(300);
    for (Level level : Level.values()) {
      assertThat(World.demo(300).region(level)).isEqualTo(demo.region(level));
    }
  }

  @Test
  void aClusterWithoutObjectsIsAnEmptyRegion() {
    World nothing = World.of(List.of());

    for (Level level : Level.values()) {
      Region region = nothing.region(level);
      assertThat(region.frames()).isEmpty();
      assertThat(region.notes()).isEmpty();
      assertThat(region.complete()).isTrue();
    }
  }
}
