package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One HTTP client, so over HTTP/2 one connection, with the requests that are under way on it. How
/// many a server allows at once is learned when it refuses one, and holds for that connection: it
/// is forgotten when something breaks off or nothing is under way any more, since the next
/// connection may lead to another server. Any thread.
final class Lane {
  private final String name;
  private final int most;
  private final HttpClient http;
  private final JdkHttpClientImpl client;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean opening = new AtomicBoolean();
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final Map<BodyPipe, CompletableFuture<?>> open = new LinkedHashMap<>();
  private int room;
  private boolean retired;
  private @Nullable IOException ended;

  /// @param most requests at once
  Lane(String name, int most, HttpClient http) {
    this.name = name;
    this.most = most;
    room = most;
    this.http = http;
    client =
        new JdkHttpClientImpl(new JdkHttpClientFactory().newBuilder(), http, new AtomicBoolean());
  }

  /// Takes a place for one more request, if there is one; [#leave] gives it back.
  synchronized boolean enter(BodyPipe pipe) {
    if (retired || open.size() >= room) {
      return false;
    }
    open.put(pipe, CompletableFuture.completedFuture(null));
    return true;
  }

  void leave(BodyPipe pipe) {
    synchronized (this) {
      open.remove(pipe);
      if (open.isEmpty()) {
        room = most;
      }
    }
    endWhenDone();
  }

  /// The server allows fewer requests at once than are under way now.
  synchronized void shrink() {
    room = Math.max(1, Math.min(room, open.size() - 1));
  }

  /// Something broke off: what was learned of the connection may not hold of the next one.
  synchronized void forget() {
    room = most;
  }

  /// Takes no more requests; ends with the last one that is under way.
  void retire() {
    synchronized (this) {
      retired = true;
    }
    endWhenDone();
  }

  private void endWhenDone() {
    synchronized (this) {
      if (!retired || !open.isEmpty() || over.getCount() == 0) {
        return;
      }
      over.countDown();
    }
    http.shutdown();
  }

  /// Connects by a small request, unless that has been done: many requests at once on a client
  /// without a connection would make one each. Who comes meanwhile waits for the same.
  ///
  /// @throws ExecutionException with what the client says; the lane is of no use then
  void open(StandardHttpRequest probe, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    if (!opening.compareAndSet(false, true)) {
      opened.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return;
    }
    Throwable failure = new IOException("the connection was not made");
    try {
      probe(probe, limit);
      opened.complete(null);
    } catch (ExecutionException e) {
      failure = e.getCause();
    } catch (TimeoutException e) {
      failure = new IOException("no answer in time");
    } finally {
      if (opened.completeExceptionally(failure)) {
        retire();
      }
    }
    opened.get(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Waits for the head of any answer.
  void probe(StandardHttpRequest request, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    CompletableFuture<HttpResponse<AsyncBody>> head =
        client.consumeBytesDirect(request, (_, body) -> body.consume());
    try {
      // Read to its end, so that over HTTP/1.1 the connection is of use again.
      head.get(limit.toNanos(), TimeUnit.NANOSECONDS).body().consume();
    } catch (TimeoutException | InterruptedException e) {
      giveUp(head);
      throw e;
    }
  }

  /// Waits for the head of the answer.
  ///
  /// @throws ExecutionException with what the client says
  HttpResponse<AsyncBody> send(StandardHttpRequest request, BodyPipe pipe, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    CompletableFuture<HttpResponse<AsyncBody>> head = client.consumeBytesDirect(request, pipe);
    IOException reason;
    synchronized (this) {
      reason = ended;
      open.replace(pipe, head);
    }
    if (reason != null) {
      giveUp(head);
      throw new ExecutionException(reason);
    }
    try {
      HttpResponse<AsyncBody> response = head.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      pipe.attach(response.body());
      return response;
    } catch (TimeoutException | InterruptedException e) {
      giveUp(head);
      throw e;
    }
  }

  private static void giveUp(CompletableFuture<HttpResponse<AsyncBody>> head) {
    var _ = head.whenComplete((late, _) -> drop(late));
    head.cancel(true);
  }

  private static void drop(@Nullable HttpResponse<AsyncBody> late) {
    if (late != null) {
      late.body().cancel();
    }
  }

  /// Ends everything that is under way at once.
  void shutDown(String reason) {
    IOException told = new IOException(reason);
    List<BodyPipe> pipes;
    List<CompletableFuture<?>> heads;
    synchronized (this) {
      ended = told;
      retired = true;
      over.countDown();
      pipes = new ArrayList<>(open.keySet());
      heads = new ArrayList<>(open.values());
      open.clear();
    }
    opened.completeExceptionally(told);
    heads.forEach(head -> head.completeExceptionally(told));
    pipes.forEach(pipe -> pipe.abort(told));
    http.shutdownNow();
  }

  /// Whether it has ended, after waiting for that.
  boolean awaitOver(Duration limit) throws InterruptedException {
    return over.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Whether it has ended.
  boolean isOver() {
    return over.getCount() == 0;
  }

  /// Whether it has been connected.
  boolean isOpen() {
    return opened.isDone();
  }

  synchronized int size() {
    return open.size();
  }

  synchronized boolean isIdle() {
    return open.isEmpty();
  }

  synchronized boolean isRetired() {
    return retired;
  }

  @Override
  public String toString() {
    return name;
  }
}
