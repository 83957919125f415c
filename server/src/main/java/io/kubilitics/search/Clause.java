package io.kubilitics.search;

import io.kubilitics.model.Features;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// One condition of a search.
sealed interface Clause {
  /// A text anywhere: in the name, the labels, the namespace, the kind, or a field.
  ///
  /// @param octets the text in UTF-8
  /// @param shared looks for it in what many objects share
  /// @param kind the kind of which the text is a word
  record Anywhere(Needle text, Octets octets, SharedTexts shared, Optional<Kind> kind)
      implements Clause {
    Anywhere(Needle text, Optional<Kind> kind) {
      this(text, new Octets(text), new SharedTexts(text), kind);
    }
  }

  /// The bytes of a text, compared by identity.
  final class Octets {
    private final byte[] bytes;

    Octets(Needle text) {
      bytes = text.text().getBytes(StandardCharsets.UTF_8);
    }

    boolean areIn(Features features) {
      return features.holds(bytes);
    }
  }

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
