package io.kubilitics.source.cluster.credential;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a file could not be read, in words for who can put it right.
final class FileTrouble {
  private FileTrouble() {}

  static String of(Path file, IOException thrown) {
    if (Files.isDirectory(file)) {
      return "it is a directory";
    }
    return switch (thrown) {
      case NoSuchFileException _ ->
          Files.exists(file, LinkOption.NOFOLLOW_LINKS)
              ? "it is a link to a file that does not exist"
              : "it does not exist";
      case AccessDeniedException _ -> "this user has no permission to read it";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> "reading it failed";
    };
  }
}
