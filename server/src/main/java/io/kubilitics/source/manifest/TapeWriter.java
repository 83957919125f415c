package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the tokens of one document and holds it to the limits. Aliases are counted at the size
/// of what they stand for and put in its place at the end, so a bomb is refused before it goes off.
///
/// Of two fields of one name the last counts, as with kubectl, and it is noted. A merge key puts
/// the fields it merges where it stands, again as with kubectl: fields that follow it win. One
/// thread, one use.
final class TapeWriter {
  /// Besides the ordinals of [Token].
  static final byte ALIAS = 100;

  static final byte MERGE = 101;

  private static final int FEW = 12;

  private final Limits limits;
  byte[] tokens = new byte[64];
  int[] lines = new int[64];
  String[] texts = new String[64];

  /// Behind the last token of a list or map; where an alias leads to.
  int[] links = new int[64];

  private int size;
  private final List<Tape.Note> notes = new ArrayList<>();

  private int[] open = new int[16];
  private int depth;

  /// Nodes so far, before the open list or map of each depth.
  private int[] nodesBefore = new int[16];

  /// How many levels lie below the open list or map of each depth.
  private int[] heights = new int[16];

  private int nodes;
  private int aliases;
  private boolean needsExpansion;
  private boolean expectsName;
  private final Map<String, Anchored> anchors = new HashMap<>();

  /// What an anchor names. While it is open its size is not known.
  private record Anchored(int index, int nodes, int height, boolean isOpen) {}

  TapeWriter(Limits limits) {
    this.limits = limits;
  }

  /// Whether what comes next is the name of a field.
  boolean expectsName() {
    return expectsName;
  }

  /// @param anchor `""` for none
  void open(Token token, int line, String anchor) {
    if (expectsName) {
      throw new MalformedDocumentException(line, "the name of a field must be text");
    }
    int index = append((byte) token.ordinal(), line, "");
    count(1, line);
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      nodesBefore = Arrays.copyOf(nodesBefore, depth * 2);
      heights = Arrays.copyOf(heights, depth * 2);
    }
    open[depth] = index;
    nodesBefore[depth] = nodes - 1;
    heights[depth] = 0;
    depth++;
    checkDepth(depth, line);
    if (!anchor.isEmpty()) {
      anchors.put(anchor, new Anchored(index, 0, 0, true));
    }
    expectsName = token == Token.OBJECT_START;
  }

  void close(int line) {
    depth--;
    int index = open[depth];
    boolean object = tokens[index] == Token.OBJECT_START.ordinal();
    Token token = object ? Token.OBJECT_END : Token.LIST_END;
    append((byte) token.ordinal(), line, "");
    links[index] = size;
    if (object) {
      noteDuplicates(index);
    }
    int height = heights[depth] + 1;
    if (!anchors.isEmpty()) {
      closeAnchor(new Anchored(index, nodes - nodesBefore[depth], height, false));
    }
    raise(height);
    valueEnded();
  }

  private void closeAnchor(Anchored closed) {
    anchors.replaceAll(
        (_, anchored) -> anchored.isOpen && anchored.index == closed.index ? closed : anchored);
  }

  void name(String name, int line) {
    name(name, line, "");
  }

  void name(String name, int line, String anchor) {
    int index = append((byte) Token.NAME.ordinal(), line, name);
    count(1, line);
    if (!anchor.isEmpty()) {
      anchors.put(anchor, new Anchored(index, 1, 0, false));
    }
    expectsName = false;
  }

  /// The name `<<`.
  void merge(int line) {
    append(MERGE, line, "<<");
    count(1, line);
    needsExpansion = true;
    expectsName = false;
  }

  void scalar(Token token, String text, int line, String anchor) {
    int index = append((byte) token.ordinal(), line, text);
    count(1, line);
    if (!anchor.isEmpty()) {
      anchors.put(anchor, new Anchored(index, 1, 0, false));
    }
    valueEnded();
  }

  void alias(String anchor, int line) {
    aliases++;
    if (aliases > limits.aliases()) {
      throw new MalformedDocumentException(
          line, "the document has more than " + limits.aliases() + " aliases");
    }
    Anchored target = anchors.get(anchor);
    if (target == null) {
      throw new MalformedDocumentException(line, "nothing has the anchor '" + anchor + "'");
    }
    if (target.isOpen) {
      throw new MalformedDocumentException(line, "the anchor '" + anchor + "' holds itself");
    }
    if (expectsName) {
      aliasAsName(target, line);
      return;
    }
    count(target.nodes, line);
    checkDepth(depth + target.height, line);
    raise(target.height);
    int index = append(ALIAS, line, "");
    links[index] = target.index;
    needsExpansion = true;
    valueEnded();
  }

  private void aliasAsName(Anchored target, int line) {
    byte token = tokens[target.index];
    if (token != Token.TEXT.ordinal() && token != Token.NAME.ordinal()) {
      throw new MalformedDocumentException(line, "the name of a field must be text");
    }
    name(texts[target.index], line);
  }

  void note(int line, String reason) {
    notes.add(new Tape.Note(line, reason));
  }

  /// The document with everything in its place. Empty when nothing was written.
  Tape finish() {
    return needsExpansion
        ? new TapeExpansion(this, limits).expand(size, notes)
        : new Tape(tokens, lines, texts, size, notes);
  }

  /// The first token behind a value.
  int endOf(int value) {
    return isStart(value) ? links[value] : value + 1;
  }

  boolean isStart(int index) {
    return tokens[index] == Token.OBJECT_START.ordinal()
        || tokens[index] == Token.LIST_START.ordinal();
  }

  int append(byte token, int line, String text) {
    if (size == tokens.length) {
      int larger = size * 2;
      tokens = Arrays.copyOf(tokens, larger);
      lines = Arrays.copyOf(lines, larger);
      texts = Arrays.copyOf(texts, larger);
      links = Arrays.copyOf(links, larger);
    }
    tokens[size] = token;
    lines[size] = line;
    texts[size] = text;
    return size++;
  }

  private void valueEnded() {
    expectsName = depth > 0 && tokens[open[depth - 1]] == Token.OBJECT_START.ordinal();
  }

  private void raise(int height) {
    if (depth > 0) {
      heights[depth - 1] = Math.max(heights[depth - 1], height);
    }
  }

  private void count(int more, int line) {
    nodes += more;
    if (nodes > limits.nodes()) {
      throw new MalformedDocumentException(
          line, "the document has more than " + limits.nodes() + " names and values");
    }
  }

  private void checkDepth(int levels, int line) {
    if (levels > limits.depth()) {
      throw new MalformedDocumentException(
          line, "the document is nested deeper than " + limits.depth() + " levels");
    }
  }

  private void noteDuplicates(int object) {
    int fields = 0;
    for (int at = object + 1; at < size - 1; at = endOf(at + 1)) {
      fields++;
    }
    if (fields < 2) {
      return;
    }
    boolean found = fields <= FEW ? hasEqualNames(object, fields) : hasEqualNamesOfMany(object);
    if (found) {
      needsExpansion = true;
      noteEach(object);
    }
  }

  private boolean hasEqualNames(int object, int fields) {
    int at = object + 1;
    for (int i = 0; i < fields; i++) {
      int other = object + 1;
      for (int j = 0; j < i; j++) {
        if (texts[other].equals(texts[at]) && tokens[other] == tokens[at]) {
          return true;
        }
        other = endOf(other + 1);
      }
      at = endOf(at + 1);
    }
    return false;
  }

  private boolean hasEqualNamesOfMany(int object) {
    Set<String> names = new HashSet<>();
    for (int at = object + 1; at < size - 1; at = endOf(at + 1)) {
      if (tokens[at] != MERGE && !names.add(texts[at])) {
        return true;
      }
    }
    return false;
  }

  private void noteEach(int object) {
    Map<String, Integer> first = new HashMap<>();
    for (int at = object + 1; at < size - 1; at = endOf(at + 1)) {
      Integer before = tokens[at] == MERGE ? null : first.putIfAbsent(texts[at], lines[at]);
      if (before != null) {
        note(
            lines[at],
            "duplicate field '"
                + shown(texts[at])
                + "' (first on line "
                + before
                + "); the last one counts");
      }
    }
  }

  private static String shown(String name) {
    return name.length() > 80 ? name.substring(0, 80) + "…" : name;
  }
}
