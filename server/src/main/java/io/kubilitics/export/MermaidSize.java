package io.kubilitics.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/// Measures a Mermaid text on its way to a stream. Mermaid refuses to draw what is above its
/// limits, which only the page that draws may raise: they are among the settings that a text cannot
/// make. Closing it closes the stream.
public final class MermaidSize extends FilterOutputStream {
  /// `maxTextSize` of the schema of Mermaid's configuration, in UTF-16 units.
  static final int LENGTH_LIMIT = 50_000;

  /// `maxEdges` of the schema of Mermaid's configuration.
  static final int EDGE_LIMIT = 500;

  private long length;

  public MermaidSize(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) throws IOException {
    out.write(octet);
    length += units((byte) octet);
  }

  @Override
  public void write(byte[] octets, int offset, int count) throws IOException {
    out.write(octets, offset, count);
    for (int at = offset; at < offset + count; at++) {
      length += units(octets[at]);
    }
  }

  /// How many UTF-16 units begin with this octet of UTF-8.
  private static int units(byte octet) {
    int value = octet & 0xFF;
    boolean continues = value >= 0x80 && value < 0xC0;
    return continues ? 0 : value >= 0xF0 ? 2 : 1;
  }

  /// What to tell the user when Mermaid will not draw what was written.
  ///
  /// @param edges how many the text has
  public Optional<String> excess(int edges) {
    if (length <= LENGTH_LIMIT && edges <= EDGE_LIMIT) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Mermaid draws up to %,d relations and %,d characters by default; these are %,d and"
                + " %,d: raise maxEdges and maxTextSize where it is drawn, or choose a part",
            EDGE_LIMIT,
            LENGTH_LIMIT,
            edges,
            length));
  }
}
