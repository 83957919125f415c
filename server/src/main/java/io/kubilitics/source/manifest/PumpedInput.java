package io.kubilitics.source.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// An input that may never say anything more, such as a pipe whose writer sleeps: it is opened and
/// read by a thread of its own, so that an interrupt frees whoever waits for it. That thread may
/// stay blocked; it keeps no process alive.
final class PumpedInput extends ChunkedInput {
  private static final int CHUNK = 1 << 16;
  private static final int CHUNKS_AHEAD = 4;

  private sealed interface Event {
    record Chunk(Bytes bytes) implements Event {}

    record End() implements Event {}

    record Failure(IOException cause) implements Event {}
  }

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
  private final Thread pump;

  private PumpedInput(ManifestFile.Opening opening, String name) {
    pump = Thread.ofPlatform().daemon().name("read-" + name).unstarted(() -> pump(opening));
  }

  static InputStream of(ManifestFile.Opening opening, String name) {
    PumpedInput input = new PumpedInput(opening, name);
    input.pump.start();
    return input;
  }

  private void pump(ManifestFile.Opening opening) {
    try {
      try (InputStream in = opening.open()) {
        byte[] buffer = new byte[CHUNK];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          events.put(new Event.Chunk(new Bytes(Arrays.copyOf(buffer, count))));
        }
        events.put(new Event.End());
      } catch (IOException e) {
        events.put(new Event.Failure(e));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  @Nullable Bytes next() throws IOException {
    try {
      return switch (events.take()) {
        case Event.Chunk(Bytes bytes) -> bytes;
        case Event.End() -> null;
        case Event.Failure(IOException cause) -> throw cause;
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the reading was interrupted");
    }
  }

  @Override
  public void close() {
    pump.interrupt();
  }
}
