package io.kubilitics.source.demo;

/// Hands out cluster addresses of Services, one after the other. One thread.
final class Addresses {
  private static final int FIRST = 20;
  private static final int FIRST_NETWORK = 96;

  private int next = FIRST;

  String next() {
    int number = next++;
    return "10."
        + (FIRST_NETWORK + (number >> 16))
        + "."
        + ((number >> 8) & 0xff)
        + "."
        + (number & 0xff);
  }
}
