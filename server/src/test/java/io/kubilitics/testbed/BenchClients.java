package io.kubilitics.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Many clients of the stream on one thread, as cheap as can be: they look for ticks in what they
/// hear and understand nothing else. Some of them never read.
final class BenchClients implements Runnable {
  /// The label whose values count up.
  static final String TICK = "tick";

  private static final byte[] MARK = ("\"" + TICK + "\":\"").getBytes(StandardCharsets.UTF_8);
  private static final int FINAL = 0x80;
  private static final int PING = 0x89;
  private static final byte PONG = (byte) 0x8A;

  private final Selector selector;
  private final int port;
  private final String token;
  private final int ticks;
  private final List<Client> clients = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
  private volatile boolean stopped;

  BenchClients(Selector selector, int port, String token, int ticks) {
    this.selector = selector;
    this.port = port;
    this.token = token;
    this.ticks = ticks;
  }

  /// One client; its frames are cut by hand.
  private final class Client {
    private final SocketChannel channel;
    private final boolean stalled;
    private final long[] heardAt = new long[ticks];
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private volatile boolean complete;
    private volatile int last = -1;
    private int disorder;
    private long frameLeft;
    private int head;
    private final byte[] header = new byte[10];
    private int headerSize;

    private Client(SocketChannel channel, boolean stalled) {
      this.channel = channel;
      this.stalled = stalled;
    }

    private void take(ByteBuffer in) throws IOException {
      while (in.hasRemaining()) {
        if (frameLeft == 0 && !takeHeader(in)) {
          return;
        }
        int some = (int) Math.min(frameLeft, in.remaining());
        byte[] bytes = new byte[some];
        in.get(bytes);
        frame.writeBytes(bytes);
        frameLeft -= some;
        if (frameLeft == 0) {
          end();
        }
      }
    }

    /// Whether the head of a frame is complete, which may be of one without a payload.
    private boolean takeHeader(ByteBuffer in) throws IOException {
      while (in.hasRemaining()) {
        header[headerSize++] = in.get();
        int length = headerSize > 1 ? header[1] & 0x7F : -1;
        int needed = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (length >= 0 && headerSize == needed) {
          head = header[0] & 0xFF;
          frameLeft = length;
          if (needed > 2) {
            frameLeft = 0;
            for (int at = 2; at < needed; at++) {
              frameLeft = (frameLeft << 8) | (header[at] & 0xFF);
            }
          }
          headerSize = 0;
          if (frameLeft > 0) {
            return true;
          }
          end();
        }
      }
      return false;
    }

    /// Messages come in one frame or in several; pings only between messages or between frames, and
    /// without a payload.
    private void end() throws IOException {
      if (head == PING) {
        write(channel, PONG, new byte[0]);
      } else if ((head & FINAL) != 0) {
        byte[] payload = frame.toByteArray();
        frame.reset();
        hear(payload, System.nanoTime());
      }
    }

    private void hear(byte[] text, long now) {
      if (!complete) {
        String all = new String(text, StandardCharsets.UTF_8);
        complete = all.startsWith("{\"type\":\"snapshot\"") && all.endsWith("\"last\":true}");
        return;
      }
      List<Integer> found = new ArrayList<>();
      for (int at = 0; at < text.length - MARK.length; at++) {
        if (matches(text, at)) {
          int tick = 0;
          for (int digit = at + MARK.length; text[digit] >= '0' && text[digit] <= '9'; digit++) {
            tick = tick * 10 + text[digit] - '0';
          }
          found.add(tick);
        }
      }
      found.sort(null);
      for (int tick : found) {
        disorder += tick == last + 1 ? 0 : 1;
        last = tick;
        heardAt[tick] = now;
      }
    }

    private static boolean matches(byte[] text, int at) {
      for (int each = 0; each < MARK.length; each++) {
        if (text[at + each] != MARK[each]) {
          return false;
        }
      }
      return true;
    }
  }

  /// Connects, says hello and subscribes.
  ///
  /// @param stalled to everything, and reads nothing of it
  void connect(boolean stalled, String namespace) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (stalled) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
    }
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String request =
        "GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Protocol: kubilitics.v1\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    readHead(channel);
    say(channel, "{\"type\":\"hello\",\"token\":\"" + token + "\"}");
    String namespaces = stalled ? "" : "\"" + namespace + "\"";
    say(
        channel,
        "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"bench\",\"view\":{\"show\":\"topology\","
            + "\"namespaces\":["
            + namespaces
            + "]}}");
    Client client = new Client(channel, stalled);
    clients.add(client);
    channel.configureBlocking(false);
    if (!stalled) {
      channel.register(selector, SelectionKey.OP_READ, client);
    }
  }

  private static void readHead(SocketChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      one.clear();
      if (channel.read(one) < 0) {
        throw new IOException("no WebSocket: " + head);
      }
      head.append((char) one.get(0));
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket: " + head);
    }
  }

  private static void say(SocketChannel channel, String text) throws IOException {
    write(channel, (byte) 0x81, text.getBytes(StandardCharsets.UTF_8));
  }

  /// With a mask of zeroes, which masks nothing.
  private static void write(SocketChannel channel, byte head, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put(head);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          read((Client) key.attachment(), key);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void read(Client client, SelectionKey key) throws IOException {
    buffer.clear();
    if (client.channel.read(buffer) < 0) {
      key.cancel();
      return;
    }
    client.take(buffer.flip());
  }

  void stop() {
    stopped = true;
    selector.wakeup();
  }

  /// How many have a whole snapshot.
  long complete() {
    return clients.stream().filter(client -> client.complete).count();
  }

  /// How many have heard a tick.
  long heard(int tick) {
    return clients.stream().filter(client -> client.last >= tick).count();
  }

  long disorder() {
    return clients.stream().mapToLong(client -> client.disorder).sum();
  }

  void close() throws IOException {
    for (Client client : clients) {
      client.channel.close();
    }
  }

  /// Nanoseconds of every arrival of every tick at those that read.
  long[] latencies(long[] changedAt) {
    return clients.stream()
        .filter(client -> !client.stalled)
        .flatMapToLong(client ->
            java.util.stream.IntStream.range(0, ticks)
                .filter(tick -> client.heardAt[tick] != 0)
                .mapToLong(tick -> client.heardAt[tick] - changedAt[tick]))
        .toArray();
  }
}
