package io.kubilitics.source.cluster.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Agreed calls in a file of the user alone: one fingerprint a line, replaced as a whole. A line
/// that is no fingerprint agrees to nothing.
public final class AgreedCallsFile implements AgreedCalls {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST = 10_000;

  private final Path file;

  /// @param file in a folder that is made when it is needed
  public AgreedCallsFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public synchronized boolean holds(String fingerprint) {
    return all().contains(fingerprint);
  }

  @Override
  public synchronized void keep(String fingerprint) {
    Set<String> all = all();
    if (all.size() >= MOST) {
      all.clear();
    }
    all.add(fingerprint);
    try {
      write(String.join("\n", all) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> all() {
    Set<String> all = new TreeSet<>();
    try {
      for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
        if (FINGERPRINT.matcher(line).matches()) {
          all.add(line);
        }
      }
    } catch (NoSuchFileException _) {
      // Nothing has been agreed to.
    } catch (IOException _) {
      // What cannot be read agrees to nothing.
    }
    return all;
  }

  private void write(String text) throws IOException {
    Path folder = file.getParent();
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(folder, rights(posix, "rwx------"));
    Path next =
        Files.createTempFile(folder, file.getFileName() + ".", "", rights(posix, "rw-------"));
    try {
      Files.writeString(next, text, StandardCharsets.ISO_8859_1);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static FileAttribute<?>[] rights(boolean posix, String rights) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
