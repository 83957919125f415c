package io.kubilitics.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A plain client of a [FakeApiServer] for its own tests. Any thread; who makes it closes it.
final class FakeCaller implements AutoCloseable {
  private final HttpClient client;
  private final URI server;
  private final @Nullable String token;

  private FakeCaller(HttpClient client, URI server, @Nullable String token) {
    this.client = client;
    this.server = server;
    this.token = token;
  }

  static FakeCaller admin(FakeApiServer server) {
    return of(server.url(), FakeApiServer.TOKEN, FakeTrust.anonymousClient());
  }

  static FakeCaller of(URI server, @Nullable String token, SSLContext tls) {
    return new FakeCaller(HttpClient.newBuilder().sslContext(tls).build(), server, token);
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> octets(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return client.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  Lines watch(String path, String... headers) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofInputStream());
    return new Lines(response);
  }

  Octets stream(String path) throws IOException, InterruptedException {
    return new Octets(
        client.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream()));
  }

  CompletableFuture<HttpResponse<String>> later(String path) {
    return client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Whether a list comes whole, and in time.
  boolean answersWell(String path, Duration limit) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          client
              .sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofString())
              .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return answer.statusCode() == 200 && answer.body().endsWith("]}\n");
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return request;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /// An answer that comes as it is read.
  record Octets(HttpResponse<InputStream> response) implements AutoCloseable {
    InputStream body() {
      return response.body();
    }

    @Override
    public void close() throws IOException {
      response.body().close();
    }
  }

  /// An answer that comes line by line.
  static final class Lines implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader reader;

    private Lines(HttpResponse<InputStream> response) {
      this.response = response;
      this.reader =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    int status() {
      return response.statusCode();
    }

    /// The next line, null at the end; waits for it.
    @Nullable String next() throws IOException {
      return reader.readLine();
    }

    @Override
    public void close() {
      try {
        response.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
