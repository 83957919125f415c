package io.kubilitics.layout.slot;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Keeps places in one file of its own, in [SlotFormat]. The file is always a whole one: a new
/// state is written beside it, forced to the disk, and then put in its place in one step.
public final class SlotFile implements SlotStore {
  /// Larger files are refused. A member takes about twenty bytes.
  private static final int LARGEST = 1 << 26;

  private final Path file;

  /// @param file in a directory that exists; the file itself need not
  public SlotFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public Optional<SlotEpoch> load() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ProblemException(new Problem.TooLarge(file.toString(), LARGEST + " bytes"));
      }
      return Optional.of(SlotFormat.read(file.toString(), bytes));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException failure) {
      throw problem("cannot be read", failure);
    }
  }

  @Override
  public void save(SlotEpoch epoch) {
    byte[] bytes = SlotFormat.write(epoch);
    if (bytes.length > LARGEST) {
      throw new ProblemException(new Problem.TooLarge(file.toString(), LARGEST + " bytes"));
    }
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.deleteIfExists(next);
      write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw problem("cannot be written", failure);
    }
    forceDirectory();
  }

  private static void write(Path next, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(next))) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  /// The names of what runs in a cluster are nobody else's business.
  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /// So that the new name survives a loss of power, too. Where a directory cannot be opened, as on
  /// Windows, the file system does that itself.
  private void forceDirectory() {
    try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException _) {
      // The file is there; only how soon its name is on the disk is left to the system.
    }
  }

  private ProblemException problem(String what, IOException failure) {
    return new ProblemException(new Problem.Unreadable(file.toString(), what + ": " + failure));
  }
}
