package io.kubilitics;

import io.kubilitics.cli.Commands;

/// Starts the product.
public final class Main {
  private Main() {}

  static void main(String[] args) {
    System.exit(Commands.run(args));
  }
}
