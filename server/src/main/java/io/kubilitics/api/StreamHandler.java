package io.kubilitics.api;

import io.kubilitics.access.Access;
import io.kubilitics.access.StreamUpgrade;
import io.kubilitics.access.Verdict;
import io.kubilitics.api.stream.DeltaStream;
import io.kubilitics.api.stream.StreamLimits;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// Turns what the door let in to a stream into a WebSocket. Without compression: it would cost each
/// client more memory than all else it has here, and what is written for many would be compressed
/// for each.
final class StreamHandler extends Handler.Wrapper {
  /// One message at a time, and the one before it: Jetty counts a message until after it has said
  /// that it is out. Control frames do not count.
  private static final int OUTGOING_FRAMES = 2;

  private final ServerWebSocketContainer container;
  private final DeltaStream stream;

  /// @param silence after which the connection itself is given up, longer than the stream waits
  StreamHandler(Server server, DeltaStream stream, Duration silence, Handler inside) {
    super(inside);
    this.stream = stream;
    container = ServerWebSocketContainer.ensure(server);
    container.setMaxFrameSize(StreamLimits.INBOUND_BYTES);
    container.setMaxTextMessageSize(StreamLimits.INBOUND_BYTES);
    container.setMaxBinaryMessageSize(StreamLimits.INBOUND_BYTES);
    container.setMaxOutgoingFrames(OUTGOING_FRAMES);
    // What is larger in either direction comes in several frames; the limits of messages count.
    container.setAutoFragment(true);
    container.setIdleTimeout(silence);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean forStream =
        request.getAttribute(DoorHandler.ADMITTED) instanceof Verdict.Admitted admitted
            && admitted.route().access() == Access.STREAM;
    if (!forStream) {
      return super.handle(request, response, callback);
    }
    String address = Request.getRemoteAddr(request);
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    boolean upgraded =
        container.upgrade(
            (_, accepted, _) -> {
              accepted.setAcceptedSubProtocol(StreamUpgrade.PROTOCOL);
              accepted.setExtensions(List.of());
              return new StreamSocket(stream, address, endPoint);
            },
            request,
            response,
            callback);
    if (!upgraded) {
      Response.writeError(request, response, callback, 400);
    }
    return true;
  }
}
