package io.kubilitics.layout.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A TrueType file, as far as advance widths go: the tables `head`, `hhea`, `hmtx` and `cmap` of
/// format 4.
final class FontFile {
  private final ByteBuffer file;
  private final int unitsPerEm;
  private final int metrics;
  private final int widths;
  private final int characters;

  private FontFile(ByteBuffer file) {
    this.file = file;
    unitsPerEm = word(table("head") + 18);
    metrics = word(table("hhea") + 34);
    widths = table("hmtx");
    characters = characters();
  }

  static FontFile bundled(String name) throws IOException {
    try (InputStream in =
        FontFile.class.getResourceAsStream("/io/kubilitics/export/font/" + name)) {
      return new FontFile(ByteBuffer.wrap(Objects.requireNonNull(in).readAllBytes()));
    }
  }

  /// In 1/1000 em, rounded up; 0 when the font has no such character.
  int advance(int codePoint) {
    int glyph = glyph(codePoint);
    int units = word(widths + 4 * Math.min(glyph, metrics - 1));
    return glyph == 0 ? 0 : Math.ceilDiv(units * 1_000, unitsPerEm);
  }

  private int glyph(int codePoint) {
    int segments = word(characters + 6) / 2;
    int ends = characters + 14;
    int starts = ends + 2 * segments + 2;
    int deltas = starts + 2 * segments;
    int offsets = deltas + 2 * segments;
    for (int segment = 0; segment < segments; segment++) {
      int start = word(starts + 2 * segment);
      if (codePoint > word(ends + 2 * segment) || codePoint < start) {
        continue;
      }
      int delta = word(deltas + 2 * segment);
      int at = offsets + 2 * segment;
      int offset = word(at);
      int glyph = offset == 0 ? codePoint : word(at + offset + 2 * (codePoint - start));
      return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }
    return 0;
  }

  private int characters() {
    int table = table("cmap");
    for (int entry = 0; entry < word(table + 2); entry++) {
      int at = table + file.getInt(table + 4 + 8 * entry + 4);
      if (word(at) == 4) {
        return at;
      }
    }
    throw new IllegalStateException("no characters of format 4");
  }

  private int table(String tag) {
    for (int entry = 0; entry < word(4); entry++) {
      byte[] name = new byte[4];
      file.get(12 + 16 * entry, name);
      if (new String(name, StandardCharsets.US_ASCII).equals(tag)) {
        return file.getInt(12 + 16 * entry + 8);
      }
    }
    throw new IllegalStateException("no table " + tag);
  }

  private int word(int at) {
    return file.getShort(at) & 0xFFFF;
  }
}
