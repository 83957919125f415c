package io.kubilitics.source.cluster.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A program that runs until it ends by itself, is stopped, or takes too long, and never longer
/// than this one. It gets no input. What it prints is kept up to a limit; more than that ends it.
final class PluginProcess implements AutoCloseable {
  private static final int BUFFER = 8192;
  private static final int MOST_OUTPUT = 1 << 20;
  private static final int MOST_COMPLAINT = 8192;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Process process;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaint = new ByteArrayOutputStream();
  private final Thread outputReader;
  private final Thread complaintReader;
  private final Thread atTheEnd;
  private volatile boolean tooLong;

  /// @param name of the cluster, for the threads
  PluginProcess(ProcessBuilder builder, String name) throws IOException {
    process = builder.start();
    atTheEnd = Thread.ofPlatform().name("plugin end " + name).unstarted(() -> end(process));
    try {
      Runtime.getRuntime().addShutdownHook(atTheEnd);
    } catch (IllegalStateException e) {
      end(process);
      throw new IOException("the program ends", e);
    }
    process.getOutputStream().close();
    outputReader =
        Thread.ofPlatform()
            .daemon()
            .name("plugin output " + name)
            .start(() -> read(process.getInputStream(), output, MOST_OUTPUT, true));
    complaintReader =
        Thread.ofPlatform()
            .daemon()
            .name("plugin errors " + name)
            .start(() -> read(process.getErrorStream(), complaint, MOST_COMPLAINT, false));
  }

  /// Waits for its end.
  ///
  /// @return whether it came in time
  boolean await(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    // Something that it left behind may keep its output open.
    outputReader.join(LAST_WORDS);
    complaintReader.join(LAST_WORDS);
    return true;
  }

  int exitCode() {
    return process.exitValue();
  }

  /// Whether it printed more than is taken.
  boolean isTooLong() {
    return tooLong;
  }

  byte[] output() {
    synchronized (output) {
      return output.toByteArray();
    }
  }

  byte[] complaint() {
    synchronized (complaint) {
      return complaint.toByteArray();
    }
  }

  private void read(InputStream in, ByteArrayOutputStream kept, int most, boolean isOutput) {
    byte[] buffer = new byte[BUFFER];
    try (in) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        synchronized (kept) {
          int room = Math.min(length, most - kept.size());
          kept.write(buffer, 0, room);
          if (isOutput && room < length) {
            tooLong = true;
          }
        }
        if (tooLong) {
          kill();
          return;
        }
      }
    } catch (IOException _) {
      // It has been stopped.
    }
  }

  /// Ends it with all that it has started.
  private void kill() {
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException _) {
      // It runs.
    }
    closeQuietly(process.getInputStream());
    closeQuietly(process.getErrorStream());
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException _) {
      // Nothing is read from it any more.
    }
  }
}
