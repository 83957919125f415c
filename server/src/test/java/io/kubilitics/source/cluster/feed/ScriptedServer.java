package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server whose every answer the test gives by hand, octet by octet: requests wait until the test
/// takes them.
final class ScriptedServer implements Connection {
  static final int PATIENCE_SECONDS = 120;

  private final BlockingQueue<ScriptedReply> asked = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();

  /// The next request that comes.
  ScriptedReply next() throws InterruptedException {
    ScriptedReply request = asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("nothing is asked");
    }
    return request;
  }

  /// The next request, which must be one that contains this.
  ScriptedReply next(String part) throws InterruptedException {
    ScriptedReply request = next();
    if (!request.path().contains(part)) {
      throw new AssertionError("not " + part + " is asked, but " + request.path());
    }
    return request;
  }

  /// The next request, which must be none that contains this.
  ScriptedReply nextWithout(String part) throws InterruptedException {
    ScriptedReply request = next();
    if (request.path().contains(part)) {
      throw new AssertionError("asked is " + request.path());
    }
    return request;
  }

  /// How many requests have come.
  int requests() {
    return requests.get();
  }

  @Nullable ScriptedReply waiting() {
    return asked.poll();
  }

  @Override
  public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
    requests.incrementAndGet();
    ScriptedReply reply = new ScriptedReply(errand, ask);
    asked.add(reply);
    return reply.awaitHead();
  }

  @Override
  public void close() {}
}
