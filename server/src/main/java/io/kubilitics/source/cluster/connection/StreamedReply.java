package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpHeaders;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// An answer whose body is read as it comes.
final class StreamedReply implements Reply {
  private static final int BUFFER = 8192;

  private final HttpResponse<AsyncBody> response;
  private final BodyPipe pipe;
  private final Optional<Duration> retryAfter;
  private @Nullable InputStream body;

  StreamedReply(HttpResponse<AsyncBody> response, BodyPipe pipe, Optional<Duration> retryAfter) {
    this.response = response;
    this.pipe = pipe;
    this.retryAfter = retryAfter;
  }

  @Override
  public int status() {
    return response.code();
  }

  @Override
  public String contentType() {
    String type = first(response, "content-type");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  @Override
  public InputStream body() {
    if (body == null) {
      body = first(response, "content-encoding").equals("gzip") ? new Unzipped(pipe) : pipe;
    }
    return body;
  }

  @Override
  public String text(int most) throws IOException {
    byte[] octets = body().readNBytes(most);
    if (octets.length == most && body().read() >= 0) {
      throw new IOException("the answer is longer than " + most + " octets");
    }
    return new String(octets, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    pipe.close();
  }

  static String first(HttpHeaders headers, String name) {
    String value = headers.header(name);
    return value == null ? "" : value;
  }

  /// Begins to decompress with the first read, since its constructor would wait for octets.
  private static final class Unzipped extends InputStream {
    private final InputStream packed;
    private @Nullable GZIPInputStream plain;

    Unzipped(InputStream packed) {
      this.packed = packed;
    }

    private InputStream plain() throws IOException {
      if (plain == null) {
        plain = new GZIPInputStream(packed, BUFFER);
      }
      return plain;
    }

    @Override
    public int read() throws IOException {
      return plain().read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      return plain().read(into, from, most);
    }

    @Override
    public void close() throws IOException {
      packed.close();
    }
  }
}
