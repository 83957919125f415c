package io.kubilitics.source.cluster.connection;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/// The answer to a request, whatever its status; the body comes as it is read, and no faster. One
/// thread reads; any thread may close.
public interface Reply extends AutoCloseable {
  int status();

  /// The media type without parameters, in lower case, or `""`.
  String contentType();

  /// For how long the server does not want to be asked again.
  Optional<Duration> retryAfter();

  /// Decompressed. A read that fails because the connection has died throws an [IOException]; one
  /// that waits ends with an [IOException] when the reply is closed.
  InputStream body();

  /// The whole body as text.
  ///
  /// @param most octets; one more is an [IOException]
  String text(int most) throws IOException;

  /// Ends the request; what has not been read is thrown away.
  @Override
  void close();
}
