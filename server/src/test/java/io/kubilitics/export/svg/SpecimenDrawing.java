package io.kubilitics.export.svg;

import static io.kubilitics.export.svg.BlockSketch.block;

import io.kubilitics.model.ClusterId;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Every part of a drawing in every state, in two clusters.
final class SpecimenDrawing {
  private static final List<Look> LOOKS = List.of(Look.values());
  private static final List<Hue> HUES = List.of(Hue.values());
  private static final List<String> GLYPHS =
      List.of(
          "service",
          "ingress",
          "deployment",
          "config-map",
          "secret",
          "node",
          "certificate",
          "",
          "role",
          "persistent-volume",
          "network-policy",
          "autoscaler");

  private SpecimenDrawing() {}

  static Drawing at(Level level) {
    Frame cards = frame("cards", new Rect(0, 0, 1600, 1072), Look.FAILED, cards(level));
    Frame lines = frame("lines", new Rect(1664, 0, 1160, 1072), Look.STALE, lines(level));
    return new Drawing(
        level,
        new Rect(0, 0, 2824, 1072),
        new Rect(0, 0, 2824, 1072),
        List.of(
            region("prod-eu-1", cards, true, List.of()),
            region("prod-us-1", lines, false, List.of("--kind Service", "--kind Deployment"))),
        null);
  }

  private static Region region(
      String cluster, Frame frame, boolean complete, List<String> filters) {
    Map<Category, Integer> relations = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      relations.put(category, 3);
    }
    return new Region(
        new ClusterId(cluster),
        7,
        1,
        ShopDrawing.MOMENT,
        "namespace",
        frame.rect(),
        filters,
        complete ? List.of() : List.of("Secrets are not readable.", "12 objects are not shown."),
        complete,
        frame.tally(),
        relations,
        List.of(frame),
        List.of());
  }

  private static Frame frame(String key, Rect rect, Look look, List<Block> blocks) {
    Map<Look, Integer> looks = new EnumMap<>(Look.class);
    for (Look each : Look.values()) {
      looks.put(each, 4);
    }
    return new Frame(
        key,
        Frame.Type.GROUP,
        rect,
        Label.whole(key),
        look == Look.STALE ? Label.whole("stale since 10:02:11") : Label.NONE,
        new Tally(48, looks),
        look,
        List.of(),
        blocks);
  }

  private static List<Block> cards(Level level) {
    List<Block> blocks = new ArrayList<>();
    BlockSketch simple =
        block(level, "simple", Block.Type.ISLAND, new Rect(20, 52, 400, 480), "Cards", "", 12);
    BlockSketch rows =
        block(level, "rows", Block.Type.LOOSE, new Rect(20, 560, 520, 480), "Rows", "", 12);
    int number = 0;
    for (Look look : Look.values()) {
      String name = look.name().toLowerCase(Locale.ROOT);
      String hue = HUES.get(number % HUES.size()).name();
      String glyph = GLYPHS.get(number % GLYPHS.size());
      int x = 16 + number % 2 * 192;
      simple.simple(
          "Thing.example.com/cards/" + name,
          x,
          32 + number / 2 * 64,
          hue,
          glyph,
          "Thing · " + name,
          look);
      rows.row(
          "Row.example.com/cards/" + name,
          16 + number % 2 * 248,
          32 + number / 2 * 28,
          hue,
          glyph,
          "Row",
          look);
      number++;
    }
    blocks.add(simple.done());
    blocks.add(rows.done());
    BlockSketch workloads =
        block(
            level, "workloads", Block.Type.APP, new Rect(436, 52, 1144, 480), "Workloads", "", 60);
    workloads.workload(
        "Deployment.apps/cards/all-looks",
        16,
        32,
        "WORKLOAD",
        "deployment",
        "one of each",
        Look.FAILED,
        15,
        "3/12",
        "1.2.3");
    strip(workloads);
    for (Look look : Look.values()) {
      workloads.pod(look.name().toLowerCase(Locale.ROOT).substring(0, 4), look, "");
    }
    workloads.workload(
        "DaemonSet.apps/cards/dense",
        284,
        32,
        "WORKLOAD",
        "daemon-set",
        "39 of 40 ready",
        Look.DEGRADED,
        50,
        "39/40",
        "3.4.1");
    for (int pod = 0; pod < 40; pod++) {
      Look look = pod < LOOKS.size() ? LOOKS.get(pod) : Look.HEALTHY;
      workloads.pod("p" + pod, look, look == Look.FAILED ? "CrashLoopBackOff" : "");
    }
    workloads.stateful(
        "StatefulSet.apps/cards/db",
        552,
        32,
        "WORKLOAD",
        "stateful-set",
        "StatefulSet · 88 d",
        Look.PROGRESSING,
        4,
        "2/3",
        "17.4");
    volumes(workloads);
    workloads.workload(
        "CronJob.batch/cards/nightly",
        820,
        32,
        "WORKLOAD",
        "cron-job",
        "suspended",
        Look.SUSPENDED,
        4,
        "",
        "0 2 * * *");
    workloads.generation("8 h", "", Look.DONE, true).generation("32 h", "", Look.FAILED, false);
    blocks.add(workloads.done());
    return blocks;
  }

  private static void strip(BlockSketch sketch) {
    sketch
        .generation("r1204", "12/12", Look.PLAIN, true)
        .generation("r11", "0/3", Look.FAILED, true)
        .generation("r10", "0", Look.PLAIN, false)
        .generation("+ 123", "", Look.PLAIN, false);
  }

  private static void volumes(BlockSketch sketch) {
    ResourceId claim = ResourceId.parse("PersistentVolumeClaim/cards/data-db-0");
    Kind kind = claim.kind();
    sketch.pod("db-0", Look.HEALTHY, "", "data 50Gi", "4f1c");
    sketch.pod(
        "db-1",
        Look.FAILED,
        "Waits for a volume",
        List.of(
            new Cell.Strip(claim, Label.whole("data 50Gi"), Label.NONE, Look.MISSING),
            new Cell.Strip(
                new ResourceId(kind, "cards", "wal-db-1"),
                Label.whole("wal"),
                Label.NONE,
                Look.HEALTHY)));
    sketch.pod("db-2", Look.PROGRESSING, "");
  }

  private static List<Block> lines(Level level) {
    BlockSketch lines =
        block(level, "lines", Block.Type.APP, new Rect(20, 52, 1120, 1000), "Lines", "all", 4);
    String from = "Service/lines/a";
    String to = "Service/lines/b";
    int y = 48;
    for (Category category : Category.values()) {
      int x = 16;
      for (EdgeState state : EdgeState.values()) {
        lines.route(
            from,
            category.text() + "-" + state.text(),
            to,
            category,
            state,
            false,
            category.text().substring(0, 4),
            x,
            y,
            x + 80,
            y);
        lines.route(
            from,
            category.text() + "-guess-" + state.text(),
            to,
            category,
            state,
            true,
            "",
            x + 100,
            y + 12,
            x + 130,
            y + 12,
            x + 130,
            y + 36,
            x + 160,
            y + 36);
        x += 200;
      }
      y += 60;
    }
    for (Category category : List.of(Category.TRAFFIC, Category.STORAGE, Category.POLICY)) {
      int x = 40 + 300 * category.name().length() % 900;
      lines.route(
          from,
          "down-" + category.text(),
          to,
          category,
          EdgeState.RESOLVED,
          false,
          "",
          x,
          y,
          x,
          y + 60);
      lines.route(
          from,
          "up-" + category.text(),
          to,
          category,
          EdgeState.RESOLVED,
          false,
          "",
          x + 40,
          y + 60,
          x + 40,
          y);
      lines.route(
          from,
          "back-" + category.text(),
          to,
          category,
          EdgeState.RESOLVED,
          false,
          "back",
          x + 160,
          y,
          x + 80,
          y);
      lines.route(
          from,
          "short-" + category.text(),
          to,
          category,
          EdgeState.RESOLVED,
          false,
          "",
          x + 80,
          y + 30,
          x + 84,
          y + 30,
          x + 84,
          y + 34,
          x + 90,
          y + 34);
    }
    return List.of(lines.done());
  }
}
