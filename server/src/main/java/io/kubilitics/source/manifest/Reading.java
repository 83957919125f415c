package io.kubilitics.source.manifest;

import io.kubilitics.model.Resource;
import org.jspecify.annotations.Nullable;

/// What came of reading, in the order of the file.
sealed interface Reading {
  int line();

  /// An object.
  ///
  /// @param body null when it can be read again
  record Found(int line, Resource resource, @Nullable PackedBody body) implements Reading {
    Found(int line, Resource resource) {
      this(line, resource, null);
    }
  }

  /// Something that could not be read, or only in part.
  record Rejected(int line, String reason) implements Reading {}
}
