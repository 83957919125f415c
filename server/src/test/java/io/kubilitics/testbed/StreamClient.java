package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A client of the stream over Java's own WebSocket. Takes one message at a time from the
/// connection: while nobody calls [#next], nothing is read but what was asked for.
public final class StreamClient implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int CUT = 1006;

  /// What ends every queue.
  private static final String END = "";

  /// Nothing was wrong but that nothing came.
  public static final class NothingCame extends IOException {
    private NothingCame(Duration patience) {
      super("nothing came within " + patience);
    }
  }

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final AtomicReference<CountDownLatch> pinged =
      new AtomicReference<>(new CountDownLatch(1));
  private final WebSocket socket;

  private StreamClient(HttpClient http, int port, String... headers) {
    WebSocket.Builder builder =
        http.newWebSocketBuilder().subprotocols("kubilitics.v1").connectTimeout(PATIENCE);
    for (int at = 0; at < headers.length; at += 2) {
      builder.header(headers[at], headers[at + 1]);
    }
    socket =
        builder
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/stream"), new Reading())
            .join();
  }

  /// Opens a connection and says nothing yet.
  ///
  /// @throws IOException when the server does not take it
  public static StreamClient connect(HttpClient http, int port) throws IOException {
    try {
      return new StreamClient(http, port);
    } catch (CompletionException e) {
      throw new IOException("no connection", e.getCause());
    }
  }

  /// Opens a connection and says hello.
  public static StreamClient greet(HttpClient http, int port, String token) throws IOException {
    StreamClient client = connect(http, port);
    client.say("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
    return client;
  }

  public void say(String message) {
    try {
      socket.sendText(message, true).join();
    } catch (CompletionException _) {
      // Java's client tells its reader nothing of that.
      ended(CUT);
    }
  }

  /// The next message.
  ///
  /// @throws IOException when the connection is closed, or nothing comes
  public JsonNode next() throws IOException {
    return next(PATIENCE);
  }

  public JsonNode next(Duration patience) throws IOException {
    String text = nextText(patience);
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }

  private String nextText(Duration patience) throws IOException {
    try {
      String text = messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (text == null) {
        throw new NothingCame(patience);
      }
      if (text.equals(END)) {
        messages.add(END);
        throw new IOException("closed with " + closed.getNow(0));
      }
      socket.request(1);
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// The next message of a type; others are passed over.
  public JsonNode next(String type) throws IOException {
    while (true) {
      JsonNode message = next();
      if (message.path("type").asText().equals(type)) {
        return message;
      }
    }
  }

  /// Whether there is somebody at the other end. Java's client may not notice for a long time that
  /// there is nobody.
  public boolean isAnswered() throws IOException {
    CountDownLatch answered = new CountDownLatch(1);
    pinged.set(answered);
    try {
      socket.sendPing(ByteBuffer.allocate(0)).join();
      return answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (CompletionException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Whether something came that was not read yet.
  public boolean hasMessage() {
    return !messages.isEmpty() && !END.equals(messages.peek());
  }

  /// The code with which the server closed the connection; 1006 when it was cut.
  public int closeCode() throws IOException {
    try {
      return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IOException("not closed", e);
    }
  }

  /// Cuts the connection.
  @Override
  public void close() {
    socket.abort();
  }

  private void ended(int code) {
    if (closed.complete(code)) {
      messages.add(END);
    }
  }

  private final class Reading implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      } else {
        from.request(1);
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
      pinged.get().countDown();
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      ended(CUT);
    }
  }
}
