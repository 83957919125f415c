package io.kubilitics.plugin;

import io.kubilitics.model.LabelSelector;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One field of an object that a rule declared to read, and what lies below it. Fields nobody
/// declared are not there.
///
/// Paths are written as `spec.rules[].http.paths[].backend`: names joined by dots, `[]` for every
/// element of a list, `{}` for every value of a map. A name that itself has dots or brackets is
/// quoted: `metadata.annotations["a.b/c"]`.
public interface Field {
  /// Where this field is, with list indexes, from the object's root: `spec.rules[0].http`.
  String path();

  /// The last name of the path: the key of a map's value, the field's name.
  String name();

  /// The value of a scalar as text (numbers and booleans as written); empty for lists, maps and
  /// null.
  Optional<String> text();

  /// Every field below this one that the path matches: lists in their order, maps by key, so that
  /// the order in which an object was written plays no part. A field that is null is not there.
  Stream<Field> at(String path);

  /// The first field the path matches.
  default Optional<Field> first(String path) {
    return at(path).findFirst();
  }

  /// The text of the first scalar the path matches.
  default Optional<String> text(String path) {
    return at(path).flatMap(field -> field.text().stream()).findFirst();
  }

  default boolean isTrue(String path) {
    return text(path).map("true"::equals).orElse(false);
  }

  /// The scalars of a map of text: labels, annotations, a Service's selector. Ordered by key.
  Map<String, String> texts(String path);

  /// A `metav1.LabelSelector`; empty when the field is absent or null, which is not the same as a
  /// selector that is there and empty.
  Optional<LabelSelector> labelSelector(String path);
}
