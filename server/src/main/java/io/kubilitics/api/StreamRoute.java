package io.kubilitics.api;

import io.kubilitics.access.Access;
import io.kubilitics.access.Route;
import java.util.List;

/// Where the stream is. What comes there is a WebSocket, which [StreamHandler] takes before the
/// router could.
final class StreamRoute {
  private StreamRoute() {}

  static List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(
            Route.get(base + "/stream", Access.STREAM),
            (context, _, _) -> {
              throw new IllegalStateException("a stream that is no WebSocket was let in");
            }));
  }
}
