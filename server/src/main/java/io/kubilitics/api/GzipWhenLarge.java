package io.kubilitics.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The body of an answer. Its first bytes are held back until it is clear whether it is worth
/// compressing. Closing it without having written all leaves the answer broken: on a failure it is
/// not closed.
final class GzipWhenLarge extends OutputStream {
  /// From here on an answer needs more than one packet even when it was compressed.
  private static final int LARGE = 4 * 1024;

  /// Most callers sit on the same machine: speed counts more than the last percent.
  private static final int LEVEL = Deflater.BEST_SPEED;

  private static final int BUFFER = 16 * 1024;

  private final HttpServletResponse response;
  private final boolean accepted;
  private final ByteArrayOutputStream first = new ByteArrayOutputStream(LARGE);
  private @Nullable OutputStream rest;
  private boolean closed;

  /// @param acceptEncoding the caller's header, null when there is none
  GzipWhenLarge(HttpServletResponse response, @Nullable String acceptEncoding) {
    this.response = response;
    this.accepted = acceptEncoding != null && acceptsGzip(acceptEncoding);
  }

  /// Reads `Accept-Encoding` (RFC 9110, 12.5.3): a quality of 0 means no.
  static boolean acceptsGzip(String acceptEncoding) {
    for (String choice : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = choice.split(";", -1);
      String coding = parts[0].strip();
      if (coding.equals("gzip") || coding.equals("x-gzip")) {
        return parts.length < 2 || !parts[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
      }
    }
    return false;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    if (rest == null && first.size() + length <= LARGE) {
      first.write(octets, from, length);
      return;
    }
    rest().write(octets, from, length);
  }

  private OutputStream rest() throws IOException {
    if (rest == null) {
      rest = accepted ? compressed() : response.getOutputStream();
      first.writeTo(rest);
    }
    return rest;
  }

  private OutputStream compressed() throws IOException {
    response.setHeader("Content-Encoding", "gzip");
    return new GZIPOutputStream(response.getOutputStream(), BUFFER) {
      {
        def.setLevel(LEVEL);
      }
    };
  }

  /// Does nothing: who writes a stream does not know when a packet is worth sending.
  @Override
  public void flush() {}

  /// The answer is complete.
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (rest == null) {
      response.setContentLength(first.size());
      first.writeTo(response.getOutputStream());
      return;
    }
    rest.close();
  }
}
