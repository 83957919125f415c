package io.kubilitics.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// One connection through a [FaultProxy]: each way one thread reads and one writes, with a bounded
/// queue between. Any thread may end it.
final class FaultyConnection {
  private static final int CHUNK = 16 * 1024;
  private static final int CHUNKS_AHEAD = 64;
  private static final int WAYS = 2;

  /// Octets and when they may go on; none at all for the end.
  private static final class Chunk {
    private final byte[] octets;
    private final long due;

    Chunk(byte[] octets, long due) {
      this.octets = octets;
      this.due = due;
    }
  }

  private final Socket client;
  private final Socket server;
  private final FaultyLine line;
  private final Consumer<FaultyConnection> over;
  private final AtomicLong toClient = new AtomicLong();
  private final AtomicInteger waysOpen = new AtomicInteger(WAYS);
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  FaultyConnection(Socket client, Socket server, FaultyLine line, Consumer<FaultyConnection> over) {
    this.client = client;
    this.server = server;
    this.line = line;
    this.over = over;
  }

  void start(int port) throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    begin(port, client, server, false);
    begin(port, server, client, true);
  }

  private void begin(int port, Socket from, Socket to, boolean towardsClient) {
    BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    String name = "fault-proxy-" + port + (towardsClient ? "-down" : "-up");
    threads.add(
        Thread.ofVirtual().name(name + "-read").start(() -> guarded(() -> read(from, queue))));
    threads.add(
        Thread.ofVirtual()
            .name(name + "-write")
            .start(() -> guarded(() -> write(queue, to, towardsClient))));
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void guarded(Work work) {
    try {
      work.run();
    } catch (IOException _) {
      reset();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Socket from, BlockingQueue<Chunk> queue)
      throws IOException, InterruptedException {
    InputStream in = from.getInputStream();
    byte[] buffer = new byte[CHUNK];
    while (true) {
      int count = readOrFail(in, buffer);
      if (count > 0 && line.swallowing()) {
        continue;
      }
      long due = System.nanoTime() + line.latencyNanos();
      if (count < 0) {
        queue.put(new Chunk(new byte[0], due));
        return;
      }
      queue.put(new Chunk(Arrays.copyOf(buffer, count), due));
    }
  }

  /// A reset from one end arrives at the other one no sooner than anything else would.
  private int readOrFail(InputStream in, byte[] buffer) throws IOException, InterruptedException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      line.pass();
      throw e;
    }
  }

  private void write(BlockingQueue<Chunk> queue, Socket to, boolean towardsClient)
      throws IOException, InterruptedException {
    while (true) {
      Chunk chunk = queue.take();
      TimeUnit.NANOSECONDS.sleep(chunk.due - System.nanoTime());
      line.pass();
      if (chunk.octets.length == 0) {
        end(to);
        return;
      }
      pass(chunk.octets, to, towardsClient);
    }
  }

  private void end(Socket to) throws IOException {
    if (!to.isOutputShutdown()) {
      to.shutdownOutput();
    }
    if (waysOpen.decrementAndGet() == 0) {
      client.close();
      server.close();
      over.accept(this);
    }
  }

  private void pass(byte[] octets, Socket to, boolean towardsClient)
      throws IOException, InterruptedException {
    int at = 0;
    while (at < octets.length) {
      int perSecond = line.octetsPerSecond();
      int some = octets.length - at;
      if (perSecond > 0) {
        some = Math.min(some, Math.max(1, perSecond / 20));
        TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(some) / perSecond);
      }
      if (towardsClient) {
        some = untilCut(some);
      }
      to.getOutputStream().write(octets, at, some);
      at += some;
      if (towardsClient) {
        line.passedToClient(some);
        countAndCut(some);
      }
    }
  }

  private int untilCut(int octets) throws IOException {
    long most = line.cutAfter();
    if (most < 0) {
      return octets;
    }
    long left = most - toClient.get();
    if (left <= 0) {
      throw new IOException("cut");
    }
    return Math.toIntExact(Math.min(octets, left));
  }

  private void countAndCut(int octets) throws IOException {
    long passed = toClient.addAndGet(octets);
    long most = line.cutAfter();
    if (most >= 0 && passed >= most) {
      throw new IOException("cut");
    }
  }

  void countAnew() {
    toClient.set(0);
  }

  /// Ends both ends by RST.
  void reset() {
    reset(client);
    reset(server);
    threads.forEach(Thread::interrupt);
    over.accept(this);
  }

  static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // Closed already.
    }
  }

  /// The client is told that nothing more comes.
  void halfClose() {
    try {
      if (!client.isOutputShutdown()) {
        client.shutdownOutput();
      }
    } catch (IOException _) {
      reset();
    }
  }
}
