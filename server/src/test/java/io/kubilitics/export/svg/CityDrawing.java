package io.kubilitics.export.svg;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.model.drawing.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A cluster of many namespaces in rows, for the levels that show tiles. Seeded.
final class CityDrawing {
  private static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
  private static final List<String> NAMES =
      List.of(
          "shop",
          "payments",
          "identity",
          "edge",
          "data",
          "observability",
          "recommendations",
          "logistics",
          "warehouse",
          "ml-serving",
          "partner-api",
          "crm",
          "vault",
          "kube-system",
          "search-platform",
          "mobile-bff",
          "billing",
          "analytics",
          "istio-system",
          "argo-cd",
          "cert-manager",
          "sandbox-alice",
          "velero",
          "media-pipeline");
  private static final List<String> APPS =
      List.of(
          "api",
          "worker",
          "gateway",
          "cache",
          "scheduler",
          "web",
          "indexer",
          "relay",
          "exporter-with-a-long-name",
          "sync",
          "router",
          "consumer");
  private static final List<String> GLYPHS =
      List.of("deployment", "deployment", "deployment", "stateful-set", "cron-job", "daemon-set");
  private static final int GAP = 64;
  private static final int WIDEST = 9_600;

  private final Random random = new Random(7);
  private final Level level;
  private final List<Frame> frames = new ArrayList<>();
  private final List<Street> streets = new ArrayList<>();
  private int x;
  private int y;
  private int rowHeight;

  private CityDrawing(Level level) {
    this.level = level;
  }

  static Drawing at(Level level, @Nullable Lit lit) {
    CityDrawing city = new CityDrawing(level);
    return city.drawing(lit);
  }

  private Drawing drawing(@Nullable Lit lit) {
    band();
    for (int at = 0; at < NAMES.size(); at++) {
      namespace(NAMES.get(at), at == 6 || at == 7 ? 36 : 1 + random.nextInt(12));
    }
    Rect bounds = new Rect(0, 0, WIDEST, y + rowHeight);
    Tally all = frames.stream().map(Frame::tally).reduce(Tally.NOTHING, Tally::plus);
    Region region =
        new Region(
            new ClusterId("prod-eu-1"),
            48_211,
            1,
            ShopDrawing.MOMENT,
            "namespace",
            bounds,
            List.of(),
            List.of(
                "1,204 relations are drawn for the selection only.",
                "ReplicaSets and EndpointSlices are folded into the cards they belong to."),
            true,
            all,
            Map.of(Category.TRAFFIC, 1_233, Category.CONFIGURATION, 4_021, Category.OWNERSHIP, 9),
            frames,
            streets);
    return new Drawing(level, bounds, bounds, List.of(region), lit);
  }

  private void band() {
    Rect rect = new Rect(0, 0, WIDEST, 8 * 56);
    List<AppCell> kinds =
        List.of(
            kind(
                "Node",
                "Nodes",
                "node",
                Hue.SCHEDULING,
                Map.of(Look.HEALTHY, 46, Look.DEGRADED, 2)),
            kind(
                "PersistentVolume",
                "PersistentVolumes",
                "persistent-volume",
                Hue.STORAGE,
                Map.of(Look.HEALTHY, 214)),
            kind("StorageClass", "StorageClasses", "class", Hue.STORAGE, Map.of(Look.PLAIN, 6)),
            kind(
                "CustomResourceDefinition",
                "CRDs",
                "definition",
                Hue.CUSTOM,
                Map.of(Look.HEALTHY, 131)),
            kind("ClusterRole", "ClusterRoles", "role", Hue.IDENTITY, Map.of(Look.PLAIN, 188)),
            kind("Webhook", "webhooks", "webhook", Hue.CUSTOM, Map.of(Look.PLAIN, 14)));
    Tally tally = kinds.stream().map(AppCell::tally).reduce(Tally.NOTHING, Tally::plus);
    frames.add(
        new Frame(
            "",
            Frame.Type.CLUSTER,
            rect,
            Label.whole("Cluster"),
            Label.NONE,
            tally,
            Look.DEGRADED,
            level == Level.NAMESPACES ? kinds : List.of(),
            level == Level.NAMESPACES ? List.of() : kindBlocks(kinds)));
    y = rect.bottom() + GAP;
  }

  private static List<Block> kindBlocks(List<AppCell> kinds) {
    List<Block> blocks = new ArrayList<>();
    for (AppCell kind : kinds) {
      Rect rect = new Rect(20 + blocks.size() * 1_000, 52, 984, 376);
      blocks.add(
          new Block(
              kind.block(),
              Block.Type.KIND,
              rect,
              Label.whole(kind.title()),
              Label.NONE,
              kind.tally(),
              kind.look(),
              List.of(),
              List.of(),
              List.of()));
    }
    return blocks;
  }

  private static AppCell kind(
      String key, String title, String glyph, Hue hue, Map<Look, Integer> looks) {
    int count = looks.values().stream().mapToInt(Integer::intValue).sum();
    Tally tally = new Tally(count, looks);
    return new AppCell(key, title, glyph, hue, tally.worst(), tally);
  }

  private void namespace(String name, int count) {
    int columns = Math.max(1, Math.toIntExact(Math.round(Math.sqrt(count * 0.6))));
    int rows = Math.ceilDiv(count, columns);
    int width = columns * (736 + 16) + 24;
    int height = rows * (200 + 16) + 56 + 16;
    if (x + width > WIDEST) {
      x = 0;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    List<Block> blocks = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      Rect rect = new Rect(20 + at % columns * 752, 52 + at / columns * 216, 736, 200);
      blocks.add(block(name, at, rect));
    }
    if (count % columns != 0) {
      Rect rect = new Rect(20 + count % columns * 752, 52 + count / columns * 216, 736, 200);
      blocks.add(
          new Block(
              "loose",
              Block.Type.LOOSE,
              rect,
              Label.whole("Without relations"),
              Label.whole("7 objects"),
              new Tally(7, Map.of(Look.PLAIN, 7)),
              Look.PLAIN,
              List.of(),
              List.of(),
              List.of()));
    }
    Rect rect = new Rect(x, y, width, height);
    Tally tally = blocks.stream().map(Block::tally).reduce(Tally.NOTHING, Tally::plus);
    Look look = blocks.stream().map(Block::look).reduce(Look.PLAIN, Look::worse);
    frames.add(
        new Frame(
            name,
            Frame.Type.GROUP,
            rect,
            title(name, rect),
            Label.NONE,
            tally,
            look,
            level == Level.NAMESPACES ? cells(blocks) : List.of(),
            level == Level.NAMESPACES ? List.of() : blocks));
    connect(name, rect, blocks);
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
  }

  /// One street to the neighbour at the left, and some between blocks.
  private void connect(String name, Rect rect, List<Block> blocks) {
    if (level == Level.NAMESPACES && x > 0) {
      Frame before = frames.get(frames.size() - 2);
      int at = rect.y() + 64;
      streets.add(
          new Street(
              before.key(),
              name,
              12,
              1 + streets.size() % 3,
              List.of(new Point(before.rect().right(), at), new Point(rect.x(), at))));
    }
    if (level == Level.APPS && blocks.size() > 3) {
      Rect first = blocks.get(0).rect().plus(rect.x(), rect.y());
      Rect last = blocks.get(blocks.size() - 1).rect().plus(rect.x(), rect.y());
      if (last.x() == first.x()) {
        int gutter = first.right() + 8;
        streets.add(
            new Street(
                name + "\n" + blocks.getFirst().key(),
                name + "\n" + blocks.getLast().key(),
                3,
                1 + streets.size() % 3,
                List.of(
                    new Point(first.right(), first.y() + 100),
                    new Point(gutter, first.y() + 100),
                    new Point(gutter, last.y() + 100),
                    new Point(last.right(), last.y() + 100))));
      }
      Rect below = blocks.get(1).rect().plus(rect.x(), rect.y());
      if (below.y() == first.y()) {
        streets.add(
            new Street(
                name + "\n" + blocks.get(0).key(),
                name + "\n" + blocks.get(1).key(),
                3,
                2,
                List.of(
                    new Point(first.right(), first.y() + 60),
                    new Point(below.x(), first.y() + 60))));
      }
    }
  }

  private Label title(String name, Rect rect) {
    int width = rect.width() / level.divisor();
    return TextMeasure.fitted(name, Math.max(10, width - 46), TextStyle.TILE_TITLE);
  }

  private static List<AppCell> cells(List<Block> blocks) {
    List<AppCell> cells = new ArrayList<>();
    for (Block block : blocks) {
      cells.add(
          new AppCell(
              block.key(), block.title().full(), "", Hue.WORKLOAD, block.look(), block.tally()));
    }
    return cells;
  }

  private Block block(String namespace, int number, Rect rect) {
    int count = random.nextInt(9) == 0 ? 3 : 1;
    List<Block.App> apps = new ArrayList<>();
    Tally tally = new Tally(6, Map.of(Look.PLAIN, 6));
    Look worst = Look.PLAIN;
    for (int at = 0; at < count; at++) {
      Block.App app = app(namespace, APPS.get((number + at) % APPS.size()) + (at == 0 ? "" : at));
      apps.add(app);
      tally = tally.plus(app.pods()).plus(new Tally(1, Map.of(app.look(), 1)));
      worst = worst.worse(app.look());
    }
    String title = apps.getFirst().name().full();
    return new Block(
        apps.getFirst().id().toString(),
        Block.Type.APP,
        rect,
        TextMeasure.fitted(title, rect.width() / 4 - 70, TextStyle.TILE_TITLE),
        Label.whole(""),
        tally,
        worst,
        apps,
        List.of(),
        List.of());
  }

  private Block.App app(String namespace, String name) {
    int pods = random.nextInt(10) == 0 ? 40 + random.nextInt(80) : random.nextInt(12);
    Look look = pods == 0 ? Look.SUSPENDED : Look.HEALTHY;
    Map<Look, Integer> looks = new EnumMap<>(Look.class);
    int bad = 0;
    if (pods > 0 && random.nextInt(8) == 0) {
      look = List.of(Look.FAILED, Look.DEGRADED, Look.PROGRESSING).get(random.nextInt(3));
      bad = look == Look.FAILED ? pods : 1;
      looks.put(look == Look.DEGRADED ? Look.FAILED : look, bad);
    }
    if (pods - bad > 0) {
      looks.put(Look.HEALTHY, pods - bad);
    }
    ResourceId id = new ResourceId(DEPLOYMENT, namespace, name);
    return new Block.App(
        id,
        GLYPHS.get(random.nextInt(GLYPHS.size())),
        TextMeasure.fitted(name, 60, TextStyle.TILE_LINE),
        (pods - bad) + "/" + pods,
        look,
        new Tally(pods, looks));
  }
}
