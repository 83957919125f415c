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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// One HTTP client, so over HTTP/2 one connection, with the requests that are under way on it. Any
/// thread.
final class Lane {
  private final String name;
  private final HttpClient http;
  private final JdkHttpClientImpl client;
  private final Map<BodyPipe, CompletableFuture<?>> open = new IdentityHashMap<>();
  private int room;
  private boolean retired;
  private boolean over;

  /// @param room requests at once
  Lane(String name, HttpClient http, int room) {
    this.name = name;
    this.http = http;
    this.room = room;
    client = new JdkHttpClientImpl(new JdkHttpClientFactory().newBuilder(), http, new AtomicBoolean());
  }

  String name() {
    return name;
  }

  /// A place for one more request, or false when there is none. It is given back when the pipe of
  /// the request calls [#leave].
  synchronized boolean enter(BodyPipe pipe) {
    if (retired || open.size() >= room) {
      return false;
    }
    open.put(pipe, CompletableFuture.completedFuture(null));
    return true;
  }

  void leave(BodyPipe pipe) {
    boolean last;
    synchronized (this) {
      open.remove(pipe);
      last = retired && open.isEmpty() && !over;
      over = over || last;
    }
    if (last) {
      http.shutdown();
    }
  }

  /// Waits for the head of the answer.
  ///
  /// @throws ExecutionException with what the client says
  HttpResponse<AsyncBody> send(StandardHttpRequest request, BodyPipe pipe, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    CompletableFuture<HttpResponse<AsyncBody>> head = client.consumeBytesDirect(request, pipe);
    synchronized (this) {
      open.replace(pipe, head);
      if (over) {
        head.cancel(true);
      }
    }
    try {
      HttpResponse<AsyncBody> response = head.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      pipe.attach(response.body());
      return response;
    } catch (TimeoutException | InterruptedException e) {
      head.whenComplete((late, _) -> dropped(late));
      head.cancel(true);
      throw e;
    }
  }

  private static void dropped(HttpResponse<AsyncBody> late) {
    if (late != null) {
      late.body().cancel();
    }
  }

  /// Takes no more requests; ends with the last one that is under way.
  void retire() {
    boolean idle;
    synchronized (this) {
      retired = true;
      idle = open.isEmpty() && !over;
      over = over || idle;
    }
    if (idle) {
      http.shutdown();
    }
  }

  /// Ends everything that is under way at once.
  void shutDown(String reason) {
    List<BodyPipe> pipes;
    List<CompletableFuture<?>> heads;
    synchronized (this) {
      retired = true;
      over = true;
      pipes = new ArrayList<>(open.keySet());
      heads = new ArrayList<>(open.values());
    }
    IOException told = new IOException(reason);
    for (CompletableFuture<?> head : heads) {
      head.completeExceptionally(told);
    }
    for (BodyPipe pipe : pipes) {
      pipe.abort(told);
    }
    http.shutdownNow();
  }

  synchronized boolean isIdle() {
    return open.isEmpty();
  }

  synchronized boolean isRetired() {
    return retired;
  }
}
