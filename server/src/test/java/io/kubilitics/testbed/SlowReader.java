package io.kubilitics.testbed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/// A client of the stream at the end of a thin line: it takes in so many octets a second, or none,
/// and understands nothing. Its system keeps hardly anything for it. Used by one thread.
public final class SlowReader implements AutoCloseable {
  private static final int RECEIVE_BUFFER = 4 * 1024;
  private static final long STEP = 50_000_000;

  private final Socket socket = new Socket();

  private SlowReader() {}

  /// Connects and asks for the stream, which it does not wait for.
  public static SlowReader connect(int port) throws IOException {
    SlowReader reader = new SlowReader();
    reader.socket.setReceiveBufferSize(RECEIVE_BUFFER);
    reader.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        "GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Protocol: kubilitics.v1\r\n\r\n";
    reader.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return reader;
  }

  /// Sends a short message, with a mask of zeroes.
  public void say(String message) throws IOException {
    byte[] payload = message.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) payload.length);
    frame.putInt(0).put(payload);
    socket.getOutputStream().write(frame.array());
  }

  /// Takes in so many octets, no faster than it can.
  ///
  /// @throws IOException when there are no more
  public void take(int octets, int perSecond) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] some = new byte[Math.toIntExact(perSecond * STEP / 1_000_000_000L)];
    int left = octets;
    while (left > 0) {
      long next = System.nanoTime() + STEP;
      int count = in.readNBytes(some, 0, Math.min(left, some.length));
      if (count == 0) {
        throw new EOFException("the connection has ended, " + left + " octets too early");
      }
      left -= count;
      for (long wait = STEP; wait > 0; wait = next - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
