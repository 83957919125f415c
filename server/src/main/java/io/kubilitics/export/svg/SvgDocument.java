package io.kubilitics.export.svg;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Glyphs;
import io.kubilitics.model.drawing.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/// A drawing as one SVG document, as large as it is at the scale of its level.
public final class SvgDocument {
  private static final int MARGIN = 32;
  private static final int NARROWEST = 560;

  private final Drawing drawing;
  private final SheetOptions options;
  private final Rect view;
  private final Rect map;
  private final int width;
  private final Header header;
  private final RegionNames names;

  private SvgDocument(Drawing drawing, SheetOptions options) {
    this.drawing = drawing;
    this.options = options;
    view = viewOf(drawing);
    map = EmptyMap.isEmpty(drawing) ? EmptyMap.SIZE : Scale.of(drawing.level()).px(view);
    width = options.title() || options.legend() ? Math.max(map.width(), NARROWEST) : map.width();
    header = Header.of(drawing, width);
    names = new RegionNames(drawing);
  }

  /// Writes the document and flushes the stream, which stays open. The same drawing, theme and
  /// options give the same bytes.
  ///
  /// @return how large the picture is, in pixels
  /// @throws IOException when the stream does not take it
  public static Size write(Drawing drawing, Theme theme, SheetOptions options, OutputStream stream)
      throws IOException {
    try {
      return new SvgDocument(drawing, options).write(theme, stream);
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private Size write(Theme theme, OutputStream stream) {
    Ledger used = new Ledger();
    paint(new Pen(new SvgWriter(OutputStream.nullOutputStream()), used));
    Legend legend = legend(used);
    used.use(Rules.SHEET);

    SvgWriter out = new SvgWriter(stream);
    int height = mapTop() + map.height() + (options.legend() ? 16 + legend.height() : MARGIN);
    begin(out, height);
    out.markup("<style>").markup(used.styleSheet(theme)).markup("</style><defs>");
    used.symbols().forEach(symbol -> out.markup(Glyphs.symbol(symbol)));
    if (isCropped()) {
      out.markup("<clipPath id=\"view\"><rect");
      place(out, map).markup("/></clipPath>");
    }
    out.markup("</defs>");
    Pen pen = new Pen(out, used);
    pen.rect(Rules.CANVAS, 0, 0, width + 2 * MARGIN, height, 0);
    paint(pen);
    out.markup("</svg>\n").flush();
    return new Size(width + 2 * MARGIN, height);
  }

  /// Everything on the canvas of the sheet.
  private void paint(Pen pen) {
    if (options.title()) {
      header.paint(pen, MARGIN, MARGIN);
      names.paint(pen, map, MARGIN, mapTop(), MARGIN + width);
    }
    if (EmptyMap.isEmpty(drawing)) {
      EmptyMap.paint(pen, drawing, MARGIN, mapTop(), width);
    } else {
      pen.openMap(MARGIN - map.x(), mapTop() - map.y(), isCropped() ? "view" : "");
      new MapPainter(pen, drawing, view).paint();
      pen.close();
    }
    if (options.legend()) {
      legend(pen.used()).paint(pen, MARGIN, mapTop() + map.height() + 16);
    }
    pen.used().use(Rules.CANVAS);
  }

  private Legend legend(Ledger used) {
    return Legend.of(drawing, used, width);
  }

  private int mapTop() {
    if (!options.title() || header.height() == 0) {
      return MARGIN;
    }
    return MARGIN + header.height() + 12 + names.height();
  }

  /// Whether there is more on the canvas than is painted.
  private boolean isCropped() {
    return !drawing.window().contains(drawing.bounds());
  }

  private static Rect viewOf(Drawing drawing) {
    Rect bounds = drawing.bounds();
    Rect window = drawing.window();
    if (window.contains(bounds) || !window.overlaps(bounds)) {
      return bounds;
    }
    int x = Math.max(bounds.x(), window.x());
    int y = Math.max(bounds.y(), window.y());
    int right = Math.min(bounds.right(), window.right());
    return new Rect(x, y, right - x, Math.min(bounds.bottom(), window.bottom()) - y);
  }

  private void begin(SvgWriter out, int height) {
    int wide = width + 2 * MARGIN;
    out.markup("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    out.markup(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" class=\"");
    out.markup(Rules.SHEET.name()).markup("\" viewBox=\"0 0 ").number(wide).markup(" ");
    out.number(height).markup("\" width=\"").number(wide).markup("\" height=\"").number(height);
    out.markup("\"><title>").text(TextMeasure.legible(title())).markup("</title>");
  }

  private String title() {
    return drawing.regions().stream()
        .map(region -> region.cluster().value())
        .collect(Collectors.joining(", ", "Kubilitics: ", ""));
  }

  private static SvgWriter place(SvgWriter out, Rect at) {
    out.markup(" x=\"").number(at.x()).markup("\" y=\"").number(at.y());
    out.markup("\" width=\"").number(at.width()).markup("\" height=\"").number(at.height());
    return out.markup("\"");
  }
}
