package io.kubilitics.source.manifest;

import io.kubilitics.model.Resource;

/// What came of reading, in the order of the file.
sealed interface Reading {
  int line();

  /// An object.
  record Found(int line, Resource resource) implements Reading {}

  /// Something that could not be read, or only in part.
  record Rejected(int line, String reason) implements Reading {}

  /// Something that is no manifest, or not before it is rendered.
  record PassedOver(int line, String reason) implements Reading {}
}
