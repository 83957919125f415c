package io.kubilitics.api;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows the page in the system's browser. The address holds the token, so it is not an argument,
/// which every user of the machine could read: the browser opens a file that only this user may
/// read and that leads on. The file goes when this is closed.
final class BrowserPage implements AutoCloseable {
  private final PrintStream err;
  private @Nullable Path file;

  BrowserPage(PrintStream err) {
    this.err = err;
  }

  void show(String address) {
    try {
      Path redirect = write(address);
      file = redirect;
      new ProcessBuilder(command(redirect))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      err.println("kubilitics: no browser could be started: " + e.getMessage());
    }
  }

  static Path write(String address) throws IOException {
    Path directory = Path.of(System.getProperty("java.io.tmpdir"));
    Path redirect =
        Files.createTempFile(
            directory, "kubilitics-", ".html", DataLock.ownersOnly(directory, "rw-------"));
    Files.writeString(
        redirect,
        """
        <!doctype html>
        <meta charset="utf-8">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="refresh" content="0; url=%s">
        <title>Kubilitics</title>
        """
            .formatted(address));
    return redirect;
  }

  private static List<String> command(Path redirect) {
    String url = redirect.toUri().toString();
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return List.of("open", url);
    }
    if (system.contains("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", url);
    }
    return List.of("xdg-open", url);
  }

  @Override
  public void close() {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      err.println("kubilitics: " + file + " could not be removed: " + e.getMessage());
    }
  }
}
