package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.mask.SecretText;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/// One request from its first octet to its last, whatever happens on the way. The feed's thread.
final class Exchange {
  private static final int OK = 200;

  private final Flight flight;
  private final FeedPace pace;

  /// Reads the body of an answer.
  interface Reader {
    Ending read(Reply reply) throws IOException;
  }

  Exchange(Flight flight, FeedPace pace) {
    this.flight = flight;
    this.pace = pace;
  }

  /// Asks, and hands a good answer to the reader.
  ///
  /// @param silence how long an answer may bring nothing
  /// @param refused what to make of any other answer
  Ending ask(
      Errand errand, Ask ask, Duration silence, Function<Refusal, Ending> refused, Reader reader)
      throws InterruptedException {
    try {
      Reply reply = flight.send(errand, ask, pace.head(), silence);
      return reply.status() == OK ? reader.read(reply) : refused.apply(Refusal.of(reply));
    } catch (IOException e) {
      return broken(e);
    } catch (ProblemException e) {
      return new Ending.Failed(e.problem().message(), pace.longestPause(), false);
    } finally {
      flight.end();
    }
  }

  private Ending broken(IOException e) {
    Flight.Cut cut = flight.cut();
    if (cut != null) {
      return switch (cut) {
        case AGAIN, CLOSED -> new Ending.Cut();
        case SILENT -> new Ending.Failed(cut.reason(), null, false);
        case SLOW -> new Ending.Endless(cut.reason(), null);
      };
    }
    String message = e.getMessage();
    return new Ending.Failed(
        message == null ? e.getClass().getSimpleName() : SecretText.covered(message),
        null,
        e instanceof GarbledStreamException);
  }
}
