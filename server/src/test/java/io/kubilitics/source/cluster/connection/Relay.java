package io.kubilitics.source.cluster.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Passes TCP connections on to a port of the loopback. Each one can be frozen by itself: what
/// comes then vanishes and nothing ends. As a proxy it wants a `CONNECT` first, whose head it
/// keeps.
final class Relay implements AutoCloseable {
  private final ServerSocket door;
  private volatile int target;
  private final boolean isProxy;
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private Relay(int target, boolean isProxy) throws IOException {
    this.target = target;
    this.isProxy = isProxy;
    door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("relay").start(this::receive);
  }

  static Relay before(int target) throws IOException {
    return new Relay(target, false);
  }

  /// Whatever the client wants to be connected to.
  static Relay proxyTo(int target) throws IOException {
    return new Relay(target, true);
  }

  int port() {
    return door.getLocalPort();
  }

  int accepted() {
    return lines.size();
  }

  /// Connections from now on go there.
  void turnTo(int port) {
    target = port;
  }

  List<String> heads() {
    return heads;
  }

  /// @param line counted from 0, as they were accepted
  void freeze(int line) {
    lines.get(line).frozen = true;
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException _) {
        // Closed.
      }
    }
  }

  private void connect(Socket client) {
    try {
      if (isProxy) {
        heads.add(head(client.getInputStream()));
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
      lines.add(line);
      Thread.ofVirtual().start(() -> line.pass(line.server, line.client));
      line.pass(line.client, line.server);
    } catch (IOException _) {
      close(client);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("no head");
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  private static final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean frozen;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void pass(Socket from, Socket to) {
      byte[] buffer = new byte[16 * 1024];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
          if (!frozen) {
            out.write(buffer, 0, length);
          }
        }
      } catch (IOException _) {
        // One of them has gone.
      }
      if (!frozen) {
        close(client);
        close(server);
      }
    }
  }

  private static void close(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException _) {
      // It is closed.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    lines.forEach(line -> {
      close(line.client);
      close(line.server);
    });
  }
}
