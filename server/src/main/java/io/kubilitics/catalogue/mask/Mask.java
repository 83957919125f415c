package io.kubilitics.catalogue.mask;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.PathTrie;
import io.kubilitics.model.Kind;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes of an object what may be shown of it. Masked are
///
/// - everything below the catalogue's `secret` paths, names excepted;
/// - the value beside a name that means a credential: environment variables, headers, parameters;
/// - the value of a field with such a name, and an argument behind one;
/// - inside all other text: user info of URLs, private keys, tokens of known forms, `password=…` in
///   any notation.
///
/// Of `managedFields` it stays who wrote when, of the fields only a hash; copies of the whole
/// object in annotations are left out. Objects inside of objects are masked as what they are.
/// Identity (names, labels, owners, uids) always stays. Immutable, used by any thread.
public final class Mask {
  /// Copies of the object that tools leave in its annotations.
  private static final Set<String> COPIES =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "objectset.rio.cattle.io/applied",
          "kapp.k14s.io/original",
          "kapp.k14s.io/original-diff",
          "kapp.k14s.io/original-diff-full",
          "banzaicloud.com/last-applied",
          "kopf.zalando.org/last-handled-configuration");

  /// Fields whose names sound like credentials and hold names or sealed values.
  private static final Map<Kind, List<FieldPath>> OPEN =
      Map.of(
          new Kind("bitnami.com", "SealedSecret"),
          List.of(FieldPath.parse("spec.encryptedData")),
          new Kind("external-secrets.io", "ExternalSecret"),
          List.of(FieldPath.parse("spec.data[].secretKey")),
          new Kind("external-secrets.io", "PushSecret"),
          List.of(FieldPath.parse("spec.data[].match.secretKey")));

  private static final Set<String> IDENTITY =
      Set.of(
          "name",
          "generateName",
          "namespace",
          "uid",
          "labels",
          "ownerReferences",
          "finalizers",
          "creationTimestamp",
          "deletionTimestamp",
          "resourceVersion");

  private static final PathTrie NO_PATHS = sealed(List.of());

  private final Catalogue catalogue;
  private final MaskKey key;
  private final SecretText text;

  public Mask(Catalogue catalogue, MaskKey key) {
    this.catalogue = catalogue;
    this.key = key;
    text = new SecretText(key::masked);
  }

  /// The object as it may be shown.
  public Fields masked(Fields object) {
    String apiVersion = object.text("apiVersion");
    String kind = object.text("kind");
    if (kind.isEmpty()) {
      return new OfKind(NO_PATHS, NO_PATHS, false).object(object);
    }
    Kind of = catalogue.kindOf(apiVersion, kind);
    PathTrie secret = sealed(catalogue.secretPaths(of));
    PathTrie open = sealed(OPEN.getOrDefault(of, List.of()));
    return new OfKind(secret, open, of.equals(Kind.core("Secret"))).object(object);
  }

  private static PathTrie sealed(List<FieldPath> paths) {
    PathTrie trie = new PathTrie();
    paths.forEach(trie::mask);
    trie.seal();
    return trie;
  }

  private static boolean isCopy(String annotation) {
    return COPIES.contains(annotation) || annotation.endsWith("/last-applied-configuration");
  }

  private static @Nullable PathTrie below(@Nullable PathTrie trie, String name) {
    return trie == null ? null : trie.named(name);
  }

  private static boolean isMasked(@Nullable PathTrie trie) {
    return trie != null && trie.isMasked();
  }

  /// Walks one object.
  private final class OfKind {
    private final PathTrie secret;
    private final PathTrie open;
    private final boolean isSecret;

    OfKind(PathTrie secret, PathTrie open, boolean isSecret) {
      this.secret = secret;
      this.open = open;
      this.isSecret = isSecret;
    }

    Fields object(Fields object) {
      Map<String, Value> masked = new LinkedHashMap<>();
      object
          .fields()
          .forEach((name, value) -> {
            if (name.equals("metadata") && value instanceof Fields metadata) {
              masked.put(name, metadata(metadata));
            } else if (name.equals("apiVersion") || name.equals("kind") || name.equals("type")) {
              masked.put(name, value);
            } else if (isSecret && name.equals("data") && value instanceof Fields data) {
              masked.put(name, encoded(data));
            } else {
              masked.put(name, field(name, value, secret.named(name), open.named(name)));
            }
          });
      return new Fields(masked);
    }

    private Fields metadata(Fields metadata) {
      Map<String, Value> masked = new LinkedHashMap<>();
      metadata
          .fields()
          .forEach((name, value) -> {
            if (IDENTITY.contains(name)) {
              masked.put(name, value);
            } else if (name.equals("managedFields") && value instanceof Items entries) {
              masked.put(name, managers(entries));
            } else if (name.equals("annotations") && value instanceof Fields annotations) {
              Map<String, Value> kept = new LinkedHashMap<>(annotations.fields());
              kept.keySet().removeIf(Mask::isCopy);
              masked.put(name, value(new Fields(kept), null, null));
            } else {
              masked.put(name, field(name, value, null, null));
            }
          });
      return new Fields(masked);
    }

    private Items managers(Items entries) {
      List<Value> masked = new ArrayList<>();
      for (Value entry : entries.items()) {
        if (!(entry instanceof Fields manager)) {
          continue;
        }
        Map<String, Value> kept = new LinkedHashMap<>(manager.fields());
        Value fields = kept.get("fieldsV1");
        kept.keySet()
            .retainAll(
                Set.of("manager", "operation", "apiVersion", "time", "subresource", "fieldsType"));
        kept.replaceAll((_, value) -> value instanceof Text ? value : new Nothing());
        if (fields != null) {
          kept.put("fieldsV1", new Text(key.masked(fields.toString())));
        }
        masked.add(new Fields(kept));
      }
      return new Items(masked);
    }

    private Fields encoded(Fields data) {
      Map<String, Value> masked = new LinkedHashMap<>();
      data.fields()
          .forEach((name, value) ->
              masked.put(
                  name,
                  value instanceof Text(String base64)
                      ? new Text(key.maskedBase64(base64))
                      : covered(value)));
      return new Fields(masked);
    }

    private Value field(
        String name, Value value, @Nullable PathTrie secret, @Nullable PathTrie open) {
      if (isMasked(open)) {
        return value;
      }
      if (isMasked(secret)) {
        return covered(value);
      }
      return CredentialNames.isOfField(name)
          ? credential(value, secret, open)
          : value(value, secret, open);
    }

    /// A value under a name that means a credential.
    private Value credential(Value value, @Nullable PathTrie secret, @Nullable PathTrie open) {
      return switch (value) {
        case Text(String plain) when !CredentialNames.isNoSecret(plain) ->
            new Text(key.masked(plain));
        case Numeral(String number) -> new Text(key.masked(number));
        case Text _, Truth _, Nothing _, Fields _, Items _ -> value(value, secret, open);
      };
    }

    private Value value(Value value, @Nullable PathTrie secret, @Nullable PathTrie open) {
      return switch (value) {
        case Fields fields -> fields(fields, secret, open);
        case Items items -> items(items, secret, open);
        case Text(String plain) -> new Text(text.masked(plain));
        case Numeral _, Truth _, Nothing _ -> value;
      };
    }

    private Fields fields(Fields fields, @Nullable PathTrie secret, @Nullable PathTrie open) {
      if (isObject(fields)) {
        return Mask.this.masked(fields);
      }
      String called = fields.text("name");
      boolean named =
          CredentialNames.isOfVariable(called.isEmpty() ? fields.text("key") : called)
              && fields.fields().containsKey("value");
      Map<String, Value> masked = new LinkedHashMap<>();
      fields
          .fields()
          .forEach((name, value) -> {
            PathTrie secretBelow = below(secret, name);
            PathTrie openBelow = below(open, name);
            masked.put(
                name,
                named && name.equals("value") && !isMasked(openBelow)
                    ? credential(value, secretBelow, openBelow)
                    : field(name, value, secretBelow, openBelow));
          });
      return new Fields(masked);
    }

    private static boolean isObject(Fields fields) {
      return fields.fields().get("metadata") instanceof Fields
          && !fields.text("kind").isEmpty()
          && !fields.text("apiVersion").isEmpty();
    }

    private Items items(Items items, @Nullable PathTrie secret, @Nullable PathTrie open) {
      PathTrie secretBelow = secret == null ? null : secret.elements();
      PathTrie openBelow = open == null ? null : open.elements();
      List<Value> masked = new ArrayList<>(items.items().size());
      String before = "";
      for (Value item : items.items()) {
        boolean announced = CredentialNames.announces(before) && !isOption(item);
        if (isMasked(secretBelow)) {
          masked.add(covered(item));
        } else if (announced) {
          masked.add(credential(item, secretBelow, openBelow));
        } else {
          masked.add(value(item, secretBelow, openBelow));
        }
        before = item instanceof Text(String argument) ? argument : "";
      }
      return new Items(masked);
    }

    private static boolean isOption(Value item) {
      return item instanceof Text(String argument) && argument.startsWith("-");
    }

    /// Nothing of the value, whatever it is; its shape and the names in it stay.
    private Value covered(Value value) {
      return switch (value) {
        case Fields fields -> {
          Map<String, Value> masked = new LinkedHashMap<>();
          fields.fields().forEach((name, each) -> masked.put(name, covered(each)));
          yield new Fields(masked);
        }
        case Items items -> new Items(items.items().stream().map(this::covered).toList());
        case Text(String plain) -> new Text(key.masked(plain));
        case Numeral(String number) -> new Text(key.masked(number));
        case Truth(boolean truth) -> new Text(key.masked(Boolean.toString(truth)));
        case Nothing nothing -> nothing;
      };
    }
  }
}
