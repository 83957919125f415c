package io.kubilitics.catalogue.field;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.util.Optional;

/// What one object's rules may ask about kinds.
public interface KindNames {
  Scope scopeOf(Kind kind);

  /// The kind of that API version and name, with old twins as one (`extensions/v1beta1` Ingress).
  Kind kindOf(String apiVersion, String name);

  /// The kind a word means in any case, as kubectl takes it; empty when nobody described one.
  Optional<Kind> kind(String word);
}
