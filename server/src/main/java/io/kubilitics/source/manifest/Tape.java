package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.TokenStream;
import io.kubilitics.catalogue.TokenStream.Token;
import java.util.ArrayList;
import java.util.List;

/// The tokens of one document one after the other, without aliases, merges and superseded fields:
/// small enough to be read twice, and known to be sound before the first object is made of it.
final class Tape {
  private final Token[] tokens;
  private final int[] lines;
  private final String[] texts;
  private final int size;
  private final List<Note> notes;

  /// The arrays are not copied.
  Tape(Token[] tokens, int[] lines, String[] texts, int size, List<Note> notes) {
    this.tokens = tokens;
    this.lines = lines;
    this.texts = texts;
    this.size = size;
    this.notes = List.copyOf(notes);
  }

  /// Something wrong with a document that does not keep it from being read.
  record Note(int line, String reason) {}

  List<Note> notes() {
    return notes;
  }

  Token token(int index) {
    return index < size ? tokens[index] : Token.END;
  }

  int line(int index) {
    return index < size ? lines[index] : size == 0 ? 0 : lines[size - 1];
  }

  String text(int index) {
    return index < size ? texts[index] : "";
  }

  /// The text of the scalar at a path below the root, as in `metadata`, `name`; `""` when there is
  /// none.
  String text(String... path) {
    int index = 0;
    for (String name : path) {
      index = valueOf(index, name);
      if (index < 0) {
        return "";
      }
    }
    return token(index) == Token.TEXT ? text(index) : "";
  }

  /// The names of the root's fields, in their order.
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (token(0) == Token.OBJECT_START) {
      for (int at = 1; token(at) == Token.NAME; at = endOf(at + 1)) {
        names.add(text(at));
      }
    }
    return names;
  }

  /// Whether the root has a field.
  boolean has(String name) {
    return valueOf(0, name) >= 0;
  }

  private int valueOf(int object, String name) {
    if (token(object) != Token.OBJECT_START) {
      return -1;
    }
    int at = object + 1;
    while (token(at) == Token.NAME) {
      if (text(at).equals(name)) {
        return at + 1;
      }
      at = endOf(at + 1);
    }
    return -1;
  }

  /// The first token behind a value.
  private int endOf(int value) {
    int depth = 0;
    int at = value;
    do {
      switch (token(at)) {
        case OBJECT_START, LIST_START -> depth++;
        case OBJECT_END, LIST_END -> depth--;
        case NAME, TEXT, NUMBER, TRUE, FALSE, NULL, END -> {}
      }
      at++;
    } while (depth > 0);
    return at;
  }

  TokenStream tokens() {
    return new Reading();
  }

  private final class Reading implements TokenStream {
    private int at = -1;

    @Override
    public Token next() {
      if (at < size) {
        at++;
      }
      return token(at);
    }

    @Override
    public String text() {
      return Tape.this.text(at);
    }

    @Override
    public int line() {
      return Tape.this.line(at);
    }
  }
}
