package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a document anew: what an alias stands for in its place, merged fields among the others,
/// each name once. The writer of the cells has seen to it that the result is within the limits and
/// that nothing holds itself. Recursion is as deep as the document.
final class TapeExpansion {
  private final TapeCells from;
  private final TapeWriter to;

  TapeExpansion(TapeCells from, Limits limits) {
    this.from = from;
    to = new TapeWriter(limits);
  }

  Tape expand(List<Tape.Note> notes) {
    if (from.size() > 0) {
      value(0);
    }
    notes.forEach(note -> to.note(note.line(), note.reason()));
    return to.finish();
  }

  private void value(int place) {
    int index = from.valueAt(place);
    Token token = from.token(index);
    int line = from.line(index);
    switch (token) {
      case OBJECT_START -> {
        to.open(token, line, "");
        for (int name : fields(index).values()) {
          to.name(from.text(name), from.line(name));
          value(name + 1);
        }
        to.close(from.line(from.lastOf(index)));
      }
      case LIST_START -> {
        to.open(token, line, "");
        int last = from.lastOf(index);
        for (int at = index + 1; at < last; at = from.endOf(at)) {
          value(at);
        }
        to.close(from.line(last));
      }
      // An anchor may be on the name of a field.
      case NAME -> to.scalar(Token.TEXT, from.text(index), line, "");
      case TEXT, NUMBER, TRUE, FALSE, NULL -> to.scalar(token, from.text(index), line, "");
      case OBJECT_END, LIST_END, END -> throw new IllegalStateException("no value: " + token);
    }
  }

  /// Where the name of each field stands that counts in the end.
  private Map<String, Integer> fields(int object) {
    Map<String, Integer> fields = new LinkedHashMap<>();
    int last = from.lastOf(object);
    for (int at = object + 1; at < last; at = from.endOf(at + 1)) {
      if (from.isMerge(at)) {
        merge(at + 1, fields);
        continue;
      }
      fields.put(from.text(at), at);
    }
    return fields;
  }

  /// Of several merged maps the first one wins.
  private void merge(int place, Map<String, Integer> fields) {
    int source = from.valueAt(place);
    if (from.token(source) != Token.LIST_START) {
      fields.putAll(mergedFields(source, place));
      return;
    }
    Map<String, Integer> merged = new LinkedHashMap<>();
    int last = from.lastOf(source);
    for (int at = source + 1; at < last; at = from.endOf(at)) {
      mergedFields(from.valueAt(at), at).forEach(merged::putIfAbsent);
    }
    fields.putAll(merged);
  }

  private Map<String, Integer> mergedFields(int source, int place) {
    if (from.token(source) != Token.OBJECT_START) {
      throw new MalformedDocumentException(
          from.line(place), "a merge needs a map or a list of maps");
    }
    return fields(source);
  }
}
