package io.kubilitics.search;

import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import java.util.Optional;
import java.util.Set;

/// One condition of a search.
sealed interface Clause {
  /// A text anywhere: in the name, the labels, the namespace, the kind, or a field.
  ///
  /// @param kind the kind of which the text is a word
  record Anywhere(Needle text, Optional<Kind> kind) implements Clause {}

  /// An object of a kind whose name holds a text.
  record Named(Optional<Kind> kind, Needle text) implements Clause {}

  record OfKind(Kind kind) implements Clause {}

  record InNamespace(String namespace) implements Clause {}

  record Labelled(LabelSelector labels) implements Clause {}

  record InHealth(Set<Health.Status> statuses) implements Clause {}

  /// A text in the values of one field.
  ///
  /// @param name lower case; `ip` stands for `Cluster-IP`, too, and `image` for `Images`
  record InField(String name, Needle text) implements Clause {}

  /// The opposite.
  record Not(Clause clause) implements Clause {}
}
