package io.kubilitics.source.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something to read manifests from.
///
/// @param name as the user would write it
/// @param path of a file that can be read again, null for what comes only once
record ManifestFile(String name, Opening opening, @Nullable Path path) {
  ManifestFile(String name, Opening opening) {
    this(name, opening, null);
  }

  /// Opens the file; whoever calls closes it.
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /// What tells whether a file is still the same.
  record Stamp(long size, FileTime modified, String key) {}

  /// Empty for what cannot be read again.
  Optional<Stamp> stamp() {
    if (path == null) {
      return Optional.empty();
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(
              new Stamp(
                  attributes.size(),
                  attributes.lastModifiedTime(),
                  String.valueOf(attributes.fileKey())))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
