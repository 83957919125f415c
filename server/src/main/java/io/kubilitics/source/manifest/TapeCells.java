package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.TokenStream.Token;
import java.util.Arrays;
import java.util.List;

/// The tokens of a document as they are written, with aliases and merge keys still among them.
/// Grows; one thread.
final class TapeCells {
  private static final int FIRST_SIZE = 64;

  /// Stands in the links of a merge key.
  private static final int MERGE = -1;

  private Token[] tokens = new Token[FIRST_SIZE];
  private int[] lines = new int[FIRST_SIZE];
  private String[] texts = new String[FIRST_SIZE];

  /// Behind the end of a list or map; where an alias leads to.
  private int[] links = new int[FIRST_SIZE];

  private int size;

  int size() {
    return size;
  }

  int append(Token token, int line, String text) {
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

  /// [Token#END] stands for an alias: a document on a tape has no other.
  int appendAlias(int target, int line) {
    int index = append(Token.END, line, "");
    links[index] = target;
    return index;
  }

  void appendMerge(int line) {
    links[append(Token.NAME, line, "<<")] = MERGE;
  }

  Token token(int index) {
    return tokens[index];
  }

  int line(int index) {
    return lines[index];
  }

  String text(int index) {
    return texts[index];
  }

  boolean isAlias(int index) {
    return tokens[index] == Token.END;
  }

  boolean isMerge(int index) {
    return links[index] == MERGE;
  }

  /// What an alias stands for; any other value is itself.
  int valueAt(int index) {
    return isAlias(index) ? links[index] : index;
  }

  /// Says that the list or map which begins there ends with the last token.
  void close(int start) {
    links[start] = size;
  }

  /// The first token behind a value.
  int endOf(int value) {
    boolean starts = tokens[value] == Token.OBJECT_START || tokens[value] == Token.LIST_START;
    return starts ? links[value] : value + 1;
  }

  /// The token that ends a list or map.
  int lastOf(int start) {
    return links[start] - 1;
  }

  /// The arrays are not copied: nothing may be appended afterwards.
  Tape tape(List<Tape.Note> notes) {
    return new Tape(tokens, lines, texts, size, notes);
  }
}
