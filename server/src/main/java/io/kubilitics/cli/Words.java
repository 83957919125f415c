package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Synthetic;
import io.kubilitics.problem.Suggestion;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Turns the words of users for kinds, relations and objects into values.
final class Words {
  static final String DEFAULT_NAMESPACE = "default";

  private final Catalogue catalogue;

  Words(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The kind somebody means by `po`, `pods`, `Pod` or `deployments.apps`; of kinds that nobody
  /// described, the one of that name that is `present`, which is asked for only then.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader
  Kind kind(String word, Supplier<Collection<Kind>> present) {
    return catalogue
        .kind(word)
        .or(() -> present.get().stream().filter(kind -> isNamed(kind, word)).findFirst())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'"
                    + word
                    + "' is no kind that is known or present"
                    + Suggestion.question(word, kindWords(present.get()))));
  }

  private static boolean isNamed(Kind kind, String word) {
    return kind.toString().equalsIgnoreCase(word) || kind.name().equalsIgnoreCase(word);
  }

  private Stream<String> kindWords(Collection<Kind> present) {
    return Stream.concat(
        catalogue.kinds().stream()
            .flatMap(definition ->
                Stream.concat(
                    Stream.of(definition.kind().name(), definition.plural()),
                    definition.shortNames().stream())),
        present.stream().map(Kind::name));
  }

  /// @throws IllegalArgumentException with a sentence for the reader
  Relation relation(String word) {
    Relation relation = word.isEmpty() ? null : new Relation(word);
    if (relation == null || !catalogue.relations().contains(relation)) {
      throw new IllegalArgumentException(
          "'"
              + word
              + "' is no relation"
              + Suggestion.question(
                  word, catalogue.relations().all().stream().map(type -> type.relation().name())));
    }
    return relation;
  }

  /// The object somebody means by its id, with any word for its kind. An object whose namespace is
  /// not given is looked for in the one that is.
  ///
  /// @param namespace for objects that live in one
  /// @throws IllegalArgumentException with a sentence for the reader
  ResourceId object(String text, String namespace, Supplier<Collection<Kind>> present) {
    ResourceId written = ResourceId.parse(text);
    if (isSynthetic(written.kind())) {
      return written;
    }
    Kind kind = kind(written.kind().toString(), present);
    boolean needsNamespace =
        written.namespace().isEmpty()
            && catalogue
                .definition(kind)
                .map(KindDefinition::scope)
                .filter(Scope.NAMESPACED::equals)
                .isPresent();
    return new ResourceId(kind, needsNamespace ? namespace : written.namespace(), written.name());
  }

  private static boolean isSynthetic(Kind kind) {
    return Synthetic.Type.of(kind) != null;
  }
}
