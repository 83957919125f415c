package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.source.manifest.Anchors.Anchored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects the tokens of one document and holds it to the limits. Aliases are counted at the size
/// of what they stand for and put in its place at the end, so a bomb is refused before it goes off.
///
/// Of two fields of one name the last counts, as with kubectl, and it is noted. A merge key puts
/// the fields it merges where it stands, again as with kubectl: fields that follow it win. One
/// thread, one use.
final class TapeWriter {
  private final Limits limits;
  private final TapeCells cells = new TapeCells();
  private final Anchors anchors = new Anchors();
  private final DuplicateNames duplicates = new DuplicateNames(cells);
  private final List<Tape.Note> notes = new ArrayList<>();

  /// The lists and maps that are open, from the root: where each begins, how many nodes were before
  /// it, how many levels are below it.
  private int[] starts = new int[16];

  private int[] nodesBefore = new int[16];
  private int[] heights = new int[16];
  private int depth;

  private int nodes;
  private int aliases;
  private boolean needsExpansion;
  private boolean expectsName;

  TapeWriter(Limits limits) {
    this.limits = limits;
  }

  /// Whether what comes next is the name of a field.
  boolean expectsName() {
    return expectsName;
  }

  /// @param token the start of an object or of a list
  /// @param anchor `""` for none
  void open(Token token, int line, String anchor) {
    if (expectsName) {
      throw noName(line);
    }
    int index = cells.append(token, line, "");
    count(1, line);
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, depth * 2);
      nodesBefore = Arrays.copyOf(nodesBefore, depth * 2);
      heights = Arrays.copyOf(heights, depth * 2);
    }
    starts[depth] = index;
    nodesBefore[depth] = nodes - 1;
    heights[depth] = 0;
    depth++;
    checkDepth(depth, line);
    anchors.open(anchor, index);
    expectsName = token == Token.OBJECT_START;
  }

  /// Ends the innermost list or map.
  void close(int line) {
    depth--;
    int start = starts[depth];
    boolean isObject = cells.token(start) == Token.OBJECT_START;
    cells.append(isObject ? Token.OBJECT_END : Token.LIST_END, line, "");
    cells.close(start);
    if (isObject && duplicates.isIn(start)) {
      needsExpansion = true;
      duplicates.tell(start, (reason, at) -> note(at, reason));
    }
    int height = heights[depth] + 1;
    anchors.close(start, nodes - nodesBefore[depth], height);
    raise(height);
    valueEnded();
  }

  void name(String name, int line) {
    name(name, line, "");
  }

  void name(String name, int line, String anchor) {
    anchors.scalar(anchor, cells.append(Token.NAME, line, name));
    count(1, line);
    expectsName = false;
  }

  /// The name `<<`.
  void merge(int line) {
    cells.appendMerge(line);
    count(1, line);
    needsExpansion = true;
    expectsName = false;
  }

  void scalar(Token token, String text, int line, String anchor) {
    anchors.scalar(anchor, cells.append(token, line, text));
    count(1, line);
    valueEnded();
  }

  void alias(String anchor, int line) {
    aliases++;
    if (aliases > limits.aliases()) {
      throw new MalformedDocumentException(
          line, "the document has more than " + limits.aliases() + " aliases");
    }
    Anchored target = anchors.target(anchor, line);
    if (expectsName) {
      aliasAsName(target, line);
      return;
    }
    count(target.nodes(), line);
    checkDepth(depth + target.height(), line);
    raise(target.height());
    cells.appendAlias(target.index(), line);
    needsExpansion = true;
    valueEnded();
  }

  private void aliasAsName(Anchored target, int line) {
    Token token = cells.token(target.index());
    if (token != Token.TEXT && token != Token.NAME) {
      throw noName(line);
    }
    name(cells.text(target.index()), line);
  }

  void note(int line, String reason) {
    notes.add(new Tape.Note(line, reason));
  }

  /// The document with everything in its place; without a token when nothing was written.
  Tape finish() {
    return needsExpansion ? new TapeExpansion(cells, limits).expand(notes) : cells.tape(notes);
  }

  private void valueEnded() {
    expectsName = depth > 0 && cells.token(starts[depth - 1]) == Token.OBJECT_START;
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

  private static MalformedDocumentException noName(int line) {
    return new MalformedDocumentException(line, "the name of a field must be text");
  }
}
