package io.kubilitics.access;

import java.util.Optional;

/// Refuses to change protocols or to open a tunnel: no route does either.
public final class NoUpgrade implements Guard {
  @Override
  public Optional<Refusal> refuses(Visit visit) {
    Knock knock = visit.knock();
    boolean plain =
        knock.header("Upgrade").isEmpty()
            && knock.header("Sec-WebSocket-Key").isEmpty()
            && !knock.method().equals("CONNECT");
    return plain
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                400, "no-upgrade", "This server speaks HTTP/1.1 only and offers no WebSocket."));
  }
}
