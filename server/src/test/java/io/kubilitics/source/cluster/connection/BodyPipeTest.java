package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BodyPipeTest {
  private final AtomicInteger ends = new AtomicInteger();
  private final BodyPipe pipe =
      new BodyPipe(Duration.ofSeconds(30), IOException::new, ends::incrementAndGet, () -> {});

  /// A body whose pieces come when the test says so.
  private static final class Body implements AsyncBody {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean cancelled;

    @Override
    public void consume() {
      asked.incrementAndGet();
    }

    @Override
    public CompletableFuture<Void> done() {
      return done;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final Body body = new Body();

  private void comes(String text) {
    pipe.consume(List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))), body);
  }

  @Test
  void whatComesIsReadInItsOrderToItsEnd() throws Exception {
    Random random = new Random(11);
    StringBuilder sent = new StringBuilder();
    pipe.attach(body);
    for (int i = 0; i < 500; i++) {
      String piece = "x".repeat(random.nextInt(5)) + i;
      sent.append(piece);
      comes(piece);
    }
    body.done.complete(null);

    StringBuilder read = new StringBuilder();
    byte[] some = new byte[9];
    for (int length = pipe.read(some); length >= 0; length = pipe.read(some)) {
      assertThat(length).isPositive();
      read.append(new String(some, 0, length, StandardCharsets.US_ASCII));
    }
    assertThat(read).hasToString(sent.toString());
    assertThat(ends).hasValue(1);
  }

  @Test
  void aReaderThatDoesNotReadIsSentNoMoreThanAFewPieces() throws Exception {
    pipe.attach(body);
    comes("a");
    assertThat(body.asked).hasValue(0);
    assertThat(pipe.read()).isEqualTo('a');
    int asked = body.asked.get();
    assertThat(asked).isBetween(1, 6);
    for (int i = 0; i < asked; i++) {
      comes("b");
    }
    assertThat(body.asked).hasValue(asked);
  }

  @Test
  void aFailureIsTheReadersAndNoEnd() {
    pipe.attach(body);
    comes("abc");
    body.done.completeExceptionally(new IOException("gone"));
    assertThatThrownBy(pipe::readAllBytes).isInstanceOf(IOException.class);
    assertThat(ends).hasValue(1);
  }

  @Test
  void whatIsClosedIsCancelledAndEndsOnce() {
    pipe.attach(body);
    pipe.close();
    pipe.close();
    body.done.cancel(false);
    assertThat(body.cancelled).isTrue();
    assertThat(ends).hasValue(1);
    assertThatThrownBy(pipe::read).isInstanceOf(IOException.class).hasMessage("closed");
  }

  @Test
  void whatWasGivenUpBeforeItsHeadCameIsCancelledThen() {
    pipe.close();
    pipe.attach(body);
    assertThat(body.cancelled).isTrue();
    assertThat(ends).hasValue(1);
  }
}
