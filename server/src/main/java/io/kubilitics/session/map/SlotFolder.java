package io.kubilitics.session.map;

import io.kubilitics.layout.slot.SlotFile;
import io.kubilitics.layout.slot.SlotStore;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A folder with one file of places for each cluster, for the eyes of its owner only.
final class SlotFolder {
  private static final int LONGEST_NAME = 80;
  private static final int HASH_BYTES = 8;

  private final Path folder;

  /// Makes the folder when it is not there.
  ///
  /// @throws ProblemException when it cannot be made
  SlotFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder, ownersOnly(folder));
    } catch (IOException e) {
      throw new ProblemException(new Problem.Unreadable(folder.toString(), e.toString()));
    }
  }

  SlotStore of(ClusterId cluster) {
    return new SlotFile(folder.resolve(fileName(cluster)));
  }

  /// A name that is safe on every system: what is not, is told apart by a hash of the whole.
  static String fileName(ClusterId cluster) {
    String name = cluster.value();
    String safe = name.replaceAll("[^a-z0-9_-]", "_");
    if (safe.equals(name) && name.length() <= LONGEST_NAME) {
      return safe + ".slots";
    }
    String begin = safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
    return begin + "." + hash(name) + ".slots";
  }

  private static String hash(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static FileAttribute<?>[] ownersOnly(Path near) {
    boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
