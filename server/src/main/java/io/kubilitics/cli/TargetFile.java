package io.kubilitics.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// A file that is written as a whole or not at all: everything goes into a file beside it, which
/// takes its place in the end. What is no plain file, such as `/dev/null`, is written directly.
final class TargetFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final Path written;
  private final OutputStream out;
  private long bytes;

  private TargetFile(Path file, Path written) throws IOException {
    this.file = file;
    this.written = written;
    this.out = new BufferedOutputStream(new Counting(Files.newOutputStream(written)), BUFFER_BYTES);
  }

  /// Begins to write.
  ///
  /// @throws IOException when nothing can be written there
  static TargetFile open(Path path) throws IOException {
    Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return new TargetFile(file, file);
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    Path beside = free(file);
    beside.toFile().deleteOnExit();
    keepRights(file, beside);
    return new TargetFile(file, beside);
  }

  /// What others may not read stays so when it is written again.
  private static void keepRights(Path before, Path beside) throws IOException {
    if (Files.exists(before)
        && Files.getFileAttributeView(before, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(before));
    }
  }

  /// Made with the rights that any new file gets, unlike a temporary one.
  private static Path free(Path file) throws IOException {
    for (int number = 0; ; number++) {
      Path beside = file.resolveSibling("." + file.getFileName() + "." + number + ".part");
      if (!Files.exists(beside)) {
        return Files.createFile(beside);
      }
    }
  }

  /// Why it could not be written, in words for the reader: the message of a file system is often
  /// the name of the file beside.
  static String reason(Exception e) {
    return switch (e) {
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          reason(unchecked.getCause());
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      case FileSystemException _ -> "cannot be made there";
      default -> String.valueOf(e.getMessage());
    };
  }

  OutputStream out() {
    return out;
  }

  /// How much was written so far.
  long bytes() {
    return bytes;
  }

  /// Everything is written: puts it in its place.
  void finish() throws IOException {
    out.close();
    if (written.equals(file)) {
      return;
    }
    try {
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Leaves nothing behind of what was not finished.
  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      if (!written.equals(file)) {
        Files.deleteIfExists(written);
      }
    }
  }

  private final class Counting extends OutputStream {
    private final OutputStream to;

    Counting(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int octet) throws IOException {
      to.write(octet);
      bytes++;
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      to.write(octets, from, length);
      bytes += length;
    }

    @Override
    public void close() throws IOException {
      to.close();
    }
  }
}
