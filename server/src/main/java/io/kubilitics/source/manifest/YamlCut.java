package io.kubilitics.source.manifest;

import io.kubilitics.source.manifest.DocumentCutter.PieceCut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Cuts a YAML document that begins at the window's mark, which is the begin of a line. In a large
/// document whose `items:` stand at the margin each item is a piece: what a list holds is always
/// indented deeper than its dash, so a dash at the list's own indent begins an item and nothing
/// else.
final class YamlCut implements PieceCut {
  private static final byte[] ITEMS = "items:".getBytes(StandardCharsets.US_ASCII);

  private final ByteWindow window;
  private final Limits limits;

  /// Column of the dashes while inside a large list, else negative.
  private int dash = -1;

  private ListHead head = ListHead.SILENT;

  YamlCut(ByteWindow window, Limits limits) {
    this.window = window;
    this.limits = limits;
  }

  @Override
  public boolean goesOn() {
    return dash >= 0;
  }

  @Override
  public @Nullable Piece next() throws IOException {
    return dash >= 0 ? element() : document();
  }

  private @Nullable Piece document() throws IOException {
    int line = window.line();
    int itemsEnd = -1;
    int itemsLine = 0;
    boolean tooLarge = false;
    while (!atEnd()) {
      boolean items = itemsEnd < 0 && isItems();
      tooLarge |= passLine();
      if (items) {
        itemsEnd = window.size();
        itemsLine = window.line();
      }
      if (itemsEnd >= 0 && !tooLarge && window.size() > limits.listBytes()) {
        byte[] before = window.copy(itemsEnd);
        int here = window.size();
        int hereLine = window.line();
        window.rewind(itemsEnd, itemsLine);
        dash = dashAhead();
        if (dash >= 0) {
          head = ListHeads.ofYaml(new Bytes(before), limits);
          return null;
        }
        window.rewind(here, hereLine);
        itemsEnd = Integer.MIN_VALUE + 1;
      }
    }
    if (tooLarge) {
      return tooLarge(line);
    }
    return new Piece.Document(line, Piece.Form.YAML, new Bytes(window.copy(), window.offset()));
  }

  /// Where the dash of the first item stands; negative when no item follows.
  private int dashAhead() throws IOException {
    while (true) {
      int indent = DocumentCutter.indent(window, limits.listBytes());
      int first = window.peek(indent);
      if (first == '\n' || first == '\r' || first == '#') {
        window.skipLine();
        continue;
      }
      return isDash(indent) ? indent : -1;
    }
  }

  private Piece element() throws IOException {
    window.mark();
    int line = window.line();
    if (atEnd() || !isDashLine()) {
      return rest(line);
    }
    boolean tooLarge = false;
    do {
      tooLarge |= passLine();
    } while (!atEnd() && belongsToElement());
    if (tooLarge) {
      return tooLarge(line);
    }
    byte[] text = window.copy();
    text[dash] = ' ';
    return new Piece.Element(line, Piece.Form.YAML, new Bytes(text, window.offset()), head);
  }

  private Piece rest(int line) throws IOException {
    dash = -1;
    boolean tooLarge = false;
    while (!atEnd()) {
      tooLarge |= passLine();
    }
    return tooLarge
        ? tooLarge(line)
        : new Piece.Rest(line, Piece.Form.YAML, new Bytes(window.copy()));
  }

  private boolean belongsToElement() throws IOException {
    int indent = DocumentCutter.indent(window, dash + 1);
    int first = window.peek(indent);
    return indent > dash || first == '\n' || first == '\r' || first == '#';
  }

  private boolean isDashLine() throws IOException {
    return DocumentCutter.indent(window, dash + 1) == dash && isDash(dash);
  }

  private boolean isDash(int column) throws IOException {
    return window.peek(column) == '-' && DocumentCutter.isBlank(window.peek(column + 1));
  }

  private boolean atEnd() throws IOException {
    return window.peek(0) == ByteWindow.END || DocumentCutter.isSeparator(window);
  }

  /// Whether the line that follows is `items:` without a value behind it.
  private boolean isItems() throws IOException {
    for (int at = 0; at < ITEMS.length; at++) {
      if (window.peek(at) != ITEMS[at]) {
        return false;
      }
    }
    int at = ITEMS.length;
    while (window.peek(at) == ' ' && at < limits.listBytes()) {
      at++;
    }
    int first = window.peek(at);
    return first == '\n' || first == '\r' || (first == '#' && at > ITEMS.length);
  }

  /// @return whether the piece has become too large; what was read of it is dropped then
  private boolean passLine() throws IOException {
    boolean tooLarge = false;
    int line = window.line();
    while (window.line() == line && window.next() != ByteWindow.END) {
      if (window.size() > limits.bytes()) {
        window.mark();
        tooLarge = true;
      }
    }
    return tooLarge;
  }

  private Piece tooLarge(int line) {
    return new Piece.Refused(line, "the document is larger than " + limits.bytesText());
  }
}
