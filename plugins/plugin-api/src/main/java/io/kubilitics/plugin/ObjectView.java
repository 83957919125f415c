package io.kubilitics.plugin;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;

/// The one object a rule looks at. A rule never sees another.
public interface ObjectView extends Field {
  ResourceId id();

  /// The API version the object was read with: `v1`, `v1beta1`.
  String version();

  Labels labels();

  /// Where objects of a kind live, as far as the catalogue knows.
  Scope scopeOf(Kind kind);

  /// The kind an `apiVersion` (`apps/v1`) and a name stand for, with old twins as one: a Deployment
  /// of `extensions/v1beta1` is a `Deployment.apps`.
  Kind kindOf(String apiVersion, String name);
}
