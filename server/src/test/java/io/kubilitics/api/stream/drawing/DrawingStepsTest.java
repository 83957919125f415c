package io.kubilitics.api.stream.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.api.stream.Edition;
import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.Touched;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.drawing.Composer;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.street.Streets;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Health;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.session.KindAppearance;
import io.kubilitics.testbed.FoldedTopics;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawingStepsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final List<Change> DEMO = Measured.demo(300, Bundled.catalogue());
  private static final KindAppearance APPEARANCE = new KindAppearance(Bundled.catalogue());

  private final BlockLayouts blockLayouts = new BlockLayouts(2);
  private final Engine engine = new Engine(Bundled.catalogue().relations());
  private final Layout layout = new Layout(Arrangement.NAMESPACE, blockLayouts);
  private final Random random = new Random(3);
  private Touched touched = new Touched();
  private Instant now = NOW;
  private int made;

  DrawingStepsTest() {
    engine.apply(DEMO);
    engine.listen((_, delta) -> touched.add(delta));
    touched = new Touched();
    layout.start(network(), engine.current().revision());
  }

  @AfterEach
  void close() {
    blockLayouts.close();
  }

  private Network network() {
    return engine.current().network(Viewer.EVERYTHING);
  }

  private Shown shown(Level level) {
    return new Shown(
        new ClusterId("here"),
        now,
        level,
        null,
        Shown.EVERYTHING,
        List.of(),
        List.of(),
        APPEARANCE);
  }

  /// A clock that stands never puts anything off.
  private static DrawingSteps steps(Level level) {
    return new DrawingSteps(level, () -> 0);
  }

  private Edition follow(DrawingSteps steps, Touched since, boolean moved) {
    steps.follow(layout.plan(), network(), shown(steps.level()), since.disturbance(), moved);
    return steps.latest().orElseThrow();
  }

  private Edition fresh(Level level) {
    return follow(steps(level), Touched.everything(), true);
  }

  /// A few changes of any kind, followed by the layout.
  private Touched edit(int count) {
    List<Change> changes = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      changes.add(change());
    }
    engine.apply(changes);
    Touched since = touched;
    touched = new Touched();
    layout.follow(network(), engine.current().revision(), since);
    return since;
  }

  private Change change() {
    Resource resource = ((Change.Put) DEMO.get(random.nextInt(DEMO.size()))).resource();
    ResourceId id = resource.id();
    return switch (random.nextInt(4)) {
      case 0 -> new Change.Gone(id);
      case 1 -> new Change.Put(resource);
      case 2 -> {
        Health.Status[] all = Health.Status.values();
        yield new Change.Put(
            copy(resource, id, new Health(all[random.nextInt(all.length)], "Edited", "")));
      }
      default ->
          new Change.Put(
              copy(
                  resource,
                  new ResourceId(id.kind(), id.namespace(), id.name() + "-" + random.nextInt(5)),
                  resource.health()));
    };
  }

  private Resource copy(Resource of, ResourceId id, Health health) {
    return Resource.builder(id)
        .version(of.version())
        .createdAt(of.createdAt().orElse(null))
        .labels(of.labels())
        .health(health)
        .facts(of.facts())
        .features(of.features())
        .digest(++made)
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void whoFollowsKnowsWhatOneKnowsWhoHasJustCome(Level level) {
    DrawingSteps steps = steps(level);
    FoldedTopics always = FoldedTopics.of(follow(steps, Touched.everything(), true));
    FoldedTopics sometimes = FoldedTopics.of(steps.latest().orElseThrow());
    for (int step = 0; step < 40; step++) {
      long before = layout.plan().revision();
      Touched since = edit(1 + random.nextInt(3));
      boolean tidied = random.nextInt(12) == 0;
      if (tidied) {
        layout.tidy(network(), engine.current().revision());
      }
      assertThat(layout.plan().revision()).isGreaterThanOrEqualTo(before);
      Edition edition = follow(steps, since, true);
      always.follow(edition);
      if (random.nextInt(4) == 0) {
        sometimes.follow(edition);
        assertThat(sometimes.items()).isEqualTo(FoldedTopics.of(edition).items());
      }
      assertThat(always.items()).isEqualTo(FoldedTopics.of(edition).items());
      assertThat(always.items()).isEqualTo(FoldedTopics.of(fresh(level)).items());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theItemsAreTheDrawing(Level level) {
    Shown shown = shown(level);
    List<Street> streets =
        level == Level.NAMESPACES || level == Level.APPS
            ? Streets.of(layout.plan(), network(), Shown.EVERYTHING, level).in(null)
            : List.of();
    Region whole = Composer.compose(layout.plan(), network(), shown, streets);

    FoldedTopics items = FoldedTopics.of(fresh(level));

    assertThat(items.items().keySet())
        .containsAll(whole.frames().stream().map(Frame::key).toList());
    for (Frame frame : whole.frames()) {
      assertThat(items.item(frame.key(), "frame").path("frame").path("title").asText())
          .isEqualTo(frame.title().text());
      frame
          .blocks()
          .forEach(block ->
              assertThat(
                      items
                          .item(frame.key(), "block " + block.key())
                          .path("block")
                          .path("cards")
                          .size())
                  .isEqualTo(block.cards().size()));
    }
    assertThat(items.items().getOrDefault("", Collections.emptySortedMap()).keySet())
        .filteredOn(key -> key.startsWith("street "))
        .hasSameSizeAs(streets);
    assertThat(items.item("", "region").path("region").path("tally").path("objects").asInt())
        .isEqualTo(whole.tally().objects());
    assertThat(items.item("", "region").path("region").has("revision")).isFalse();
  }

  @Test
  void whatDidNotChangeIsNotTold() {
    DrawingSteps steps = steps(Level.DETAIL);
    Edition first = follow(steps, Touched.everything(), true);
    Edition second = follow(steps, touchedOf(pod()), false);

    assertThat(second.changedSince(first.revision())).hasSizeLessThanOrEqualTo(2);
    assertThat(follow(steps, new Touched(), false).revision()).isEqualTo(second.revision());
  }

  private ResourceId pod() {
    return DEMO.stream()
        .map(change -> ((Change.Put) change).resource().id())
        .filter(id -> id.kind().name().equals("Pod"))
        .findFirst()
        .orElseThrow();
  }

  private Touched touchedOf(ResourceId id) {
    Predicate<Change> isIt =
        change -> change instanceof Change.Put put && put.resource().id().equals(id);
    Resource resource =
        ((Change.Put) DEMO.stream().filter(isIt).findFirst().orElseThrow()).resource();
    engine.apply(
        List.of(
            new Change.Put(
                copy(resource, id, new Health(Health.Status.FAILED, "CrashLoopBackOff", "")))));
    Touched since = touched;
    touched = new Touched();
    layout.follow(network(), engine.current().revision(), since);
    return since;
  }

  @Test
  void agesAreToldAnewAfterAWhileAndWhoFollowsKnows() {
    DrawingSteps steps = steps(Level.DETAIL);
    FoldedTopics client = FoldedTopics.of(follow(steps, Touched.everything(), true));
    assertThat(steps.isLate(now)).isFalse();

    now = NOW.plusSeconds(40 * 86_400);
    while (steps.isLate(now)) {
      steps.catchUp(now);
    }
    client.follow(steps.latest().orElseThrow());

    assertThat(client.items()).isEqualTo(FoldedTopics.of(fresh(Level.DETAIL)).items());
  }
}
