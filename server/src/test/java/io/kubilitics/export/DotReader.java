package io.kubilitics.export;

import java.util.ArrayList;
import java.util.List;

/// Reads the DOT language, written from the grammar of its documentation: statements end in `;`,
/// every name is quoted, and nothing is guessed. Throws at the first character that does not fit.
final class DotReader {
  /// Both ends and the label of an edge.
  record Arrow(String from, String to) {}

  private final String text;
  private int at;
  private final List<String> nodes = new ArrayList<>();
  private final List<Arrow> edges = new ArrayList<>();
  private final List<String> clusters = new ArrayList<>();

  private DotReader(String text) {
    this.text = text;
  }

  static DotReader read(String text) {
    DotReader reader = new DotReader(text);
    reader.word("digraph");
    reader.string();
    reader.statements();
    reader.blank();
    if (reader.at != text.length()) {
      throw reader.unexpected("the end");
    }
    return reader;
  }

  List<String> nodes() {
    return nodes;
  }

  List<Arrow> edges() {
    return edges;
  }

  List<String> ends() {
    return edges.stream()
        .flatMap(arrow -> java.util.stream.Stream.of(arrow.from(), arrow.to()))
        .toList();
  }

  List<String> clusters() {
    return clusters;
  }

  private void statements() {
    sign('{');
    while (peek() != '}') {
      if (peek() == '"') {
        nodeOrEdge();
      } else if (text.startsWith("subgraph", at)) {
        word("subgraph");
        clusters.add(string());
        statements();
      } else if (text.startsWith("label=", at)) {
        word("label");
        sign('=');
        string();
        sign(';');
      } else {
        word(
            text.startsWith("graph", at) ? "graph" : text.startsWith("node", at) ? "node" : "edge");
        attributes();
        sign(';');
      }
    }
    sign('}');
  }

  private void nodeOrEdge() {
    String first = string();
    if (peek() == '-') {
      sign('-');
      sign('>');
      edges.add(new Arrow(first, string()));
    } else {
      nodes.add(first);
    }
    attributes();
    sign(';');
  }

  private void attributes() {
    sign('[');
    while (true) {
      blank();
      int from = at;
      while (Character.isLetter(text.charAt(at))) {
        at++;
      }
      if (from == at) {
        throw unexpected("a name");
      }
      sign('=');
      string();
      if (peek() == ']') {
        sign(']');
        return;
      }
      sign(',');
    }
  }

  /// In a quoted string only `\"` is an escape; two backslashes stay two.
  private String string() {
    sign('"');
    StringBuilder value = new StringBuilder();
    while (text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        char next = text.charAt(at + 1);
        value.append(next == '"' ? "\"" : "\\" + next);
        at += 2;
      } else {
        value.append(text.charAt(at++));
      }
    }
    at++;
    return value.toString();
  }

  private char peek() {
    blank();
    return text.charAt(at);
  }

  private void word(String word) {
    blank();
    if (!text.startsWith(word, at)) {
      throw unexpected("'" + word + "'");
    }
    at += word.length();
  }

  private void sign(char sign) {
    if (peek() != sign) {
      throw unexpected("'" + sign + "'");
    }
    at++;
  }

  private void blank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException unexpected(String wanted) {
    int to = Math.min(text.length(), at + 40);
    return new IllegalArgumentException(
        "expected " + wanted + " at " + at + ": " + text.substring(Math.min(at, to), to));
  }
}
