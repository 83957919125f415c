package io.kubilitics.jlink.probe;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.awt.Font;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;

/// A page drawn through the graphics bridge whose text is text, in the embedded font.
record PdfTouch(Path file) implements Touch {
  @Override
  public String run() throws Exception {
    try (PDDocument document = new PDDocument();
        InputStream font = ProbeFont.open()) {
      Font inter = ProbeFont.load().deriveFont(14f);
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, 400, 200);
      PdfBoxGraphics2DFontTextDrawer text = new PdfBoxGraphics2DFontTextDrawer();
      text.registerFont(inter.getFontName(), PDType0Font.load(document, font, true));
      graphics.setFontTextDrawer(text);
      graphics.setColor(Color.BLACK);
      graphics.drawRect(10, 10, 160, 48);
      graphics.setFont(inter);
      graphics.drawString("Deployment cart", 20, 40);
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      document.save(file.toFile());
    }
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String read = new PDFTextStripper().getText(document).strip();
      Touch.require(read.equals("Deployment cart"), "text is \"" + read + "\"");
      return "\"" + read + "\" in " + Files.size(file) + " bytes";
    }
  }
}
