package io.kubilitics.source.cluster.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// By what a file is known to be the one that was read: its times, its size, and on most systems
/// which file it is.
record FileStamp(@Nullable FileTime modified, long size, @Nullable Object key) {
  private static final FileStamp NONE = new FileStamp(null, -1, null);

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (IOException _) {
      return NONE;
    }
  }
}
