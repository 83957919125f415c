package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream.Token;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The single values of a small object and of the objects directly in it, by path:
/// `metadata.continue`. What is broken ends where it breaks.
final class ShallowFields {
  private static final int DEEPEST = 2;
  private static final int MOST = 200;

  private final Map<String, String> values = new HashMap<>();

  private ShallowFields() {}

  static ShallowFields of(Piece object) {
    ShallowFields fields = new ShallowFields();
    try (JsonTokens tokens = object.tokens()) {
      fields.read(tokens);
    } catch (MalformedDocumentException _) {
      // What came before counts.
    }
    return fields;
  }

  private void read(JsonTokens tokens) {
    @Nullable String[] path = new String[DEEPEST + 1];
    int depth = 0;
    for (Token token = tokens.next(); token != Token.END; token = tokens.next()) {
      switch (token) {
        case OBJECT_START, LIST_START -> {
          depth++;
          if (depth <= DEEPEST) {
            path[depth] = null;
          }
        }
        case OBJECT_END, LIST_END -> depth--;
        case NAME -> {
          if (depth <= DEEPEST) {
            path[depth] = tokens.text();
          }
        }
        case TEXT, NUMBER, TRUE, FALSE -> {
          if (depth >= 1 && depth <= DEEPEST && path[depth] != null && values.size() < MOST) {
            String name = depth == 1 ? path[1] : path[1] + "." + path[2];
            values.put(String.valueOf(name), tokens.text());
          }
        }
        case NULL, END -> {}
      }
    }
  }

  /// `""` when it is not there.
  String text(String path) {
    return values.getOrDefault(path, "");
  }

  /// 0 when it is not there, or no number of a sensible size.
  int number(String path) {
    String text = text(path);
    boolean isNumber =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(text) : 0;
  }
}
