package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ReferenceNames;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An object whose kind nobody described may still say by the form of its fields what it refers to:
/// a map with `apiVersion`, `kind` and `name`, a field like `passwordSecretRef`, `serviceName`,
/// `storageClassName`. All of it is a guess: inferred, and drawn only to what is there.
public final class RefersTo implements Rule {
  /// What the API server and controllers write is no reference of the author's.
  public static final Set<String> NOT_SEARCHED = Set.of("metadata", "status");

  private static final Relation REFERS_TO = new Relation("refers-to");
  private static final FieldPath API_VERSION = FieldPath.parse("apiVersion");
  private static final FieldPath KIND = FieldPath.parse("kind");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath NAMESPACE = FieldPath.parse("namespace");
  private static final FieldPath KEY = FieldPath.parse("key");
  private static final List<FieldPath> GROUPS =
      List.of(FieldPath.parse("group"), FieldPath.parse("apiGroup"));

  /// So many guesses of one object count, the first by path.
  private static final int MOST = 256;

  private static final int DEEPEST = 32;
  private static final int LONGEST_NAME = 253;

  @Override
  public List<FieldPath> reads() {
    return List.of();
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    Search search = new Search(object, found);
    for (KeptField field : object.below()) {
      if (!NOT_SEARCHED.contains(field.name())) {
        search.look(field, 0);
      }
    }
  }

  /// One object's search.
  private static final class Search {
    private final KeptObject object;
    private final Consumer<Fact> found;
    private final Set<ResourceId> seen = new HashSet<>();

    Search(KeptObject object, Consumer<Fact> found) {
      this.object = object;
      this.found = found;
    }

    void look(KeptField field, int depth) {
      if (depth > DEEPEST || seen.size() >= MOST) {
        return;
      }
      if (field.scalar() != null) {
        named(field, field.scalar());
        return;
      }
      if (field.isMap()) {
        reference(field);
      }
      for (KeptField below : field.below()) {
        look(below, depth + 1);
      }
    }

    /// A scalar: `secretName: db`, `clusterRef: main`.
    private void named(KeptField field, String value) {
      String name = field.name();
      if (ReferenceNames.isReference(name)) {
        tell(field, kinds(ReferenceNames.stemOfReference(name)), "", value, "");
      } else if (ReferenceNames.isName(name)) {
        tell(field, kindsOfName(name), "", value, "");
      }
    }

    /// A map that names an object.
    private void reference(KeptField map) {
      String value = map.scalar(NAME);
      if (value == null) {
        return;
      }
      String kind = map.scalar(KIND);
      String group = group(map);
      boolean isReference = ReferenceNames.isReference(map.name());
      List<Kind> kinds;
      if (kind != null && isKindName(kind) && (isReference || group != null)) {
        kinds = group == null ? kindsSaid(kind) : List.of(object.kindOf(group, kind));
      } else if (kind == null && isReference) {
        kinds = kinds(ReferenceNames.stemOfReference(map.name()));
      } else {
        return;
      }
      String namespace = map.scalar(NAMESPACE);
      String key = map.scalar(KEY);
      tell(map, kinds, namespace == null ? "" : namespace, value, key == null ? "" : key);
    }

    /// The API version or group with a slash behind it; null when none is said.
    private static @Nullable String group(KeptField map) {
      String apiVersion = map.scalar(API_VERSION);
      if (apiVersion != null && !apiVersion.isEmpty()) {
        return apiVersion;
      }
      for (FieldPath path : GROUPS) {
        String group = map.scalar(path);
        if (group != null) {
          return group + "/";
        }
      }
      return null;
    }

    /// A kind without a group: of the own group when it has one of this name, else the one that is
    /// known by this name.
    private List<Kind> kindsSaid(String name) {
      Kind own = new Kind(object.id().kind().group(), name);
      if (isKnown(own)) {
        return List.of(own);
      }
      return List.of(object.kind(name).orElse(own));
    }

    private List<Kind> kindsOfName(String field) {
      return switch (field) {
        case "claimName" -> List.of(Kinds.PERSISTENT_VOLUME_CLAIM);
        case "className" -> List.of();
        default -> kinds(field.substring(0, field.length() - "Name".length()));
      };
    }

    /// The kinds a stem like `passwordSecret` or `cluster` can mean: one of the own group, else the
    /// one known by its last words. What only an operator's catalogue knows by that name may be
    /// another's: then the own group's kind, of which nothing is known, is as likely.
    private List<Kind> kinds(String stem) {
      if (stem.isEmpty()) {
        return List.of();
      }
      Kind own =
          new Kind(
              object.id().kind().group(),
              Character.toUpperCase(stem.charAt(0)) + stem.substring(1));
      if (isKnown(own)) {
        return List.of(own);
      }
      Kind parent = ofParentGroup(own);
      if (isKnown(parent)) {
        return List.of(parent);
      }
      Optional<Kind> known = byLastWords(stem);
      if (known.isEmpty()) {
        return parent.equals(own) ? List.of(own) : List.of(own, parent);
      }
      String group = known.get().group();
      boolean isOfKubernetes = group.indexOf('.') < 0 || group.endsWith(".k8s.io");
      return isOfKubernetes ? List.of(known.get()) : List.of(own, known.get());
    }

    /// The same name one group up: what configures `s3.aws.example.com` is often of
    /// `aws.example.com`. The kind itself when no group is above its own.
    private static Kind ofParentGroup(Kind kind) {
      String group = kind.group();
      int dot = group.indexOf('.');
      boolean hasParent = dot > 0 && group.indexOf('.', dot + 1) > 0;
      return hasParent ? new Kind(group.substring(dot + 1), kind.name()) : kind;
    }

    private Optional<Kind> byLastWords(String stem) {
      for (int at = 0; at < stem.length(); at++) {
        if (at == 0 || Character.isUpperCase(stem.charAt(at))) {
          Optional<Kind> kind = wholeName(stem.substring(at));
          if (kind.isPresent()) {
            return kind;
          }
        }
      }
      return Optional.empty();
    }

    /// By the kind's own name or its plural, not by an abbreviation.
    private Optional<Kind> wholeName(String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      return object
          .kind(word)
          .filter(kind -> lower.startsWith(kind.name().toLowerCase(Locale.ROOT)));
    }

    private boolean isKnown(Kind kind) {
      return object.scopeOf(kind) != Scope.UNKNOWN;
    }

    private static boolean isKindName(String text) {
      return !text.isEmpty() && Character.isUpperCase(text.charAt(0)) && isObjectName(text);
    }

    /// Anything else is a template, a URL, a sentence.
    private static boolean isObjectName(String text) {
      return !text.isEmpty()
          && text.length() <= LONGEST_NAME
          && text.chars()
              .allMatch(c ->
                  (c >= 'a' && c <= 'z')
                      || (c >= 'A' && c <= 'Z')
                      || (c >= '0' && c <= '9')
                      || c == '-'
                      || c == '.'
                      || c == ':'
                      || c == '_');
    }

    private void tell(KeptField field, List<Kind> kinds, String said, String value, String key) {
      if (!isObjectName(value)) {
        return;
      }
      String namespace = said.isEmpty() ? object.id().namespace() : said;
      for (Kind kind : kinds) {
        List<String> places = new ArrayList<>();
        Scope scope = object.scopeOf(kind);
        if (scope != Scope.CLUSTER && !namespace.isEmpty()) {
          places.add(namespace);
        }
        if (scope == Scope.CLUSTER || (scope == Scope.UNKNOWN && said.isEmpty())) {
          places.add("");
        }
        for (String place : places) {
          tell(new Evidence(field.path(), value, key), new ResourceId(kind, place, value));
        }
      }
    }

    private void tell(Evidence evidence, ResourceId target) {
      if (target.equals(object.id()) || seen.size() >= MOST) {
        return;
      }
      seen.add(target);
      found.accept(new Fact.Names(REFERS_TO, evidence, target, Presence.IF_EXISTS).asInferred());
    }
  }
}
