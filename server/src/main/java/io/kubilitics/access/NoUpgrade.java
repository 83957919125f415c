package io.kubilitics.access;

import java.util.Locale;
import java.util.Optional;

/// Refuses to open a tunnel, and a WebSocket where no stream is. Other offers to change the
/// protocol are passed over, as HTTP allows; Java's own client makes one with every request.
public final class NoUpgrade implements Guard {
  @Override
  public Optional<Refusal> refuses(Visit visit) {
    Knock knock = visit.knock();
    boolean tunnel = knock.method().equals("CONNECT");
    boolean socket = !visit.leadsTo(Access.STREAM) && asksForSocket(knock);
    return tunnel || socket
        ? Optional.of(new Refusal(400, "no-upgrade", "There is no WebSocket and no tunnel here."))
        : Optional.empty();
  }

  private static boolean asksForSocket(Knock knock) {
    return !knock.header("Sec-WebSocket-Key").isEmpty()
        || !knock.header("Sec-WebSocket-Version").isEmpty()
        || knock.header("Upgrade").stream()
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("websocket"));
  }
}
