package io.kubilitics.testbed;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ends a request with a [FakeStatus].
final class FakeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FakeStatus status;
  private final transient Map<String, Object> metadata;
  private final transient @Nullable Duration retryAfter;

  FakeRefusal(FakeStatus status) {
    this(status, Map.of(), null);
  }

  FakeRefusal(FakeStatus status, Map<String, Object> metadata, @Nullable Duration retryAfter) {
    super(status.message(), null, false, false);
    this.status = status;
    this.metadata = metadata;
    this.retryAfter = retryAfter;
  }

  FakeStatus status() {
    return status;
  }

  String json() {
    return status.json(metadata);
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
