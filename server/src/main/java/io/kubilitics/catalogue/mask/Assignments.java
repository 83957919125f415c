package io.kubilitics.catalogue.mask;

import java.util.function.UnaryOperator;

/// Covers the values that stand behind the name of a credential in text of any notation:
/// `password=x`, `password: x`, `"password": "x"`, `<password>x</password>`, and the lines of a
/// YAML block. `name: value` without quotes counts only at the begin of a line, else it is prose.
/// One text, one thread.
final class Assignments {
  private static final int LONGEST_NAME = 128;

  private final String text;
  private final UnaryOperator<String> cover;
  private final StringBuilder kept = new StringBuilder();
  private int done;

  Assignments(String text, UnaryOperator<String> cover) {
    this.text = text;
    this.cover = cover;
  }

  String masked() {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '=' || c == ':' || c == '>') {
        read(c, at);
        at = Math.max(at, done - 1);
      }
    }
    return done == 0 ? text : kept.append(text, done, text.length()).toString();
  }

  private void read(char sign, int at) {
    int nameEnd = at;
    while (nameEnd > done && text.charAt(nameEnd - 1) == ' ') {
      nameEnd--;
    }
    boolean quoted = nameEnd > done && isQuote(text.charAt(nameEnd - 1));
    while (nameEnd > done && (isQuote(text.charAt(nameEnd - 1)) || isEscape(nameEnd - 1))) {
      nameEnd--;
    }
    int nameStart = nameEnd;
    while (nameStart > done && nameEnd - nameStart < LONGEST_NAME && isOfName(nameStart - 1)) {
      nameStart--;
    }
    if (nameStart == nameEnd || !isPlace(sign, nameStart, quoted, at)) {
      return;
    }
    String name = text.substring(nameStart, nameEnd);
    if (sign == '>') {
      coverElement(name, at + 1);
    } else if (CredentialNames.isOfField(name)) {
      coverValue(sign, nameStart, at + 1);
    } else if (name.equals("auth") && quoted) {
      coverValue(sign, nameStart, at + 1);
    }
  }

  private boolean isOfName(int at) {
    char c = text.charAt(at);
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private boolean isEscape(int at) {
    return text.charAt(at) == '\\';
  }

  private boolean isPlace(char sign, int nameStart, boolean quoted, int at) {
    return switch (sign) {
      case '>' -> nameStart > 0 && text.charAt(nameStart - 1) == '<';
      case ':' -> !text.startsWith("://", at) && (quoted || isAtBeginOfLine(nameStart));
      default -> at + 1 < text.length() && text.charAt(at + 1) != '=';
    };
  }

  /// Before it on its line stand only spaces, dashes of a list, and braces of a map.
  private boolean isAtBeginOfLine(int at) {
    for (int before = at - 1; before >= 0; before--) {
      char c = text.charAt(before);
      if (c == '\n' || c == '{' || c == ',') {
        return true;
      }
      if (c != ' ' && c != '\t' && c != '-' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  private void coverElement(String name, int from) {
    int to = text.indexOf('<', from);
    if (to > from && CredentialNames.isOfField(name)) {
      cover(from, to);
    }
  }

  private void coverValue(char sign, int nameStart, int after) {
    int from = after;
    while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
      from++;
    }
    if (from == text.length()) {
      return;
    }
    int quote = from;
    while (quote < text.length() && text.charAt(quote) == '\\') {
      quote++;
    }
    if (quote < text.length() && isQuote(text.charAt(quote))) {
      coverQuoted(from, quote + 1);
      return;
    }
    char first = text.charAt(from);
    if (first == '{' || first == '[') {
      return;
    }
    if (sign == ':' && (first == '|' || first == '>')) {
      coverBlock(nameStart, from);
      return;
    }
    boolean wholeLine = isAtBeginOfLine(nameStart) && !isInsideBraces(nameStart);
    int to = from;
    while (to < text.length() && !ends(text.charAt(to), wholeLine)) {
      to++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    cover(from, to);
  }

  private boolean isInsideBraces(int at) {
    for (int before = at - 1; before >= 0 && text.charAt(before) != '\n'; before--) {
      char c = text.charAt(before);
      if (c == '{' || c == ',') {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(char c, boolean wholeLine) {
    if (c == '\n' || c == '\r') {
      return true;
    }
    return !wholeLine && (c <= ' ' || "&;,\"'}])<>".indexOf(c) >= 0);
  }

  /// Up to the next quote that is written like the first.
  private void coverQuoted(int from, int inside) {
    String quote = text.substring(from, inside);
    int to = text.indexOf(quote, inside);
    while (to > inside && quote.length() == 1 && isEscaped(to)) {
      to = text.indexOf(quote, to + 1);
    }
    cover(inside, to < 0 ? text.length() : to);
  }

  private boolean isEscaped(int at) {
    int slashes = 0;
    while (at - slashes > 0 && text.charAt(at - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /// The lines below that are indented deeper than the name.
  private void coverBlock(int nameStart, int from) {
    int indent = nameStart - (text.lastIndexOf('\n', nameStart) + 1);
    int begin = text.indexOf('\n', from);
    if (begin < 0) {
      return;
    }
    int to = begin;
    int next = begin + 1;
    while (next > 0 && next < text.length()) {
      int content = next;
      while (content < text.length() && text.charAt(content) == ' ') {
        content++;
      }
      boolean blank = content < text.length() && text.charAt(content) == '\n';
      if (!blank && content - next <= indent) {
        break;
      }
      int end = text.indexOf('\n', content);
      to = end < 0 ? text.length() : end;
      next = end + 1;
    }
    int first = begin + 1;
    while (first < to && text.charAt(first) == ' ') {
      first++;
    }
    cover(first, to);
  }

  private void cover(int from, int to) {
    if (to <= from || CredentialNames.isNoSecret(text.substring(from, to))) {
      return;
    }
    kept.append(text, done, from).append(cover.apply(text.substring(from, to)));
    done = to;
  }
}
