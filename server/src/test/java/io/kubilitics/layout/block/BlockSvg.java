package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Draws blocks plainly, to look at them. Takes the folder to write into.
final class BlockSvg {
  private static final String[] COLOURS = {
    "#b45309", "#374151", "#9d174d", "#0e7490", "#7c3aed", "#4d7c0f", "#a16207", "#1d4ed8",
    "#be123c", "#6b7280", "#15803d"
  };

  private BlockSvg() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    try (BlockLayouts layouts = new BlockLayouts()) {
      for (Map.Entry<String, Sketch> entry : Sketches.all().entrySet()) {
        Sketch sketch = entry.getValue();
        BlockGeometry geometry = layouts.lay(BlockGraph.of(sketch.boxes(), sketch.lines()));
        Files.writeString(folder.resolve(entry.getKey() + ".svg"), draw(sketch, geometry));
      }
    }
  }

  static String draw(Sketch sketch, BlockGeometry geometry) {
    StringBuilder svg = new StringBuilder(1 << 14);
    int width = geometry.size().width() + 32;
    int height = geometry.size().height() + 32;
    svg.append(
            "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='-16 -16 %d %d'>"
                .formatted(width, height, width, height))
        .append("<rect x='-16' y='-16' width='100%' height='100%' fill='#eceef2'/>\n");
    for (int i = 0; i < sketch.boxes().size(); i++) {
      Rect r = geometry.box(i);
      svg.append(
          "<rect x='%d' y='%d' width='%d' height='%d' rx='8' fill='white' stroke='#ccc'/>"
              .formatted(r.x(), r.y(), r.width(), r.height()));
      svg.append(
          "<text x='%d' y='%d' font-size='12' font-family='sans-serif'>%s</text>\n"
              .formatted(r.x() + 8, r.y() + 20, sketch.names().get(i)));
    }
    for (int i = 0; i < sketch.lines().size(); i++) {
      String colour = COLOURS[Rank.of(sketch.lines().get(i).category())];
      List<Point> route = geometry.route(i);
      if (route.isEmpty()) {
        continue;
      }
      svg.append("<path fill='none' stroke-width='1.5' stroke='%s' d='M".formatted(colour));
      for (Point point : route) {
        svg.append("%d %d ".formatted(point.x(), point.y()));
      }
      Point end = route.getLast();
      svg.append(
          "'/><circle cx='%d' cy='%d' r='3' fill='%s'/>\n".formatted(end.x(), end.y(), colour));
    }
    return svg.append("</svg>\n").toString();
  }
}
