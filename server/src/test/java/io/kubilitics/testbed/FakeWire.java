package io.kubilitics.testbed;

import java.io.IOException;
import java.io.OutputStream;

/// The body of an answer on its way out, which ends or stops where the script says so. Small writes
/// are collected until [#flush].
final class FakeWire extends OutputStream {
  private final OutputStream out;
  private final FakeExchange exchange;
  private final byte[] buffer = new byte[16 * 1024];
  private final long cutAfter;
  private final long dropAfter;
  private final long stallAfter;
  private int filled;
  private long sent;

  FakeWire(OutputStream out, FakeExchange exchange) {
    this.out = out;
    this.exchange = exchange;
    this.cutAfter =
        exchange.faults(Fault.CutAfter.class).stream()
            .mapToLong(Fault.CutAfter::octets)
            .min()
            .orElse(Long.MAX_VALUE);
    this.dropAfter =
        exchange.faults(Fault.DropAfter.class).stream()
            .mapToLong(Fault.DropAfter::octets)
            .min()
            .orElse(Long.MAX_VALUE);
    this.stallAfter =
        exchange.faults(Fault.StallAfter.class).stream()
            .mapToLong(Fault.StallAfter::octets)
            .min()
            .orElse(Long.MAX_VALUE);
  }

  @Override
  public void write(int octet) throws IOException {
    if (filled == buffer.length) {
      pass();
    }
    buffer[filled] = (byte) octet;
    filled++;
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == buffer.length) {
        pass();
      }
      int some = Math.min(left, buffer.length - filled);
      System.arraycopy(octets, at, buffer, filled, some);
      filled += some;
      at += some;
      left -= some;
    }
  }

  private void pass() throws IOException {
    long end = Math.min(cutAfter, Math.min(dropAfter, stallAfter));
    int some = Math.toIntExact(Math.min(filled, end - sent));
    if (some > 0) {
      out.write(buffer, 0, some);
      sent += some;
    }
    filled = 0;
    if (sent < end) {
      return;
    }
    out.flush();
    if (sent == stallAfter) {
      exchange.stall();
    }
    if (sent == dropAfter) {
      exchange.drop();
    }
    throw new FakeExchange.Cut("cut after " + sent + " octets");
  }

  @Override
  public void flush() throws IOException {
    pass();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    exchange.last();
    pass();
    out.close();
  }
}
