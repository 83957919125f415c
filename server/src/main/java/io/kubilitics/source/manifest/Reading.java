package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Resource;

/// What came of reading, in the order of the file.
sealed interface Reading {
  int line();

  /// An object.
  record Found(int line, Resource resource) implements Reading {}

  /// An object that might be read otherwise when all definitions are known.
  ///
  /// @param isDescribed whether the catalogue's files have its kind, so that its id will not change
  record Unsettled(int line, Resource resource, boolean isDescribed) implements Reading {}

  /// What a CustomResourceDefinition says of its kind.
  record Defined(int line, CustomKind kind) implements Reading {}

  /// Something that could not be read, or only in part.
  record Rejected(int line, String reason) implements Reading {}

  /// Something that is no manifest, or not before it is rendered.
  record PassedOver(int line, String reason) implements Reading {}
}
