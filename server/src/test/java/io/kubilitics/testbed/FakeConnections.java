package io.kubilitics.testbed;

import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;

/// Numbers connections in the order of their first requests. Any thread.
final class FakeConnections {
  private final Map<Connection, Long> numbers = new WeakHashMap<>();
  private long last;

  synchronized long number(Request request) {
    return numbers.computeIfAbsent(
        request.getConnectionMetaData().getConnection(),
        _ -> {
          last++;
          return last;
        });
  }
}
