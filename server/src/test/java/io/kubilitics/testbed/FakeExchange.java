package io.kubilitics.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/// One request being answered, with what goes wrong with it. Belongs to the thread that answers;
/// [#end] may come from any.
final class FakeExchange {
  /// Ends an exchange as if the line had been cut.
  static final class Cut extends IOException {
    private static final long serialVersionUID = 1L;

    Cut(String message) {
      super(message);
    }
  }

  /// Ends an exchange early, as if all were well.
  static final class WellEnded extends IOException {
    private static final long serialVersionUID = 1L;

    WellEnded() {
      super("ended early");
    }
  }

  private final Request request;
  private final Response response;
  private final FakeRequest logged;
  private final List<Fault> faults;
  private final Runnable onLast;
  private final Fields query;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Runnable onEnd;

  /// @param onLast called before the last octet leaves, or the line is cut, perhaps more than once
  FakeExchange(
      Request request, Response response, FakeRequest logged, List<Fault> faults, Runnable onLast) {
    this.request = request;
    this.response = response;
    this.logged = logged;
    this.faults = faults;
    this.onLast = onLast;
    this.query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    request.addFailureListener(_ -> end());
  }

  FakeRequest logged() {
    return logged;
  }

  Request request() {
    return request;
  }

  String user() {
    return logged.user();
  }

  String path() {
    return logged.path();
  }

  /// A parameter of the query, or `""`.
  String parameter(String name) {
    String value = query.getValue(name);
    return value == null ? "" : value;
  }

  boolean asksFor(String name) {
    String value = parameter(name);
    return value.equals("true") || value.equals("1");
  }

  String header(HttpHeader header) {
    String value = request.getHeaders().get(header);
    return value == null ? "" : value;
  }

  <T extends Fault> List<T> faults(Class<T> type) {
    return FakeFaults.only(type, faults).toList();
  }

  /// Ends it from outside: the client has gone, or the server goes.
  void end() {
    ended.countDown();
    Runnable told = onEnd;
    if (told != null) {
      told.run();
    }
  }

  /// The rest of the answer leaves now.
  void last() {
    onLast.run();
  }

  /// Who is told by [#end].
  void onEnd(Runnable told) {
    onEnd = told;
  }

  boolean isOver() {
    return ended.getCount() == 0;
  }

  /// Waits, for no longer than the exchange lasts.
  void pause(Duration time) throws IOException, InterruptedException {
    if (ended.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new Cut("ended while it was delayed");
    }
  }

  void retryAfter(Duration time) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, Math.max(1, time.toSeconds()));
  }

  /// Sends a small answer.
  void send(int code, String contentType, String body) throws IOException {
    try (OutputStream out = open(code, contentType, body.length() >= 1024)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Sends the head; the stream is for the body, and its closing ends the answer.
  ///
  /// @param gzip whether it is compressed
  OutputStream open(int code, String contentType, boolean gzip) throws IOException {
    logged.answered(code);
    response.setStatus(code);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, private");
    boolean compressed = gzip && header(HttpHeader.ACCEPT_ENCODING).contains("gzip");
    if (compressed) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
      response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    }
    OutputStream wire = new FakeWire(Content.Sink.asOutputStream(response), this);
    return compressed ? new GZIPOutputStream(wire, 16 * 1024) : wire;
  }

  /// Closes the whole connection without a word.
  void drop() {
    last();
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }

  /// Stands still until somebody ends it.
  void stall() throws IOException {
    try {
      ended.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new Cut("stalled to the end");
  }
}
