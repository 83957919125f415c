package io.kubilitics.source.cluster.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class RenewedFileTest {
  @TempDir private Path folder;

  private final ManualClock clock = new ManualClock();

  private RenewedFile file(Path path) {
    return new RenewedFile(path, "the token", clock);
  }

  private void assertReason(Path path, String reason) {
    assertThatThrownBy(() -> file(path).text())
        .isInstanceOf(ProblemException.class)
        .hasMessage(path + ": the token cannot be read from this file: " + reason);
  }

  @Test
  void whyAFileCannotBeReadIsSaid() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "x");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

    assertReason(folder.resolve("nothing"), "it does not exist");
    assertReason(link, "it is a link to a file that does not exist");
    assertReason(folder, "it is a directory");
    assertReason(text.resolve("below"), "it does not exist");
  }

  @Test
  void aFileThatIsTooLargeIsSaidToBe() throws IOException {
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((4L << 20) + 1);
    }
    assertReason(large, "it is larger than 4 MiB");
  }

  @Test
  void aFileThatMayNotBeReadIsSaidToBe() throws IOException {
    Path closed = Files.writeString(folder.resolve("closed"), "x");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "this user may read everything");

    assertReason(closed, "this user has no permission to read it");
  }

  @Test
  void aFileThatHasGoneKeepsItsLastText() throws IOException {
    Path path = Files.writeString(folder.resolve("text"), "one");
    RenewedFile file = file(path);
    assertThat(file.text().reveal()).isEqualTo("one");

    Files.writeString(path, "another");
    assertThat(file.text().reveal()).isEqualTo("another");
    Files.delete(path);
    clock.pass(Duration.ofHours(1));
    assertThat(file.text().reveal()).isEqualTo("another");
  }
}
