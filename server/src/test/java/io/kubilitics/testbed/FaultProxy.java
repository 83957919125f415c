package io.kubilitics.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Passes TCP connections on to another port of the loopback, as badly as it is told to. What it is
/// told holds for the connections that are open and for later ones, until it is told otherwise. At
/// most 1,000 connections at once; more are reset. Any thread; [#close] ends all connections.
public final class FaultProxy implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 1_000;
  private static final int BACKLOG = 200;

  private final InetSocketAddress target;
  private final int port;
  private final FaultyLine line = new FaultyLine();
  private final Set<FaultyConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private ServerSocket door;
  private Thread receiver;
  private boolean closed;

  private FaultProxy(InetSocketAddress target) throws IOException {
    this.target = target;
    this.door = listen(0);
    this.port = door.getLocalPort();
    receiver = receiving(door);
  }

  /// Starts one before a port of the loopback; it passes everything on until told otherwise.
  public static FaultProxy before(int port) {
    try {
      return new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /// The same address through this proxy.
  public URI through(URI url) {
    return URI.create(url.getScheme() + "://127.0.0.1:" + port + url.getRawPath());
  }

  /// How many connections have been accepted.
  public int accepted() {
    return accepted.get();
  }

  /// How many connections are open now.
  public int open() {
    return connections.size();
  }

  /// How many octets have been passed on to clients.
  public long octetsToClients() {
    return line.octetsToClients();
  }

  /// How much later everything arrives, each way; not less of it.
  public void latency(Duration time) {
    line.latency(time);
  }

  /// How many octets pass in a second, each way on each connection; 0 for any number.
  public void throttle(int octetsPerSecond) {
    line.throttle(octetsPerSecond);
  }

  /// Nothing passes while this is on, and nothing ends; afterwards what was held arrives, as with
  /// packets that are lost and sent again. New connections are accepted and held too.
  public void hold(boolean on) {
    line.hold(on);
  }

  /// Everything that comes while this is on vanishes, both ways, and nothing ends. Connections that
  /// have lost something so are of no use afterwards.
  public void blackhole(boolean on) {
    line.swallow(on);
  }

  /// Each connection is reset when so many octets more have passed to its client, counted for each
  /// from now on or from its beginning; a negative number for never.
  public void cutAfter(long octets) {
    line.cutAfter(octets);
    connections.forEach(FaultyConnection::countAnew);
  }

  /// Resets all open connections (RST), both ends.
  public void reset() {
    connections.forEach(FaultyConnection::reset);
  }

  /// Tells the client of each open connection that nothing more will come, while what it sends
  /// still passes.
  public void halfClose() {
    connections.forEach(FaultyConnection::halfClose);
  }

  /// Refuses new connections until [#accept]; those that are open stay.
  public void refuse() {
    Thread ending;
    synchronized (this) {
      ending = receiver;
      try {
        door.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    // The system lets go of the port when nobody waits at it any more.
    try {
      ending.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Accepts connections again after [#refuse], on the same port.
  public synchronized void accept() {
    if (closed || !door.isClosed()) {
      return;
    }
    try {
      door = listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    receiver = receiving(door);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    return socket;
  }

  private Thread receiving(ServerSocket socket) {
    return Thread.ofVirtual().name("fault-proxy-" + port).start(() -> receiveUntilClosed(socket));
  }

  private void receiveUntilClosed(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        connect(socket.accept());
      } catch (IOException _) {
        // Closed, or the client has gone again.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    accepted.incrementAndGet();
    if (connections.size() >= MOST_CONNECTIONS) {
      FaultyConnection.reset(client);
      return;
    }
    Socket server = new Socket();
    try {
      server.connect(target);
    } catch (IOException _) {
      FaultyConnection.reset(client);
      return;
    }
    FaultyConnection connection = new FaultyConnection(client, server, line, connections::remove);
    connections.add(connection);
    connection.start(port);
    if (socketsAreOver()) {
      connection.reset();
    }
  }

  private synchronized boolean socketsAreOver() {
    return closed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    refuse();
    line.hold(false);
    reset();
  }
}
