package io.kubilitics.jlink.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Runs every touch and says how it went, one line each; exits with 1 if one failed. The argument
/// is a folder to work in, with the plugin's jar in it.
public final class Probe {
  private Probe() {}

  static void main(String[] args) {
    Path folder = Path.of(args[0]);
    List<Touch> touches =
        List.of(
            new WebTouch(),
            new KubernetesTouch(),
            new GraphTouch(),
            new LayoutTouch(),
            new DatabaseTouch(folder.resolve("probe.db")),
            new PluginTouch(folder.resolve(PluginTouch.JAR)),
            new PictureTouch(folder.resolve("probe.png")),
            new PdfTouch(folder.resolve("probe.pdf")),
            new SmallLibrariesTouch());
    long failures = touches.stream().filter(touch -> !passes(touch)).count();
    System.exit(failures == 0 ? 0 : 1);
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // the trace is the probe's answer
  private static boolean passes(Touch touch) {
    long start = System.nanoTime();
    try {
      String found = touch.run();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      System.out.println("ok " + touch.name() + ": " + found + ", " + taken.toMillis() + " ms");
      return true;
    } catch (Exception | LinkageError | AssertionError e) {
      System.out.println("FAILED " + touch.name() + ": " + e);
      e.printStackTrace();
      return false;
    }
  }
}
