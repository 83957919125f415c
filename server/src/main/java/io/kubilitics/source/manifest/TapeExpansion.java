package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a document anew: what an alias stands for in its place, merged fields among the others,
/// each name once. The writer it reads from has seen to it that the result is within the limits and
/// that nothing holds itself. Depth of recursion is the document's depth.
final class TapeExpansion {
  private final TapeWriter from;
  private final TapeWriter to;

  TapeExpansion(TapeWriter from, Limits limits) {
    this.from = from;
    to = new TapeWriter(limits);
  }

  Tape expand(int size, List<Tape.Note> notes) {
    if (size > 0) {
      value(0);
    }
    notes.forEach(note -> to.note(note.line(), note.reason()));
    return to.finish();
  }

  private void value(int index) {
    if (from.tokens[index] == TapeWriter.ALIAS) {
      value(from.links[index]);
      return;
    }
    Token token = Token.values()[from.tokens[index]];
    int line = from.lines[index];
    switch (token) {
      case OBJECT_START -> {
        to.open(token, line, "");
        for (int name : fields(index).values()) {
          to.name(from.texts[name], from.lines[name]);
          value(name + 1);
        }
        to.close(from.lines[from.links[index] - 1]);
      }
      case LIST_START -> {
        to.open(token, line, "");
        int end = from.links[index] - 1;
        for (int at = index + 1; at < end; at = from.endOf(at)) {
          value(at);
        }
        to.close(from.lines[end]);
      }
      case TEXT, NUMBER, TRUE, FALSE, NULL -> to.scalar(token, from.texts[index], line, "");
      // An anchor may be on the name of a field.
      case NAME -> to.scalar(Token.TEXT, from.texts[index], line, "");
      case OBJECT_END, LIST_END, END -> throw new IllegalStateException("no value: " + token);
    }
  }

  /// Where the name of each field stands that counts in the end.
  private Map<String, Integer> fields(int object) {
    Map<String, Integer> fields = new LinkedHashMap<>();
    int end = from.links[object] - 1;
    for (int at = object + 1; at < end; at = from.endOf(at + 1)) {
      if (from.tokens[at] == TapeWriter.MERGE) {
        merge(at + 1, fields, true);
        continue;
      }
      fields.put(from.texts[at], at);
    }
    return fields;
  }

  /// Of several merged maps the first one wins.
  private void merge(int value, Map<String, Integer> fields, boolean mayBeList) {
    int source = from.tokens[value] == TapeWriter.ALIAS ? from.links[value] : value;
    if (from.tokens[source] == Token.OBJECT_START.ordinal()) {
      fields.putAll(fields(source));
      return;
    }
    if (from.tokens[source] != Token.LIST_START.ordinal() || !mayBeList) {
      throw new MalformedDocumentException(
          from.lines[value], "a merge needs a map or a list of maps");
    }
    Map<String, Integer> merged = new LinkedHashMap<>();
    int end = from.links[source] - 1;
    for (int at = source + 1; at < end; at = from.endOf(at)) {
      Map<String, Integer> one = new LinkedHashMap<>();
      merge(at, one, false);
      one.forEach(merged::putIfAbsent);
    }
    fields.putAll(merged);
  }
}
