package io.kubilitics.catalogue;

import io.kubilitics.model.Resource;

/// Told of every object the extractor finds in a document.
public interface ExtractionListener {
  /// One object, read whole.
  ///
  /// @param line where the object begins, 0 when unknown
  void resource(Resource resource, int line);

  /// Something in the document is no Kubernetes object; the rest of it goes on.
  void rejected(int line, String reason);
}
