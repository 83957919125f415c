package io.kubilitics.api;

import io.kubilitics.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// `serve` with the shop, as a program of its own. Arguments: `sidecar`, `insecure`, `open`,
/// `data=DIR`, `noise` (prints to stdout by mistake).
final class ServeProgram {
  private ServeProgram() {}

  static void main(String[] args) throws InterruptedException {
    List<String> options = Arrays.asList(args);
    Path data =
        options.stream()
            .filter(option -> option.startsWith("data="))
            .map(option -> Path.of(option.substring("data=".length())))
            .findFirst()
            .orElse(null);
    ServeSettings settings =
        new ServeSettings(
            "127.0.0.1",
            0,
            options.contains("open"),
            data,
            options.contains("sidecar"),
            options.contains("insecure"),
            List.of(),
            32);
    try {
      Serve.run(settings, () -> shop(options), System.in, System.out, System.err);
    } catch (ProblemException e) {
      System.err.println(e.problem().message());
      System.exit(4);
    }
    System.exit(0);
  }

  private static Served shop(List<String> options) {
    if (options.contains("noise")) {
      System.out.println("noise");
    }
    Shop shop = new Shop();
    Served served = shop.serve();
    try {
      Shop.finish(shop, served);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return served;
  }
}
