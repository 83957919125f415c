package io.kubilitics.source.cluster.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Asks again where a busy server says when (429 with `Retry-After`): a few times, and only where
/// that is soon, so that nobody waits for longer than ten seconds. For the small questions that
/// come before everything else. As many threads as the connection allows.
///
/// @param connection closed by whoever made it
public record Obedient(Connection connection) implements Connection {
  private static final int TOO_MANY = 429;
  private static final int MOST_PAUSES = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  @Override
  public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
    Reply reply = connection.send(errand, ask);
    for (int pauses = 0; pauses < MOST_PAUSES && isSoonFree(reply); pauses++) {
      Duration pause = reply.retryAfter().orElseThrow();
      reply.close();
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      reply = connection.send(errand, ask);
    }
    return reply;
  }

  private static boolean isSoonFree(Reply reply) {
    return reply.status() == TOO_MANY
        && reply.retryAfter().filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0).isPresent();
  }

  @Override
  public void close() {
    // It belongs to somebody else.
  }
}
