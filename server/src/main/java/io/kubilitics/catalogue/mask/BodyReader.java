package io.kubilitics.catalogue.mask;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.TokenStream;
import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Text;
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
  private static final int MOST_LISTS = 4;
  private static final String LIST = "List";

  private final Catalogue catalogue;
  private final UnaryOperator<Fields> mask;

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
    if (ValueReader.read(tokens) instanceof Fields fields) {
      object(fields, 0, found);
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
}
