package io.kubilitics.source.manifest;

import io.kubilitics.source.manifest.DocumentCutter.PieceCut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Cuts a JSON value that begins at the window's mark by counting its brackets; of a large object
/// with a list of `items` each item is a piece. Whether it is JSON at all is for the parser to say:
/// here a broken value must only not take its neighbours with it. So a value also ends before a
/// separator line, and before a line that begins with an open brace where JSON allows none.
final class JsonCut implements PieceCut {
  private static final byte[] ITEMS = "\"items\"".getBytes(StandardCharsets.US_ASCII);

  private final ByteWindow window;
  private final Limits limits;
  private boolean inList;
  private ListHead head = ListHead.SILENT;

  // The scan of one value: see [#scan].
  private int depth;
  private boolean inText;
  private int last;
  private int itemsEnd;
  private int itemsLine;
  private boolean tooLarge;

  JsonCut(ByteWindow window, Limits limits) {
    this.window = window;
    this.limits = limits;
  }

  @Override
  public boolean goesOn() {
    return inList;
  }

  @Override
  public @Nullable Piece next() throws IOException {
    return inList ? element() : document();
  }

  private @Nullable Piece document() throws IOException {
    int line = window.line();
    boolean complete = scan(0, true);
    if (!complete && itemsEnd >= 0) {
      head = ListHeads.ofJson(new Bytes(window.copy(itemsEnd)), limits);
      window.rewind(itemsEnd, itemsLine);
      inList = true;
      return null;
    }
    if (tooLarge) {
      return tooLarge(line);
    }
    return new Piece.Document(line, Piece.Form.JSON, new Bytes(window.copy(), window.offset()));
  }

  private @Nullable Piece element() throws IOException {
    skipBetween();
    window.mark();
    int line = window.line();
    int first = window.peek(0);
    if (first == ']') {
      return rest(line);
    }
    if (first == ByteWindow.END || DocumentCutter.isSeparator(window)) {
      inList = false;
      return new Piece.Refused(line, "no JSON: the document ends in its list of items");
    }
    if (first != '{' && first != '[') {
      inList = false;
      scan(1, false);
      return new Piece.Refused(line, "no JSON: the list of items is broken here");
    }
    scan(0, false);
    return tooLarge
        ? tooLarge(line)
        : new Piece.Element(line, Piece.Form.JSON, new Bytes(window.copy(), window.offset()), head);
  }

  /// The end of the list and what follows it in its object, made an object of its own.
  private Piece rest(int line) throws IOException {
    inList = false;
    window.next();
    skipBetween();
    window.mark();
    scan(1, false);
    if (tooLarge) {
      return tooLarge(line);
    }
    byte[] tail = window.copy();
    byte[] object = new byte[tail.length + 1];
    object[0] = '{';
    System.arraycopy(tail, 0, object, 1, tail.length);
    return new Piece.Rest(line, Piece.Form.JSON, new Bytes(object));
  }

  private void skipBetween() throws IOException {
    while (window.peek(0) == ',' || isSpace(window.peek(0))) {
      window.next();
    }
  }

  /// Reads on until as many brackets are closed as are open, or the value ends in another way.
  ///
  /// @param open how many are open already
  /// @param stopsInList whether to stop when the value is a large list
  /// @return whether the end was reached
  private boolean scan(int open, boolean stopsInList) throws IOException {
    depth = open;
    inText = false;
    last = ByteWindow.END;
    itemsEnd = -1;
    tooLarge = false;
    do {
      int b = window.next();
      if (b == ByteWindow.END) {
        return true;
      }
      if (inText) {
        passText(b);
      } else {
        pass(b);
      }
      if (b == '\n' && endsBeforeThisLine()) {
        return true;
      }
      if (window.size() > limits.bytes()) {
        window.mark();
        tooLarge = true;
        itemsEnd = -1;
      }
      if (stopsInList && itemsEnd >= 0 && window.size() > limits.listBytes()) {
        return false;
      }
    } while (depth > 0);
    return true;
  }

  private void passText(int b) throws IOException {
    if (b == '\\' && window.peek(0) != '\n') {
      window.next();
      return;
    }
    if (b == '"' || b == '\n') {
      inText = false;
      last = b;
    }
  }

  private void pass(int b) {
    if (isSpace(b)) {
      return;
    }
    last = b;
    switch (b) {
      case '"' -> inText = true;
      case '{' -> depth++;
      case '[' -> {
        if (depth == 1 && followsItems()) {
          itemsEnd = window.size();
          itemsLine = window.line();
        }
        depth++;
      }
      case '}', ']' -> depth--;
      default -> {}
    }
  }

  /// Whether the bracket just read is the value of `items`.
  private boolean followsItems() {
    int at = spacesBefore(window.size() - 1);
    if (at < 1 || window.byteAt(at - 1) != ':') {
      return false;
    }
    at = spacesBefore(at - 1) - ITEMS.length;
    for (int i = 0; i < ITEMS.length; i++) {
      if (at < 0 || window.byteAt(at + i) != ITEMS[i]) {
        return false;
      }
    }
    return true;
  }

  private int spacesBefore(int offset) {
    int at = offset;
    while (at > 0 && isSpace(window.byteAt(at - 1))) {
      at--;
    }
    return at;
  }

  private boolean endsBeforeThisLine() throws IOException {
    boolean expectsValue = last == ':' || last == ',' || last == '[';
    return DocumentCutter.isSeparator(window) || (window.peek(0) == '{' && !expectsValue);
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private Piece tooLarge(int line) {
    return new Piece.Refused(line, "the document is larger than " + limits.bytesText());
  }
}
