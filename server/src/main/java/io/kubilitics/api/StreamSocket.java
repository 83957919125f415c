package io.kubilitics.api;

import io.kubilitics.api.stream.CloseCode;
import io.kubilitics.api.stream.Connection;
import io.kubilitics.api.stream.DeltaStream;
import io.kubilitics.api.stream.Wire;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A WebSocket of Jetty as the stream sees it. Frames of any kind are read when the stream asks;
/// pings of a client are answered one at a time, so that it cannot make answers pile up here.
public final class StreamSocket implements Session.Listener, Wire {
  private static final Logger LOG = LoggerFactory.getLogger(StreamSocket.class);

  private final DeltaStream stream;
  private final String address;
  private final EndPoint endPoint;
  private final AtomicBoolean ponging = new AtomicBoolean();
  private final AtomicBoolean pinging = new AtomicBoolean();
  private volatile @Nullable Session session;
  private volatile @Nullable Connection connection;

  StreamSocket(DeltaStream stream, String address, EndPoint endPoint) {
    this.stream = stream;
    this.address = address;
    this.endPoint = endPoint;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = opened;
    Connection made = stream.connect(this, address);
    connection = made; // before it asks for a frame, which may be there already
    made.start();
  }

  @Override
  public void onWebSocketText(String message) {
    told().text(message);
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    told().end(CloseCode.TEXT_ONLY);
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    if (ponging.compareAndSet(false, true)) {
      ByteBuffer copy = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
      session().sendPong(copy, released(ponging));
    }
    told().heard();
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    told().heard();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    LOG.debug("a stream broke off", cause);
    told().gone();
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    told().gone();
    callback.succeed();
  }

  private Connection told() {
    Connection there = connection;
    if (there == null) {
      throw new IllegalStateException("a frame came before the WebSocket was open");
    }
    return there;
  }

  private Session session() {
    Session there = session;
    if (there == null) {
      throw new IllegalStateException("the WebSocket is not open");
    }
    return there;
  }

  @Override
  public void send(String text, Outcome outcome) {
    session().sendText(text, Callback.from(outcome::sent, _ -> outcome.failed()));
  }

  @Override
  public void ping() {
    if (pinging.compareAndSet(false, true)) {
      session().sendPing(ByteBuffer.allocate(0), released(pinging));
    }
  }

  private static Callback released(AtomicBoolean flag) {
    return Callback.from(() -> flag.set(false), _ -> flag.set(false));
  }

  @Override
  public void demand() {
    session().demand();
  }

  @Override
  public void close(int code, String reason) {
    session().close(code, reason, Callback.NOOP);
  }

  /// Resets the connection: what the client did not take in is not kept for it any longer.
  @Override
  public void cut() {
    try {
      if (endPoint.getTransport() instanceof NetworkChannel channel && channel.isOpen()) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException e) {
      LOG.debug("a connection is closed and not reset", e);
    }
    session().disconnect();
  }
}
