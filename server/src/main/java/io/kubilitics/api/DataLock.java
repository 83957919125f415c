package io.kubilitics.api;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps a data directory for one process. Let go of by closing it, or by the system when the
/// process dies; the file stays.
final class DataLock implements AutoCloseable {
  static final String FILE = "kubilitics.lock";

  private final @Nullable FileChannel channel;

  private DataLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the directory, and makes it when it is not there; without one there is nothing to take.
  ///
  /// @throws ProblemException when another process has it
  static DataLock of(@Nullable Path directory) {
    if (directory == null) {
      return new DataLock(null);
    }
    try {
      Files.createDirectories(directory, ownersOnly(directory, "rwx------"));
      FileChannel channel =
          FileChannel.open(
              directory.resolve(FILE),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              ownersOnly(directory, "rw-------"));
      if (!take(channel)) {
        throw new ProblemException(
            new Problem.Conflict("data directory " + directory, "another kubilitics is using it"));
      }
      return new DataLock(channel);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unreadable("data directory " + directory, e.toString()));
    }
  }

  /// Locks the file; closes it when that is not possible.
  private static boolean take(FileChannel channel) throws IOException {
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // This process has it already.
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken;
  }

  /// The attributes with which a file of this user alone is made, where the system has such.
  static FileAttribute<?>[] ownersOnly(Path near, String permissions) {
    boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException _) {
      // The process is ending, which lets go of the lock as well.
    }
  }
}
