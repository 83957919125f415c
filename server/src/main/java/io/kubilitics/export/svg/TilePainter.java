package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Paints the levels that show tiles, and the streets between them.
final class TilePainter {
  private static final int MANY = 60;

  private final Pen pen;
  private final Drawing drawing;
  private final Emphasis emphasis;
  private final Scale scale;
  private final AppTiles apps;
  private final NamespaceTiles namespaces;

  TilePainter(Pen pen, Drawing drawing, Emphasis emphasis) {
    this.pen = pen;
    this.drawing = drawing;
    this.emphasis = emphasis;
    scale = Scale.of(drawing.level());
    apps = new AppTiles(pen, emphasis);
    namespaces = new NamespaceTiles(pen);
  }

  /// A frame as one tile.
  void frame(Frame frame, Region region) {
    Rect at = scale.px(frame.rect());
    switch (frame.type()) {
      case CLUSTER -> ClusterStrip.paint(pen, frame, at);
      case GROUP, DISTRICT -> namespaces.paint(frame, at, isChosen(frame, region));
    }
  }

  /// The blocks of a frame as tiles.
  void apps(Frame frame) {
    for (Block block : frame.blocks()) {
      apps.paint(block, scale.px(block.rect().plus(frame.rect().x(), frame.rect().y())));
    }
  }

  /// To be painted after the tiles, since streets end at their borders.
  void streets(Region region) {
    if (region.streets().isEmpty()) {
      return;
    }
    StreetLines streets = new StreetLines(pen, scale, drawing.level());
    Set<String> chosen = chosen(region);
    pen.open(quiet(region.streets().size()));
    region.streets().stream()
        .filter(street -> !touches(street, chosen))
        .forEach(street -> streets.paint(street, false));
    pen.close();
    region.streets().stream()
        .filter(street -> touches(street, chosen))
        .forEach(street -> streets.paint(street, true));
  }

  /// The more there are, the less they say.
  private @Nullable Rule quiet(int streets) {
    if (streets > MANY) {
      return Rules.FAINTER;
    }
    return drawing.level() == Level.NAMESPACES ? Rules.FAINT : null;
  }

  private static boolean touches(Street street, Set<String> tiles) {
    return tiles.contains(street.from()) || tiles.contains(street.to());
  }

  /// Keys of the tiles that hold what is selected, as streets name them.
  private Set<String> chosen(Region region) {
    Set<String> chosen = new HashSet<>();
    if (!emphasis.isOn()) {
      return chosen;
    }
    for (Frame frame : region.frames()) {
      if (isChosen(frame, region)) {
        chosen.add(frame.key());
      }
      for (Block block : frame.blocks()) {
        if (block.apps().stream().anyMatch(app -> emphasis.isSelected(app.id()))) {
          chosen.add(frame.key() + "\n" + block.key());
        }
      }
    }
    return chosen;
  }

  /// Whether the tile of a frame holds what is selected.
  private boolean isChosen(Frame frame, Region region) {
    Lit lit = drawing.lit();
    return lit != null
        && drawing.level() == Level.NAMESPACES
        && region.arrangement().equals("namespace")
        && frame.type() == Frame.Type.GROUP
        && frame.key().equals(lit.id().namespace());
  }
}
