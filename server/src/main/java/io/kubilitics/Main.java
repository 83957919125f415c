package io.kubilitics;

/// Starts the product. The wiring is done here, by hand, in reading order.
public final class Main {
  private Main() {}

  static void main(String[] args) {
    System.err.println("kubilitics: no commands yet");
    System.exit(2);
  }
}
