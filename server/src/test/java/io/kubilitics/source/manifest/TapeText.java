package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.TokenStream;
import io.kubilitics.catalogue.TokenStream.Token;
import java.nio.charset.StandardCharsets;

/// What is on a tape, as JSON on one line; and YAML and JSON read onto one.
final class TapeText {
  private TapeText() {}

  static Tape ofYaml(String yaml) {
    TapeWriter tape = new TapeWriter(Limits.DEFAULT);
    YamlDocument.write(yaml, 1, tape);
    return tape.finish();
  }

  static Tape ofJson(String json) {
    TapeWriter tape = new TapeWriter(Limits.DEFAULT);
    JsonDocument.write(new Bytes(json.getBytes(StandardCharsets.UTF_8)), 1, tape);
    return tape.finish();
  }

  static String json(Tape tape) {
    return json(tape.tokens());
  }

  static String json(TokenStream tokens) {
    StringBuilder json = new StringBuilder();
    boolean first = true;
    for (Token token = tokens.next(); token != Token.END; token = tokens.next()) {
      boolean ends = token == Token.OBJECT_END || token == Token.LIST_END;
      if (!first && !ends) {
        json.append(',');
      }
      first = token == Token.OBJECT_START || token == Token.LIST_START || token == Token.NAME;
      switch (token) {
        case OBJECT_START -> json.append('{');
        case OBJECT_END -> json.append('}');
        case LIST_START -> json.append('[');
        case LIST_END -> json.append(']');
        case NAME -> quoted(json, tokens.text()).append(':');
        case TEXT -> quoted(json, tokens.text());
        case NUMBER, TRUE, FALSE, NULL -> json.append(tokens.text());
        case END -> {}
      }
    }
    return json.toString();
  }

  private static StringBuilder quoted(StringBuilder json, String text) {
    json.append('"');
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
        continue;
      }
      if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
        continue;
      }
      json.append(c);
    }
    return json.append('"');
  }
}
