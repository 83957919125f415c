package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.ExtractionListener;
import io.kubilitics.catalogue.TokenStream;

/// Turns the tokens of one document into objects. One thread at a time: every reading thread has a
/// reader of its own.
@FunctionalInterface
public interface DocumentReader {
  /// Reads one document and tells what is in it.
  ///
  /// @throws io.kubilitics.catalogue.MalformedDocumentException when the document cannot be read
  ///   further
  void read(TokenStream tokens, ExtractionListener listener);
}
