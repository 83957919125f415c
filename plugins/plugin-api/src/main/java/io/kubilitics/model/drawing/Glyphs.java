package io.kubilitics.model.drawing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The pictures in a drawing: one for each name a kind's `icon` may have, and the marks of health.
/// They are symbols of the file `glyphs.svg` beside this class, one in a line, drawn without
/// colour.
public final class Glyphs {
  /// What stands for a name that has no picture, and for `""`.
  public static final String OTHER = "hexagon";

  private static final String BEGIN = "<symbol id=\"";
  private static final String ICON = "i-";
  private static final String MARK = "h-";
  private static final Map<String, String> SYMBOLS = read();

  private Glyphs() {}

  /// The id of the symbol for a name of the catalogue, known or not.
  public static String icon(String name) {
    String id = ICON + name;
    return SYMBOLS.containsKey(id) ? id : ICON + OTHER;
  }

  /// The id of the symbol for a look.
  ///
  /// @throws IllegalArgumentException for the look that has no mark
  public static String mark(Look look) {
    return switch (look) {
      case FAILED,
          DEGRADED,
          PROGRESSING,
          SUSPENDED,
          MISSING,
          UNKNOWN,
          LOCKED,
          STALE,
          LEAVING,
          DONE,
          HEALTHY ->
          MARK + look.text();
      case PLAIN -> throw new IllegalArgumentException("what is plain has no mark");
    };
  }

  /// The symbol as an element of SVG, in one line.
  ///
  /// @throws IllegalArgumentException when there is no symbol of this id
  public static String symbol(String id) {
    String symbol = SYMBOLS.get(id);
    if (symbol == null) {
      throw new IllegalArgumentException("there is no symbol " + id);
    }
    return symbol;
  }

  /// Whether a name has a picture of its own.
  public static boolean has(String name) {
    return SYMBOLS.containsKey(ICON + name);
  }

  /// All ids, sorted.
  public static Set<String> ids() {
    return SYMBOLS.keySet();
  }

  private static Map<String, String> read() {
    Map<String, String> symbols = new TreeMap<>();
    try (InputStream file = Glyphs.class.getResourceAsStream("glyphs.svg");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(BEGIN)) {
          symbols.put(line.substring(BEGIN.length(), line.indexOf('"', BEGIN.length())), line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(symbols);
  }
}
