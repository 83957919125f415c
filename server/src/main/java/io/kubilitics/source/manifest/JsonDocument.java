package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;

/// Reads a JSON value onto a tape. One thread, one use.
final class JsonDocument {
  private final JsonTokens tokens;
  private final int linesBefore;

  private JsonDocument(JsonTokens tokens, int linesBefore) {
    this.tokens = tokens;
    this.linesBefore = linesBefore;
  }

  /// @param firstLine of the text in its file
  /// @throws MalformedDocumentException when the text is not exactly one JSON value, with the line
  ///   in the file
  static void write(Bytes json, int firstLine, TapeWriter tape) {
    try (JsonTokens tokens = JsonTokens.of(json.array())) {
      new JsonDocument(tokens, firstLine - 1).write(tape);
    }
  }

  private void write(TapeWriter tape) {
    for (Token token = next(); token != Token.END; token = next()) {
      int line = linesBefore + tokens.line();
      switch (token) {
        case OBJECT_START, LIST_START -> tape.open(token, line, "");
        case OBJECT_END, LIST_END -> tape.close(line);
        case NAME -> tape.name(text(), line);
        case TEXT, NUMBER -> tape.scalar(token, text(), line, "");
        case TRUE -> tape.scalar(token, "true", line, "");
        case FALSE -> tape.scalar(token, "false", line, "");
        case NULL -> tape.scalar(token, "null", line, "");
        case END -> {}
      }
    }
  }

  private Token next() {
    try {
      return tokens.next();
    } catch (MalformedDocumentException e) {
      throw inFile(e);
    }
  }

  private String text() {
    try {
      return tokens.text();
    } catch (MalformedDocumentException e) {
      throw inFile(e);
    }
  }

  private MalformedDocumentException inFile(MalformedDocumentException e) {
    int line = Math.max(1, e.line());
    return new MalformedDocumentException(linesBefore + line, Reasons.ofParser(e.getMessage()));
  }
}
