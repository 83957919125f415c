package io.kubilitics.catalogue;

import io.kubilitics.model.Resource;

/// Told of every object the extractor finds in a document.
public interface ExtractionListener {
  /// One object, read whole.
  ///
  /// @param line where the object begins, 0 when unknown
  void resource(Resource resource, int line);

  /// One object that might be read otherwise when more kinds were known: its own kind, or one it
  /// names, is described by no catalogue file.
  ///
  /// @param isDescribed whether its own kind is, so that its id will stay what it is
  default void unsettled(Resource resource, boolean isDescribed, int line) {
    resource(resource, line);
  }

  /// What a CustomResourceDefinition says of its kind; told before the object itself. To read by
  /// it, hand it to [Catalogue#learn].
  default void defined(CustomKind kind, int line) {}

  /// Something that no cluster ever sees, as the configuration of a program; the rest goes on.
  default void foreign(int line, String reason) {
    rejected(line, reason);
  }

  /// Something in the document is no Kubernetes object; the rest of it goes on.
  void rejected(int line, String reason);
}
