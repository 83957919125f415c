package io.kubilitics.layout.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.Change;
import io.kubilitics.model.Features;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every text ends before what stands right of it, in the measures of the visual reference.
class TextsFitTest {
  private static final List<CardShape> SHAPES = List.of(CardShape.values());
  private static final List<Health.Status> STATUSES = List.of(Health.Status.values());
  private static final World DEMO = World.demo(1_000);

  @ParameterizedTest
  @EnumSource(Level.class)
  void everyTextOfADemoHasItsRoom(Level level) {
    assertThatTextsFit(DEMO.region(level), level);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void everyTextOfHostileObjectsHasItsRoom(Level level) {
    for (int seed = 0; seed < 40; seed++) {
      Hostile world = new Hostile(new Random(seed));
      assertThatTextsFit(world.region(level), level);
    }
  }

  @Test
  void nearlyEveryNameOfAPodFitsItsCell() {
    List<Cell> cells =
        new Drawn(DEMO.region(Level.DETAIL))
            .cards()
            .filter(card -> card.shape() == CardShape.WORKLOAD)
            .filter(card -> !card.shape().isDense(card.capacity()))
            .flatMap(card -> card.cells().stream())
            .filter(cell -> cell.name().full().length() == 5)
            .toList();

    assertThat(cells).hasSizeGreaterThan(100);
    assertThat(cells.stream().filter(cell -> cell.name().isCut()).count())
        .isLessThan(cells.size() / 20);
  }

  private static void assertThatTextsFit(Region region, Level level) {
    for (Frame frame : region.frames()) {
      int width = frame.rect().width() / level.divisor();
      assertThat(
              end(
                  0,
                  frame.title().text(),
                  level == Level.DETAIL ? TextStyle.FRAME_TITLE : TextStyle.SMALL_BLOCK_TITLE))
          .as("title of a frame")
          .isLessThanOrEqualTo(width);
      for (Block block : frame.blocks()) {
        assertThatTitleFits(block, level);
        block.cards().forEach(card -> assertThatTextsFit(card, level));
      }
    }
  }

  private static void assertThatTitleFits(Block block, Level level) {
    int width = block.rect().width() / level.divisor();
    switch (level) {
      case DETAIL -> {
        int title = end(16, block.title().text(), TextStyle.BLOCK_TITLE);
        assertThat(end(title + 8, block.note().text(), TextStyle.BLOCK_NOTE))
            .isLessThanOrEqualTo(Math.max(width - 16, title + 8));
      }
      case CARDS ->
          assertThat(end(8, block.title().text(), TextStyle.SMALL_BLOCK_TITLE))
              .isLessThanOrEqualTo(width - 8);
      case APPS -> {
        int x = block.apps().isEmpty() ? 8 : 24;
        assertThat(end(x, block.title().text(), TextStyle.TILE_TITLE))
            .isLessThanOrEqualTo(Math.max(x, width - 16));
        for (Block.App app : block.apps()) {
          assertThat(end(24, app.name().text(), TextStyle.TILE_LINE))
              .isLessThanOrEqualTo(Math.max(24, width - 8));
        }
      }
      case NAMESPACES -> assertThat(block.apps()).isEmpty();
    }
  }

  private static void assertThatTextsFit(Card card, Level level) {
    int width = card.rect().width() / level.divisor();
    boolean isDetail = level == Level.DETAIL;
    String name = card.name().text();
    String fact = card.fact().text();
    switch (card.shape()) {
      case SIMPLE -> {
        if (isDetail) {
          assertThat(end(43, name, TextStyle.NAME)).isLessThanOrEqualTo(width - 7);
          assertThat(end(43, fact, TextStyle.FACT)).isLessThanOrEqualTo(width - 6);
        } else {
          assertThat(end(19, name, TextStyle.SMALL_NAME)).isLessThanOrEqualTo(width - 3);
        }
      }
      case ROW -> {
        if (isDetail) {
          int facts = TextMeasure.width(fact, TextStyle.ROW_FACT);
          assertThat(end(26, name, TextStyle.ROW_NAME)).isLessThanOrEqualTo(width - 14 - facts);
        } else {
          assertThat(end(14, name, TextStyle.SMALL_NAME)).isLessThanOrEqualTo(width - 8);
        }
      }
      case WORKLOAD, STATEFUL -> {
        if (isDetail) {
          int ready = TextMeasure.width(card.ready(), TextStyle.READY);
          int tag = TextMeasure.width(card.tag().text(), TextStyle.TAG);
          assertThat(end(50, name, TextStyle.WORKLOAD_NAME))
              .isLessThanOrEqualTo(width - 14 - ready);
          assertThat(end(50, fact, TextStyle.FACT)).isLessThanOrEqualTo(width - 16 - tag);
        } else {
          int ready = TextMeasure.width(card.ready(), TextStyle.SMALL_WORKLOAD);
          assertThat(end(24, name, TextStyle.SMALL_WORKLOAD))
              .isLessThanOrEqualTo(width - 10 - ready);
        }
      }
    }
    card.strip().forEach(generation -> assertThatTextsFit(generation, level));
    for (Cell cell : card.cells()) {
      int cellWidth = card.shape().cell(cell.number(), card.capacity()).width();
      assertThat(end(18, cell.name().text(), TextStyle.CELL))
          .isLessThanOrEqualTo(Math.max(18, cellWidth - 1));
      for (Cell.Strip volume : cell.volumes()) {
        int tail = TextMeasure.width(volume.tail().text(), TextStyle.VOLUME);
        assertThat(end(20, volume.name().text(), TextStyle.VOLUME))
            .isLessThanOrEqualTo(cellWidth - 12 - tail);
      }
    }
  }

  private static void assertThatTextsFit(Generation generation, Level level) {
    int name = TextMeasure.width(generation.name(), TextStyle.GENERATION);
    int count = TextMeasure.width(generation.count(), TextStyle.GENERATION_COUNT);
    if (level == Level.DETAIL) {
      assertThat(6 + name + count + 6).as("%s", generation).isLessThanOrEqualTo(56);
    } else {
      assertThat(generation.name() + generation.count()).isEmpty();
    }
  }

  private static int end(int x, String text, TextStyle style) {
    return x + TextMeasure.width(text, style);
  }

  /// A plan by hand, of objects whose names and values are whatever a file may say.
  private static final class Hostile {
    private static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
    private static final Kind STATEFUL_SET = new Kind("apps", "StatefulSet");
    private static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");
    private static final List<String> PIECES =
        List.of(
            "cart",
            "-",
            "W",
            "mmmm",
            ".",
            "/",
            "\u202e",
            "خدمة",
            "שלום",
            "e\u0301\u0323",
            "👩‍👩‍👧",
            "🇩🇪",
            "地方",
            "\u0000",
            "\t",
            "\n",
            "\ud83d",
            "﷽",
            "‱",
            " ",
            "0123456789");

    private final Random random;
    private final List<Change> changes = new ArrayList<>();
    private final List<CardPlan> cards = new ArrayList<>();

    Hostile(Random random) {
      this.random = random;
      for (int at = 0; at < 8; at++) {
        cards.add(card(at));
      }
    }

    Region region(Level level) {
      Engine engine = new Engine(Manifests.catalogue().relations());
      engine.apply(changes);
      BlockPlan block =
          new BlockPlan(
              text(60),
              Block.Type.APP,
              text(253),
              List.of(cards.getFirst().id()),
              new Rect(20, 52, 100 + random.nextInt(900), 800),
              cards,
              List.of());
      Rect frame = new Rect(0, 0, block.slot().width() + 40, 900);
      Plan plan =
          new Plan(
              Arrangement.NAMESPACE,
              1,
              1,
              frame,
              List.of(new FramePlan("shop", Frame.Type.GROUP, text(63), frame, List.of(block))));
      return new World(engine.current(), plan, World.NOW).region(level);
    }

    private CardPlan card(int at) {
      CardShape shape = SHAPES.get(at % SHAPES.size());
      Kind kind =
          switch (shape) {
            case SIMPLE, ROW ->
                random.nextBoolean() ? Kind.core("Service") : new Kind("x", text(40));
            case WORKLOAD -> DEPLOYMENT;
            case STATEFUL -> STATEFUL_SET;
          };
      ResourceId id = put(kind);
      int capacity = shape.hasCells() ? 1 + random.nextInt(30) : 0;
      SortedMap<Integer, ResourceId> pods = new TreeMap<>();
      for (int cell = 0; cell < capacity; cell += 1 + random.nextInt(3)) {
        pods.put(cell, put(Kind.core("Pod")));
      }
      List<ResourceId> generations =
          shape.hasCells()
              ? Stream.generate(() -> put(REPLICA_SET)).limit(random.nextInt(8)).toList()
              : List.of();
      int width = shape.size(capacity).width();
      return new CardPlan(
          id, shape, new Rect(16, 32, width, 40), capacity, pods, generations, List.of());
    }

    private ResourceId put(Kind kind) {
      ResourceId id = new ResourceId(kind, "shop", "x" + text(253));
      TreeMap<String, String> features = new TreeMap<>();
      for (String name :
          List.of(
              "Ready",
              "Desired",
              "Type",
              "Cluster-IP",
              "Status",
              "revision",
              "External-IP",
              "Schedule",
              "Completions",
              "containers",
              "servicePorts",
              "Last Schedule")) {
        if (random.nextBoolean()) {
          features.put(
              name, random.nextBoolean() ? text(400) : Integer.toString(random.nextInt(2_000_000)));
        }
      }
      changes.add(
          new Change.Put(
              Resource.builder(id)
                  .uid("u")
                  .createdAt(Instant.ofEpochSecond(random.nextLong(4_000_000_000L)))
                  .features(Features.of(features))
                  .health(
                      new Health(
                          STATUSES.get(random.nextInt(STATUSES.size())),
                          random.nextBoolean() ? text(80) : "",
                          random.nextBoolean() ? text(2_000) : ""))
                  .build()));
      return id;
    }

    private String text(int most) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(most);
      while (text.length() < length) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      return text.toString();
    }
  }
}
