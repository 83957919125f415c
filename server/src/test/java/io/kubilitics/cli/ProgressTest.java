package io.kubilitics.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Semaphore beats = new Semaphore(0);

  private Shell shell(boolean errIsTerminal) {
    return new Shell(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new PrintStream(err, true, UTF_8),
        true,
        true,
        errIsTerminal,
        Map.of(),
        Clock.systemUTC(),
        new Foreground());
  }

  private Progress progress(Shell shell) {
    return Progress.of(
        shell,
        () -> {
          beats.release();
          return "reading";
        });
  }

  /// Until it has been asked for its line so often, and has done with all of them but the last.
  private void await(int times) throws InterruptedException {
    assertThat(beats.tryAcquire(times, 30, TimeUnit.SECONDS)).isTrue();
  }

  private String shown() {
    return err.toString(UTF_8);
  }

  @Test
  void theLineIsTakenAwayInTheEnd() throws InterruptedException {
    try (Progress _ = progress(shell(true))) {
      await(2);
    }

    assertThat(shown()).contains("reading").endsWith("\r\u001b[K");
  }

  @Test
  void aQuestionStaysWhereItIs() throws InterruptedException {
    Shell shell = shell(true);
    Foreground.Question question = shell.foreground().ask();
    try (Progress _ = progress(shell)) {
      await(3);
      assertThat(shown()).isEmpty();
      question.close();
      await(2);
      assertThat(shown()).contains("reading");
    }
  }

  @Test
  void whatNobodySeesIsNotWritten() {
    Progress progress = progress(shell(false));
    progress.close();

    assertThat(shown()).isEmpty();
    assertThat(beats.availablePermits()).isZero();
  }
}
