package io.kubilitics.testbed;

import io.kubilitics.source.cluster.connection.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// An answer that is there at once, without a server.
///
/// @param said the body, in JSON
public record GivenReply(int status, String said) implements Reply {
  /// How a server tells its version.
  public static final String VERSION = "{\"gitVersion\":\"v1.2.3\"}";

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String text(int most) throws IOException {
    if (said.length() > most) {
      throw new IOException("longer than " + most);
    }
    return said;
  }

  @Override
  public void close() {}
}
