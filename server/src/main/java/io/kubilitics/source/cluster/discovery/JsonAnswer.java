package io.kubilitics.source.cluster.discovery;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Walks through a JSON answer of an API server from front to back. What has another form than
/// expected is passed over. One thread, one pass.
final class JsonAnswer implements AutoCloseable {
  private static final int LONGEST_LIST_OF_NAMES = 64;

  private final JsonTokens tokens;

  JsonAnswer(String json) {
    tokens = JsonTokens.of(json);
  }

  /// @param json not closed
  JsonAnswer(InputStream json) throws IOException {
    tokens = JsonTokens.of(json);
  }

  /// Takes one field; must read its value to its end.
  @FunctionalInterface
  interface Field {
    void read(String name, Token value);
  }

  /// Reads the whole answer, which must be one object.
  ///
  /// @throws MalformedDocumentException when it is not
  void read(Field field) {
    Token first = tokens.next();
    if (first != Token.OBJECT_START) {
      throw new MalformedDocumentException(tokens.line(), "no JSON object");
    }
    object(first, field);
  }

  void object(Token value, Field field) {
    if (value != Token.OBJECT_START) {
      pass(value);
      return;
    }
    for (Token token = tokens.next(); token == Token.NAME; token = tokens.next()) {
      String name = tokens.text();
      field.read(name, tokens.next());
    }
  }

  void list(Token value, Consumer<Token> item) {
    if (value != Token.LIST_START) {
      pass(value);
      return;
    }
    for (Token token = tokens.next(); token != Token.LIST_END; token = tokens.next()) {
      item.accept(token);
    }
  }

  /// Whether a list ends where it begins; of any other one nothing is read but its first token.
  boolean isEmptyList(Token value) {
    return value == Token.LIST_START && tokens.next() == Token.LIST_END;
  }

  /// A text, or `""` for anything else.
  String text(Token value) {
    if (value == Token.TEXT) {
      return tokens.text();
    }
    pass(value);
    return "";
  }

  boolean flag(Token value) {
    pass(value);
    return value == Token.TRUE;
  }

  /// The texts of a list that are names.
  List<String> names(Token value) {
    List<String> names = new ArrayList<>();
    list(
        value,
        item -> {
          String name = text(item);
          if (names.size() < LONGEST_LIST_OF_NAMES && ApiName.isSegment(name)) {
            names.add(name);
          }
        });
    return names;
  }

  void pass(Token value) {
    int depth = isStart(value) ? 1 : 0;
    while (depth > 0) {
      Token token = tokens.next();
      if (isStart(token)) {
        depth++;
      } else if (token == Token.OBJECT_END || token == Token.LIST_END) {
        depth--;
      }
    }
  }

  private static boolean isStart(Token token) {
    return token == Token.OBJECT_START || token == Token.LIST_START;
  }

  @Override
  public void close() {
    tokens.close();
  }
}
