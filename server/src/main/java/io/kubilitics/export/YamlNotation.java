package io.kubilitics.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/// YAML in block style and UTF-8. A string stands without quotes only where no reader of YAML 1.1
/// or 1.2 can take it for anything else; one that has them is written on one line.
final class YamlNotation implements Notation {
  /// Words that some reader takes for a truth value or nothing.
  private static final Set<String> RESERVED =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  /// The longest name that may stand before its colon on one line; the specification ends at 1,024.
  private static final int LONGEST_PLAIN_NAME = 1_000;

  /// One that has been opened and not yet closed.
  private static final class Level {
    private final boolean list;
    private final int indent;
    private boolean empty = true;

    private Level(boolean list, int indent) {
      this.list = list;
      this.indent = indent;
    }
  }

  private final Writer out;
  private final Deque<Level> levels = new ArrayDeque<>();

  /// Whether the next field or element stands behind a dash on the line that is being written.
  private boolean behindDash;

  /// Whether a name has been written whose value has not begun.
  private boolean behindName;

  YamlNotation(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void openObject() throws IOException {
    open(false);
  }

  @Override
  public void closeObject() throws IOException {
    close("{}");
  }

  @Override
  public void openList() throws IOException {
    open(true);
  }

  @Override
  public void closeList() throws IOException {
    close("[]");
  }

  private void open(boolean list) throws IOException {
    Level parent = levels.peek();
    int indent = 0;
    if (parent != null) {
      beginElement(parent);
      indent = parent.indent + 2;
    }
    levels.push(new Level(list, indent));
  }

  private void close(String whenEmpty) throws IOException {
    Level level = levels.pop();
    if (level.empty) {
      scalar(whenEmpty);
    }
  }

  @Override
  public void name(String name) throws IOException {
    Level level = levels.element();
    begin(level);
    String written = written(name);
    if (written.length() > LONGEST_PLAIN_NAME) {
      out.write("? ");
      out.write(written);
      out.write('\n');
      indent(level.indent);
    } else {
      out.write(written);
    }
    out.write(':');
    behindName = true;
  }

  @Override
  public void text(String value) throws IOException {
    element(written(value));
  }

  @Override
  public void number(long value) throws IOException {
    element(Long.toString(value));
  }

  @Override
  public void truth(boolean value) throws IOException {
    element(Boolean.toString(value));
  }

  private void element(String text) throws IOException {
    Level level = levels.peek();
    if (level != null) {
      beginElement(level);
    }
    scalar(text);
  }

  /// Writes the dash of an element; a field's name has been written already.
  private void beginElement(Level level) throws IOException {
    if (level.list) {
      begin(level);
      out.write("- ");
      behindDash = true;
    }
  }

  /// Goes to where the next field or dash of this level belongs.
  private void begin(Level level) throws IOException {
    if (behindName) {
      out.write('\n');
      behindName = false;
    }
    if (level.empty && behindDash) {
      level.empty = false;
      behindDash = false;
      return;
    }
    level.empty = false;
    behindDash = false;
    indent(level.indent);
  }

  private void scalar(String text) throws IOException {
    if (behindName) {
      out.write(' ');
    }
    out.write(text);
    out.write('\n');
    behindName = false;
    behindDash = false;
  }

  private void indent(int columns) throws IOException {
    for (int at = 0; at < columns; at++) {
      out.write(' ');
    }
  }

  void end() throws IOException {
    out.flush();
  }

  private static String written(String text) {
    return isPlain(text) ? text : YamlScalar.quoted(UnicodeText.wellFormed(text));
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int at = 1; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isWithin = at + 1 < text.length() && isWord(text.charAt(at + 1));
      if (!isWord(c) && "-./_[]=".indexOf(c) < 0 && !(c == ' ' && isWithin)) {
        return false;
      }
    }
    return !RESERVED.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isWord(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
