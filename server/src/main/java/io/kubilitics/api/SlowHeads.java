package io.kubilitics.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Closes connections on which the head of a request drips in: each byte restarts the idle clock,
/// so that alone would let a few thousand of them stay for days. All connections are looked at now
/// and then; one that is reading a head for too long goes.
final class SlowHeads extends AbstractLifeCycle {
  private static final int LOOKS_WHILE_WAITING = 5;

  private final ServerConnector connector;
  private final Duration patience;

  /// What was seen of each connection at the last look; of the scheduler's thread only.
  private Map<EndPoint, Look> looks = new HashMap<>();

  private volatile Scheduler.@Nullable Task next;

  /// @param since nano time of the first look at which this head was incomplete; 0 when none is
  private record Look(long messages, long bytes, long since) {}

  SlowHeads(ServerConnector connector, Duration patience) {
    this.connector = connector;
    this.patience = patience;
  }

  @Override
  protected void doStart() {
    schedule();
  }

  @Override
  protected void doStop() {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
  }

  private void schedule() {
    next =
        connector
            .getScheduler()
            .schedule(this::look, patience.toMillis() / LOOKS_WHILE_WAITING, TimeUnit.MILLISECONDS);
  }

  /// One look that fails is not the last.
  private void look() {
    try {
      lookAtAll();
    } finally {
      if (isRunning()) {
        schedule();
      }
    }
  }

  private void lookAtAll() {
    Map<EndPoint, Look> seen = new HashMap<>();
    long now = System.nanoTime();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Look look = look(endPoint.getConnection(), looks.get(endPoint), now);
      if (look.since() != 0 && now - look.since() > patience.toNanos()) {
        endPoint.close();
        continue;
      }
      seen.put(endPoint, look);
    }
    looks = seen;
  }

  private static Look look(Connection connection, @Nullable Look before, long now) {
    long messages = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    boolean answering = connection.getMessagesOut() < messages;
    if (before == null) {
      boolean began = messages == 0 && bytes > 0;
      return new Look(messages, bytes, began ? now : 0);
    }
    if (answering || before.messages() != messages) {
      return new Look(messages, bytes, 0);
    }
    if (before.since() != 0 || bytes == before.bytes()) {
      return before;
    }
    return new Look(messages, bytes, now);
  }
}
