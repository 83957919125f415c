package io.kubilitics.export.drawio;

import io.kubilitics.export.XmlText;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Theme;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A drawing as a file of draw.io, with the places, lines and colours of every other export. Each
/// cluster is a layer; namespaces, apps and workloads are containers that take along what is in
/// them; each box carries the id of its object. One for each file.
public final class DrawioDocument {
  private final Drawing drawing;
  private final Style style;

  public DrawioDocument(Drawing drawing, Theme theme) {
    this.drawing = drawing;
    this.style = new Style(theme, drawing.level());
  }

  /// Writes everything and flushes; the caller closes the stream. The same drawing gives the same
  /// bytes.
  public void writeTo(OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    String title =
        drawing.regions().stream()
            .map(region -> region.cluster().value())
            .collect(Collectors.joining(", "));
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<mxfile host=\"Kubilitics\" compressed=\"false\">\n");
    out.write("<diagram id=\"map\" name=\"" + XmlText.escaped(title) + "\">\n");
    out.write(
        "<mxGraphModel grid=\"0\" page=\"0\" math=\"0\" shadow=\"0\" adaptiveColors=\"none\"");
    out.write(" background=\"" + style.canvas() + "\">\n<root>\n");
    out.write("<mxCell id=\"" + CellWriter.ROOT + "\"/>\n");
    writeRegions(new CellWriter(out));
    out.write("</root>\n</mxGraphModel>\n</diagram>\n</mxfile>\n");
    out.flush();
  }

  private void writeRegions(CellWriter cells) throws IOException {
    boolean several = drawing.regions().size() > 1;
    List<RegionCells> regions = new ArrayList<>();
    for (Region region : drawing.regions()) {
      RegionCells layer = new RegionCells(cells, style, region);
      layer.write(several);
      regions.add(layer);
    }
    if (regions.isEmpty()) {
      cells.layer("");
      return;
    }
    Lit lit = drawing.lit();
    if (lit != null) {
      holder(regions, lit).writeLit(lit);
    }
  }

  /// The cluster that shows what is selected; of what is only counted on a card the first one.
  private static RegionCells holder(List<RegionCells> regions, Lit lit) {
    return regions.stream()
        .filter(region -> region.holds(lit.id()))
        .findFirst()
        .orElse(regions.getFirst());
  }
}
