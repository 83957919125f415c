package io.kubilitics.jlink.probe;

import io.kubilitics.Main;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The font that is in the product.
final class ProbeFont {
  private ProbeFont() {}

  static Font load() throws IOException, FontFormatException {
    try (InputStream font = open()) {
      return Font.createFont(Font.TRUETYPE_FONT, font);
    }
  }

  static InputStream open() {
    return Objects.requireNonNull(
        Main.class.getResourceAsStream("/io/kubilitics/export/font/Inter-Regular.ttf"),
        "the product's font");
  }
}
