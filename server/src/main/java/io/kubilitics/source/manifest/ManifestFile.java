package io.kubilitics.source.manifest;

import java.io.IOException;
import java.io.InputStream;

/// Something to read manifests from.
///
/// @param name as the user would write it
record ManifestFile(String name, Opening opening) {
  /// Opens the file; whoever calls closes it.
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }
}
