package io.kubilitics.catalogue.mask;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream;
import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Number;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Reads the bodies of the objects in a document, under the same identities as the extractor gives
/// them, and masks them. One thread.
public final class BodyReader {
  private static final int DEEPEST = 100;
  private static final int MOST_NODES = 400_000;
  private static final int MOST_LISTS = 4;
  private static final String LIST = "List";

  private final Catalogue catalogue;
  private final UnaryOperator<Fields> mask;
  private int nodes;

  public BodyReader(Catalogue catalogue, MaskKey key) {
    this(catalogue, new Mask(catalogue, key)::masked);
  }

  /// For a test that proves that without the mask secrets are seen.
  BodyReader(Catalogue catalogue, UnaryOperator<Fields> mask) {
    this.catalogue = catalogue;
    this.mask = mask;
  }

  /// Hands on every object of a document, masked, in its order.
  ///
  /// @throws MalformedDocumentException when the document cannot be read or is far too large
  public void read(TokenStream tokens, Consumer<Body> found) {
    document(tokens, (id, object) -> found.accept(new Body(id, mask.apply(object))));
  }

  /// The first object of a document that has this identity, masked.
  ///
  /// @throws MalformedDocumentException when the document cannot be read or is far too large
  public Optional<Body> read(TokenStream tokens, ResourceId id) {
    List<Fields> found = new ArrayList<>(1);
    document(
        tokens,
        (each, object) -> {
          if (found.isEmpty() && each.equals(id)) {
            found.add(object);
          }
        });
    return found.stream().findFirst().map(object -> new Body(id, mask.apply(object)));
  }

  @FunctionalInterface
  private interface Found {
    void object(ResourceId id, Fields unmasked);
  }

  private void document(TokenStream tokens, Found found) {
    nodes = 0;
    Token first = tokens.next();
    if (first == Token.OBJECT_START) {
      object((Fields) value(first, tokens, 0), 0, found);
    }
  }

  private void object(Fields object, int listsAround, Found found) {
    String apiVersion = object.text("apiVersion");
    String kind = object.text("kind");
    if (isList(object, apiVersion, kind)) {
      if (listsAround < MOST_LISTS && object.fields().get("items") instanceof Items items) {
        boolean typed = !kind.isEmpty() && !kind.equals(LIST) && !apiVersion.isEmpty();
        String kindOfItems = typed ? kind.substring(0, kind.length() - LIST.length()) : "";
        for (Value item : items.items()) {
          if (item instanceof Fields fields) {
            object(typed ? told(fields, apiVersion, kindOfItems) : fields, listsAround + 1, found);
          }
        }
      }
      return;
    }
    if (!apiVersion.isEmpty() && !kind.isEmpty()) {
      id(catalogue.kindOf(apiVersion, kind), object.map("metadata"))
          .ifPresent(id -> found.object(id, object));
    }
  }

  private boolean isList(Fields object, String apiVersion, String kind) {
    if (!object.fields().containsKey("items")) {
      return false;
    }
    if (kind.isEmpty()) {
      return true;
    }
    return kind.endsWith(LIST)
        && catalogue.definition(catalogue.kindOf(apiVersion, kind)).isEmpty();
  }

  /// An item of a typed list, which need not say itself what it is.
  private static Fields told(Fields item, String apiVersion, String kind) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("apiVersion", new Text(apiVersion));
    fields.put("kind", new Text(kind));
    item.fields().forEach(fields::putIfAbsent);
    return new Fields(fields);
  }

  private Optional<ResourceId> id(Kind kind, Fields metadata) {
    String name = metadata.text("name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String written = metadata.text("namespace");
    Scope scope = catalogue.scopeOf(kind);
    String namespace =
        switch (scope) {
          case CLUSTER -> "";
          case NAMESPACED -> written.isEmpty() ? "default" : written;
          case UNKNOWN -> written;
        };
    return Optional.of(new ResourceId(kind, namespace, name));
  }

  private Value value(Token token, TokenStream tokens, int depth) {
    nodes++;
    if (depth > DEEPEST || nodes > MOST_NODES) {
      throw new MalformedDocumentException(tokens.line(), "the object is too large to be shown");
    }
    return switch (token) {
      case OBJECT_START -> map(tokens, depth + 1);
      case LIST_START -> list(tokens, depth + 1);
      case TEXT -> new Text(tokens.text());
      case NUMBER -> new Number(tokens.text());
      case TRUE -> new Truth(true);
      case FALSE -> new Truth(false);
      case NULL -> new Nothing();
      case NAME, OBJECT_END, LIST_END, END -> throw broken(tokens);
    };
  }

  private Fields map(TokenStream tokens, int depth) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Token token = tokens.next(); token != Token.OBJECT_END; token = tokens.next()) {
      if (token != Token.NAME) {
        throw broken(tokens);
      }
      String name = tokens.text();
      fields.put(name, value(tokens.next(), tokens, depth));
    }
    return new Fields(fields);
  }

  private Items list(TokenStream tokens, int depth) {
    List<Value> items = new ArrayList<>();
    for (Token token = tokens.next(); token != Token.LIST_END; token = tokens.next()) {
      items.add(value(token, tokens, depth));
    }
    return new Items(items);
  }

  private static MalformedDocumentException broken(TokenStream tokens) {
    return new MalformedDocumentException(tokens.line(), "the document ends in the middle");
  }
}
