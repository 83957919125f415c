package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out that a connection has died without a word, as it does when a router forgets it or the
/// machine has slept: while there are requests on it, it is asked from time to time, and when no
/// answer comes, all that is under way on it ends. An answer of any kind, and a refusal, is life.
/// Runs on a thread of its own until the lane has ended.
final class Ping implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Ping.class);

  private final Lane lane;
  private final String server;
  private final Supplier<StandardHttpRequest> probe;
  private final ConnectionPace pace;

  /// @param server host and port, for the message
  Ping(Lane lane, String server, Supplier<StandardHttpRequest> probe, ConnectionPace pace) {
    this.lane = lane;
    this.server = server;
    this.probe = probe;
    this.pace = pace;
  }

  @Override
  public void run() {
    try {
      while (!lane.awaitOver(pace.pingEvery())) {
        if (lane.isOpen() && !lane.isIdle() && !isAlive()) {
          lane.shutDown(
              server
                  + ": the connection has died: no answer within "
                  + pace.pingWithin().toSeconds()
                  + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAlive() throws InterruptedException {
    try {
      lane.probe(probe.get(), pace.pingWithin());
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !(e.getCause() instanceof HttpConnectTimeoutException);
    } catch (RuntimeException e) {
      // That there is no credential just now, say, tells nothing of the connection.
      LOG.debug("{} is not asked whether it is there", server, e);
      return true;
    }
  }
}
