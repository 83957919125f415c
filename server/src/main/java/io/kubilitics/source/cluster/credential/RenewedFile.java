package io.kubilitics.source.cluster.credential;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A small text file that somebody else replaces from time to time: read again when its date or
/// size is another one, and after a minute in any case. When it cannot be read any more, the last
/// text stays. Any thread.
public final class RenewedFile {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long MOST = 4L << 20;

  private final Path path;
  private final String what;
  private final InstantSource clock;

  private @Nullable Hidden text;
  private @Nullable FileTime modified;
  private long size;
  private Instant read = Instant.EPOCH;

  /// @param what it is, for messages: `the token of the user`
  public RenewedFile(Path path, String what, InstantSource clock) {
    this.path = path;
    this.what = what;
    this.clock = clock;
  }

  /// What it holds just now.
  ///
  /// @throws ProblemException `Unreadable` when it could never be read
  public synchronized Hidden text() {
    Hidden known = text;
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      Instant time = clock.instant();
      boolean fresh =
          now.lastModifiedTime().equals(modified)
              && now.size() == size
              && time.isBefore(read.plus(LONGEST));
      if (known != null && fresh) {
        return known;
      }
      Hidden latest = new Hidden(content());
      text = latest;
      modified = now.lastModifiedTime();
      size = now.size();
      read = time;
      return latest;
    } catch (IOException e) {
      if (known != null) {
        return known;
      }
      throw new ProblemException(
          new Problem.Unreadable(
              path.toString(),
              what + " cannot be read from this file: " + FileTrouble.of(path, e)));
    }
  }

  private String content() throws IOException {
    byte[] octets;
    try (var in = Files.newInputStream(path)) {
      octets = in.readNBytes(Math.toIntExact(MOST + 1));
    }
    if (octets.length > MOST) {
      throw new FileSystemException(
          path.toString(), null, "it is larger than " + (MOST >> 20) + " MiB");
    }
    return new String(octets, StandardCharsets.UTF_8);
  }

  /// The next text is read anew.
  public synchronized void forget() {
    read = Instant.EPOCH;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
