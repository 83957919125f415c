package io.kubilitics.source.manifest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Cuts a file into pieces that can be read each on its own, so that a broken one harms no other
/// and all cores can read. Separators are lines that begin with `---` or `...`, wherever they
/// stand, as in kubectl; JSON values may also follow one another without any. Large lists are cut
/// into their elements. Holds no more than one piece. One thread.
final class DocumentCutter {
  private final ByteWindow window;
  private final Limits limits;
  private final JsonCut json;
  private final YamlCut yaml;
  private @Nullable PieceCut inside;

  DocumentCutter(InputStream utf8, Limits limits) {
    this.limits = limits;
    window = new ByteWindow(utf8);
    json = new JsonCut(window, limits);
    yaml = new YamlCut(window, limits);
  }

  /// The next piece, or null after the last.
  @Nullable Piece next() throws IOException {
    while (true) {
      PieceCut cut = inside;
      if (cut == null) {
        cut = begin();
        if (cut == null) {
          return null;
        }
      }
      Piece piece = cut.next();
      inside = cut.goesOn() ? cut : null;
      if (piece != null) {
        return piece;
      }
    }
  }

  /// The line on which reading stands.
  int line() {
    return window.line();
  }

  /// Passes over blank lines, comments, directives and separators to the next content.
  private @Nullable PieceCut begin() throws IOException {
    while (true) {
      window.mark();
      if (isSeparator(window)) {
        window.skip(3);
        continue;
      }
      int indent = indent(window, limits.listBytes());
      switch (window.peek(indent)) {
        case ByteWindow.END -> {
          return null;
        }
        case '\n', '\r', '#' -> window.skipLine();
        case '%' -> {
          if (indent > 0) {
            return yaml;
          }
          window.skipLine();
        }
        case '{', '[' -> {
          window.skip(indent);
          window.mark();
          return isTemplate() ? yaml : json;
        }
        default -> {
          return yaml;
        }
      }
    }
  }

  /// Go templates and Jinja begin like JSON and are none.
  private boolean isTemplate() throws IOException {
    return window.peek(0) == '{' && (window.peek(1) == '{' || window.peek(1) == '%');
  }

  /// How many spaces and tabs follow, up to a limit.
  static int indent(ByteWindow window, int limit) throws IOException {
    int indent = 0;
    while (indent < limit && (window.peek(indent) == ' ' || window.peek(indent) == '\t')) {
      indent++;
    }
    return indent;
  }

  /// Whether the line that follows ends a document.
  static boolean isSeparator(ByteWindow window) throws IOException {
    int first = window.peek(0);
    return (first == '-' || first == '.')
        && window.peek(1) == first
        && window.peek(2) == first
        && isBlank(window.peek(3));
  }

  static boolean isBlank(int b) {
    return b == ByteWindow.END || b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  /// Cuts what begins at the mark.
  sealed interface PieceCut permits JsonCut, YamlCut {
    /// The next piece; null when there was nothing worth one.
    @Nullable Piece next() throws IOException;

    /// Whether the next piece belongs to the same document.
    boolean goesOn();
  }
}
