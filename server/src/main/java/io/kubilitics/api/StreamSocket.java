package io.kubilitics.api;

import io.kubilitics.api.stream.CloseCode;
import io.kubilitics.api.stream.Connection;
import io.kubilitics.api.stream.DeltaStream;
import io.kubilitics.api.stream.Wire;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A WebSocket of Jetty as the stream sees it. Frames of any kind are read when the stream asks;
/// pings of a client are answered one at a time, so that it cannot make answers pile up here.
///
/// A message goes out in frames, the next one when the one before has been taken by the system,
/// whose own buffer is kept small: so it shows how far a client is, and what a slow one has not
/// taken in is kept nowhere but in its message.
public final class StreamSocket implements Session.Listener, Wire {
  private static final Logger LOG = LoggerFactory.getLogger(StreamSocket.class);

  /// Of one frame.
  private static final int FRAME_BYTES = 16 * 1024;

  /// That the system may keep of what is on its way. Linux takes twice as much, and says that there
  /// is room again when a third of that is free.
  private static final int SEND_BUFFER_BYTES = 64 * 1024;

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
    set(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
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
  public void send(byte[] utf8, Outcome outcome) {
    new Sending(((WebSocketSession) session()).getCoreSession(), utf8, outcome).next();
  }

  /// A message on its way out, frame by frame. A character may begin in one frame and end in the
  /// next (RFC 6455, 5.6).
  private static final class Sending implements org.eclipse.jetty.util.Callback {
    private final CoreSession wire;
    private final ByteBuffer left;
    private final Outcome outcome;

    Sending(CoreSession wire, byte[] utf8, Outcome outcome) {
      this.wire = wire;
      this.left = ByteBuffer.wrap(utf8);
      this.outcome = outcome;
    }

    void next() {
      byte code = left.position() == 0 ? OpCode.TEXT : OpCode.CONTINUATION;
      int size = Math.min(left.remaining(), FRAME_BYTES);
      ByteBuffer payload = left.slice(left.position(), size);
      left.position(left.position() + size);
      wire.sendFrame(new Frame(code, !left.hasRemaining(), payload), this, false);
    }

    @Override
    public void succeeded() {
      if (left.hasRemaining()) {
        outcome.moved();
        next();
        return;
      }
      outcome.sent();
    }

    @Override
    public void failed(Throwable cause) {
      outcome.failed();
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
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
    set(StandardSocketOptions.SO_LINGER, 0);
    session().disconnect();
  }

  private void set(SocketOption<Integer> option, int value) {
    try {
      if (endPoint.getTransport() instanceof NetworkChannel channel && channel.isOpen()) {
        channel.setOption(option, value);
      }
    } catch (IOException e) {
      LOG.debug("{} of a connection is as it was", option, e);
    }
  }
}
