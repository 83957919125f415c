package io.kubilitics.export;

import io.kubilitics.export.drawio.DrawioDocument;
import io.kubilitics.export.svg.SheetOptions;
import io.kubilitics.export.svg.SvgDocument;
import io.kubilitics.model.Size;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything a map can be handed out as: pictures of its drawing, and the notations of its
/// topology.
public enum ExportFormat {
  SVG("image/svg+xml", "svg"),
  /// A picture that draw.io can edit.
  DRAWIO("application/vnd.jgraph.mxfile", "drawio"),
  JSON(DataFormat.JSON),
  YAML(DataFormat.YAML),
  DOT(DataFormat.DOT),
  GRAPHML(DataFormat.GRAPHML),
  MERMAID(DataFormat.MERMAID);

  private final String mediaType;
  private final String extension;
  private final @Nullable DataFormat data;

  ExportFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.data = null;
  }

  ExportFormat(DataFormat data) {
    this.mediaType = data.mediaType();
    this.extension = data.extension();
    this.data = data;
  }

  /// The format that the end of a file's name tells; nothing when it tells none of these.
  public static Optional<ExportFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format ->
            format.data == null
                ? lower.endsWith("." + format.extension)
                : DataFormat.ofFileName(lower).filter(format.data::equals).isPresent())
        .findFirst();
  }

  /// The words for all of them, in order.
  public static List<String> words() {
    return Arrays.stream(values()).map(ExportFormat::text).toList();
  }

  /// The ends of file names for all of them, for a sentence.
  public static String endings() {
    return Arrays.stream(values())
        .map(format -> "." + format.extension)
        .collect(Collectors.joining(", "));
  }

  /// As options and queries have it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What files of the format end in, without the dot.
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /// Whether it shows a drawing; otherwise it is [#data] about a topology.
  public boolean isPicture() {
    return data == null;
  }

  /// The notation of the topology.
  ///
  /// @throws IllegalStateException for a picture
  public DataFormat data() {
    if (data == null) {
      throw new IllegalStateException(this + " is a picture");
    }
    return data;
  }

  /// Paints the drawing and flushes; the caller closes the stream.
  ///
  /// @param sheet what stands around an SVG; other pictures have nothing around them
  /// @return how large the picture is, in pixels
  /// @throws IllegalStateException for what is no picture
  public Size paint(Drawing drawing, Theme theme, SheetOptions sheet, OutputStream out)
      throws IOException {
    return switch (this) {
      case SVG -> SvgDocument.write(drawing, theme, sheet, out);
      case DRAWIO -> {
        new DrawioDocument(drawing, theme).writeTo(out);
        yield drawing.bounds().size();
      }
      case JSON, YAML, DOT, GRAPHML, MERMAID ->
          throw new IllegalStateException(this + " is no picture");
    };
  }
}
