package io.kubilitics.access;

import java.util.List;
import java.util.Optional;

/// Lets nothing to a stream but a WebSocket (RFC 6455) that speaks our protocol and no other.
public final class StreamUpgrade implements Guard {
  /// The subprotocol of the stream.
  public static final String PROTOCOL = "kubilitics.v1";

  private static final Refusal NO_SOCKET =
      new Refusal(
              426,
              "upgrade-needed",
              "This is a WebSocket; connect with the subprotocol '" + PROTOCOL + "'.")
          .with("Upgrade", "websocket")
          .with("Sec-WebSocket-Version", "13");
  private static final Refusal OTHER_PROTOCOL =
      new Refusal(
          400, "wrong-subprotocol", "The stream speaks the subprotocol '" + PROTOCOL + "' only.");

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    if (!visit.leadsTo(Access.STREAM)) {
      return Optional.empty();
    }
    Knock knock = visit.knock();
    boolean socket =
        knock.method().equals("GET")
            && isOne(knock.header("Upgrade"), "websocket")
            && isOne(knock.header("Sec-WebSocket-Version"), "13")
            && knock.header("Sec-WebSocket-Key").size() == 1;
    if (!socket) {
      return Optional.of(NO_SOCKET);
    }
    return knock.header("Sec-WebSocket-Protocol").equals(List.of(PROTOCOL))
        ? Optional.empty()
        : Optional.of(OTHER_PROTOCOL);
  }

  private static boolean isOne(List<String> values, String wanted) {
    return values.size() == 1 && values.getFirst().equalsIgnoreCase(wanted);
  }
}
