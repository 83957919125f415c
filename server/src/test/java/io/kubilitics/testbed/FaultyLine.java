package io.kubilitics.testbed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How badly the connections of a [FaultProxy] are passed on. Any thread.
final class FaultyLine {
  private volatile Duration latency = Duration.ZERO;
  private volatile int octetsPerSecond;
  private volatile boolean swallowing;
  private volatile long cutAfter = -1;
  private final AtomicLong toClients = new AtomicLong();
  private boolean holding;

  void latency(Duration time) {
    latency = time;
  }

  long latencyNanos() {
    return latency.toNanos();
  }

  void throttle(int octets) {
    octetsPerSecond = octets;
  }

  /// 0 for any number.
  int octetsPerSecond() {
    return octetsPerSecond;
  }

  void swallow(boolean on) {
    swallowing = on;
  }

  boolean swallowing() {
    return swallowing;
  }

  void cutAfter(long octets) {
    cutAfter = octets;
  }

  /// Negative for never.
  long cutAfter() {
    return cutAfter;
  }

  void passedToClient(int octets) {
    toClients.addAndGet(octets);
  }

  long octetsToClients() {
    return toClients.get();
  }

  synchronized void hold(boolean on) {
    holding = on;
    notifyAll();
  }

  /// Waits while everything is held.
  synchronized void pass() throws InterruptedException {
    while (holding) {
      wait();
    }
  }
}
