package io.kubilitics.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tokens put aside until it is known what they belong to. One thread; written, then read once from
/// the front.
final class TokenBuffer implements TokenStream {
  /// How much may wait in one buffer: characters of text, and 16 for each token.
  static final int MOST = 12 << 20;

  private static final int COST_OF_TOKEN = 16;

  private Token[] tokens = new Token[64];
  private int[] lines = new int[64];
  private final List<String> texts = new ArrayList<>();
  private int size;
  private long cost;

  private int at = -1;
  private int textAt = -1;

  /// Takes over a field: its name, and the value whose first token is the current one, up to its
  /// end.
  ///
  /// @return false when the buffer is full; the value has been passed over then
  boolean record(String name, Token value, TokenStream source) {
    append(Token.NAME, name, source.line());
    int depth = 0;
    Token token = value;
    while (true) {
      boolean hasText = token == Token.NAME || token == Token.TEXT || token == Token.NUMBER;
      append(token, hasText && cost <= MOST ? source.text() : "", source.line());
      switch (token) {
        case OBJECT_START, LIST_START -> depth++;
        case OBJECT_END, LIST_END -> depth--;
        case NAME, TEXT, NUMBER, TRUE, FALSE, NULL -> {}
        case END -> throw TokenWalk.broken(source);
      }
      if (depth <= 0) {
        return cost <= MOST;
      }
      token = source.next();
    }
  }

  private void append(Token token, String text, int line) {
    cost += COST_OF_TOKEN + text.length();
    if (cost > MOST) {
      return;
    }
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
    }
    tokens[size] = token;
    lines[size] = line;
    size++;
    if (token == Token.NAME || token == Token.TEXT || token == Token.NUMBER) {
      texts.add(text);
    }
  }

  long cost() {
    return cost;
  }

  @Override
  public Token next() {
    at++;
    if (at >= size) {
      return Token.END;
    }
    Token token = tokens[at];
    if (token == Token.NAME || token == Token.TEXT || token == Token.NUMBER) {
      textAt++;
    }
    return token;
  }

  @Override
  public String text() {
    return switch (tokens[at]) {
      case NAME, TEXT, NUMBER -> texts.get(textAt);
      case TRUE -> "true";
      case FALSE -> "false";
      case NULL -> "null";
      case OBJECT_START, OBJECT_END, LIST_START, LIST_END, END -> "";
    };
  }

  @Override
  public int line() {
    return at < size ? lines[at] : 0;
  }
}
