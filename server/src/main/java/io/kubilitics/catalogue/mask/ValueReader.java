package io.kubilitics.catalogue.mask;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream;
import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes values of tokens, within bounds. One thread, one document.
public final class ValueReader {
  private static final int DEEPEST = 100;
  private static final int MOST_NODES = 400_000;

  private final TokenStream tokens;
  private int nodes;

  private ValueReader(TokenStream tokens) {
    this.tokens = tokens;
  }

  /// The value of a document, [Nothing] for an empty one.
  ///
  /// @throws MalformedDocumentException when it cannot be read or is far too large
  public static Value read(TokenStream tokens) {
    Token first = tokens.next();
    return first == Token.END ? new Nothing() : new ValueReader(tokens).value(first, 0);
  }

  private Value value(Token token, int depth) {
    nodes++;
    if (depth > DEEPEST || nodes > MOST_NODES) {
      throw new MalformedDocumentException(tokens.line(), "the object is too large to be shown");
    }
    return switch (token) {
      case OBJECT_START -> map(depth + 1);
      case LIST_START -> list(depth + 1);
      case TEXT -> new Text(tokens.text());
      case NUMBER -> new Numeral(tokens.text());
      case TRUE -> new Truth(true);
      case FALSE -> new Truth(false);
      case NULL -> new Nothing();
      case NAME, OBJECT_END, LIST_END, END -> throw broken();
    };
  }

  private Fields map(int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Token token = tokens.next(); token != Token.OBJECT_END; token = tokens.next()) {
      if (token != Token.NAME) {
        throw broken();
      }
      String name = tokens.text();
      fields.put(name, value(tokens.next(), depth));
    }
    return new Fields(fields);
  }

  private Items list(int depth) {
    List<Value> items = new ArrayList<>();
    for (Token token = tokens.next(); token != Token.LIST_END; token = tokens.next()) {
      items.add(value(token, depth));
    }
    return new Items(items);
  }

  private MalformedDocumentException broken() {
    return new MalformedDocumentException(tokens.line(), "the document ends in the middle");
  }
}
