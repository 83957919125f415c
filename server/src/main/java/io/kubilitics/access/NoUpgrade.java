package io.kubilitics.access;

import java.util.Locale;
import java.util.Optional;

/// Refuses to open a WebSocket or a tunnel: no route does either. Other offers to change the
/// protocol are passed over, as HTTP allows; Java's own client makes one with every request.
public final class NoUpgrade implements Guard {
  @Override
  public Optional<Refusal> refuses(Visit visit) {
    Knock knock = visit.knock();
    boolean tunnel = knock.method().equals("CONNECT");
    boolean socket =
        !knock.header("Sec-WebSocket-Key").isEmpty()
            || !knock.header("Sec-WebSocket-Version").isEmpty()
            || knock.header("Upgrade").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("websocket"));
    return tunnel || socket
        ? Optional.of(
            new Refusal(400, "no-upgrade", "This server offers no WebSocket and no tunnel."))
        : Optional.empty();
  }
}
