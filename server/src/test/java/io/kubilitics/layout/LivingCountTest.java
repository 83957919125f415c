package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Edits.Edit;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.drawing.Composer;
import io.kubilitics.layout.drawing.Disturbance;
import io.kubilitics.layout.drawing.LivingCount;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.session.KindAppearance;
import io.kubilitics.session.map.LivingMap;
import io.kubilitics.session.map.Sheet;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.TopologyQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is counted and drawn block by block is what is counted and drawn of everything at once,
/// whatever has happened before.
class LivingCountTest {
  private static final ClusterId CLUSTER = new ClusterId("here");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final KindAppearance APPEARANCE = new KindAppearance(Bundled.catalogue());
  private static final List<Change> DEMO = Measured.demo(300, Bundled.catalogue());

  private static final Viewer SOME =
      (kind, namespace) ->
          !kind.name().equals("Deployment")
              && !kind.name().equals("Secret")
              && !namespace.endsWith("g")
              && !namespace.equals("green");

  private final BlockLayouts blockLayouts = new BlockLayouts(2);

  @AfterEach
  void close() {
    blockLayouts.close();
  }

  /// One who looks at the map, and remembers what he was told.
  private static final class Onlooker {
    private final TopologyQuery query;
    private final Viewer viewer;
    private final LivingCount count = new LivingCount();
    private final Map<Level, SortedMap<String, Object>> known = new EnumMap<>(Level.class);

    Onlooker(TopologyQuery query, Viewer viewer) {
      this.query = query;
      this.viewer = viewer;
    }

    void look(LayoutReplay replay, Disturbance since) {
      Sheet sheet = Sheet.kept(new LivingMap(replay.plan(), replay.topology()), query, viewer);
      LivingCount.Step step =
          count.follow(sheet.plan(), sheet.network(), shown(sheet, Level.DETAIL), since);
      for (Level level : Level.values()) {
        Shown shown = shown(sheet, level);
        Region whole = Composer.compose(sheet.plan(), sheet.network(), shown, List.of());
        assertThat(step.map().whole(shown, List.of())).as("%s %s", query, level).isEqualTo(whole);
        assertThat(told(level, step, shown))
            .as("what differs is told of: %s %s", query, level)
            .isEqualTo(parts(whole));
      }
    }

    /// What is known from before, with the parts that are said to differ made anew.
    private SortedMap<String, Object> told(Level level, LivingCount.Step step, Shown shown) {
      SortedMap<String, Object> parts = known.computeIfAbsent(level, _ -> new TreeMap<>());
      if (step.map().hasDistricts(shown)) {
        return parts(step.map().whole(shown, List.of()));
      }
      step.disturbed()
          .forEach((frame, blocks) -> {
            parts.remove(frame);
            step.map().frame(frame, shown).ifPresent(head -> parts.put(frame, head));
            var drawn = step.map().blockPlans(frame, shown);
            parts
                .keySet()
                .removeIf(key ->
                    key.startsWith(frame + "\n")
                        && !drawn.containsKey(key.substring(frame.length() + 1)));
            drawn.forEach((key, plan) -> {
              if (blocks.contains(plan.key()) || !parts.containsKey(frame + "\n" + key)) {
                parts.put(frame + "\n" + key, step.map().block(plan, shown));
              }
            });
          });
      if (step.heads()) {
        step.map()
            .plan()
            .frames()
            .forEach(frame ->
                step.map()
                    .frame(frame.key(), shown)
                    .ifPresent(head -> parts.put(frame.key(), head)));
      }
      return parts;
    }

    private static SortedMap<String, Object> parts(Region region) {
      SortedMap<String, Object> parts = new TreeMap<>();
      for (Frame frame : region.frames()) {
        parts.put(
            frame.key(),
            new Frame(
                frame.key(),
                frame.type(),
                frame.rect(),
                frame.title(),
                frame.note(),
                frame.tally(),
                frame.look(),
                frame.apps(),
                List.of()));
        for (Block block : frame.blocks()) {
          parts.put(frame.key() + "\n" + block.key(), block);
        }
      }
      return parts;
    }

    private static Shown shown(Sheet sheet, Level level) {
      return new Shown(
          CLUSTER, NOW, level, null, sheet.filter(), List.of(), sheet.gaps(), APPEARANCE);
    }
  }

  private static TopologyQuery query(
      Set<String> namespaces, Set<Kind> kinds, Set<Relation> relations, Set<Health.Status> health) {
    return new TopologyQuery(
        namespaces, kinds, relations, LabelSelector.EVERYTHING, health, Optional.empty());
  }

  private static List<Onlooker> onlookers() {
    List<Onlooker> all = new ArrayList<>();
    all.add(new Onlooker(TopologyQuery.ALL, Viewer.EVERYTHING));
    all.add(new Onlooker(TopologyQuery.ALL, SOME));
    all.add(
        new Onlooker(
            query(
                Set.of(), Set.of(), Set.of(), Set.of(Health.Status.DEGRADED, Health.Status.FAILED)),
            Viewer.EVERYTHING));
    all.add(
        new Onlooker(
            query(Set.of("blue", "checkout"), Set.of(), Set.of(), Set.of()), Viewer.EVERYTHING));
    all.add(
        new Onlooker(
            query(
                Set.of(),
                Set.of(Kind.core("Pod"), Kind.core("Service"), Kind.core("ConfigMap")),
                Set.of(),
                Set.of()),
            SOME));
    all.add(
        new Onlooker(
            query(
                Set.of(),
                Set.of(),
                Set.of(new Relation("selects"), new Relation("uses-config")),
                Set.of()),
            Viewer.EVERYTHING));
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void everyRevisionOfACompanysLifeIsWhatWouldBeDrawnAnew(Arrangement arrangement) {
    EditedCluster cluster = new EditedCluster(DEMO);
    LayoutReplay replay = new LayoutReplay(arrangement, blockLayouts, DEMO);
    Edits edits = new Edits(cluster, replay, 11);
    Random random = new Random(11);
    List<Onlooker> onlookers = onlookers();
    onlookers.forEach(each -> each.look(replay, Disturbance.EVERYTHING));
    List<Edit> all = List.of(Edit.values());
    for (int at = 0; at < 2 * all.size(); at++) {
      for (List<Change> changes : edits.steps(all.get(at % all.size()))) {
        replay.change(cluster.applied(changes));
        if (random.nextInt(3) == 0) {
          follow(replay, onlookers, random);
        }
      }
    }
    follow(replay, onlookers, random);
  }

  @ParameterizedTest
  @EnumSource
  void soItIsWhereAnythingOwnsAndSelectsAnything(Arrangement arrangement) {
    for (long seed = 1; seed <= 6; seed++) {
      TangledWorld world = new TangledWorld(seed);
      Random random = new Random(seed);
      LayoutReplay replay = new LayoutReplay(arrangement, blockLayouts, world.changes(30));
      List<Onlooker> onlookers = onlookers();
      onlookers.forEach(each -> each.look(replay, Disturbance.EVERYTHING));
      for (int step = 0; step < 30; step++) {
        replay.change(world.changes(1 + random.nextInt(4)));
        follow(replay, onlookers, random);
      }
    }
  }

  private static void follow(LayoutReplay replay, List<Onlooker> onlookers, Random random) {
    if (random.nextInt(6) == 0) {
      Kind kind = random.nextBoolean() ? Kind.core("Pod") : Kind.core("ConfigMap");
      KindState.Knowledge[] all = KindState.Knowledge.values();
      replay.change(
          List.of(
              new Change.Known(
                  random.nextInt(3) == 0
                      ? KindState.ofAnyOther(all[random.nextInt(all.length)])
                      : new KindState(kind, "", all[random.nextInt(all.length)], ""))));
    }
    Disturbance since = replay.touched().disturbance();
    if (random.nextInt(10) == 0) {
      replay.tidy();
    }
    replay.follow();
    onlookers.forEach(each -> each.look(replay, since));
  }

  /// Where Pods stand on their Nodes, the card of a Service is in another frame and tells how many
  /// of them are ready all the same.
  @Test
  void aServiceTellsOfPodsThatStandInAnotherFrame() {
    List<Change> shop =
        Manifests.changes(
            """
            {apiVersion: v1, kind: Node, metadata: {name: worker}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            """
                + pod("web-1", "True"));
    LayoutReplay replay = new LayoutReplay(Arrangement.NODE, blockLayouts, shop);
    Onlooker onlooker = new Onlooker(TopologyQuery.ALL, Viewer.EVERYTHING);
    onlooker.look(replay, Disturbance.EVERYTHING);

    replay.change(Manifests.changes(pod("web-1", "False")));
    Disturbance since = replay.touched().disturbance();
    replay.follow();

    assertThat(since.nodes()).extracting(ResourceId::name).containsExactly("web-1");
    onlooker.look(replay, since);
  }

  private static String pod(String name, String ready) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: shop, uid: u, labels: {app: web}}
    spec: {nodeName: worker, containers: [{name: web, image: web}]}
    status:
      phase: Running
      conditions: [{type: Ready, status: "%s"}]
      containerStatuses: [{name: web, ready: %s, restartCount: 0, state: {running: {}}}]
    """
        .formatted(name, ready, ready.equals("True"));
  }
}
