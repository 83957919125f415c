package io.kubilitics.api;

import io.kubilitics.access.Credentials;
import io.kubilitics.access.LaunchToken;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The command `serve`: listens, says where, reads what is to be served, and stays until it is told
/// to stop. One use.
///
/// A signal lets running requests end for at most ten seconds; the process then ends as the signal
/// says. A sidecar whose starter is gone ends within two seconds.
public final class Serve {
  private static final long LAST_MOMENTS_SECONDS = 2;

  private final ServeSettings settings;
  private final PrintStream out;
  private final PrintStream err;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private Serve(ServeSettings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  /// Serves until the process is told to stop, on the calling thread.
  ///
  /// @param opening opens what is served, when the port already answers
  /// @throws io.kubilitics.problem.ProblemException when it cannot listen or nothing can be read
  public static void run(
      ServeSettings settings,
      Supplier<Served> opening,
      InputStream in,
      PrintStream out,
      PrintStream err)
      throws InterruptedException {
    Serve serve = new Serve(settings, out, err);
    Thread hook = new Thread(serve::stopBeforeTheProcessEnds, "stop");
    LaunchToken token =
        settings.sidecar() ? Sidecar.begin(in, err, serve.stop::countDown) : LaunchToken.generate();
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      serve.run(token, opening);
    } finally {
      serve.ended.countDown();
      forget(hook);
    }
  }

  private void run(LaunchToken token, Supplier<Served> opening) throws InterruptedException {
    Credentials credentials =
        settings.insecureNoAuth() ? new Credentials.None() : new Credentials.Token(token);
    HttpSettings http =
        new HttpSettings(
            settings.host(),
            settings.port(),
            credentials,
            settings.moreHosts(),
            settings.streams());
    try (DataLock _ = DataLock.of(settings.data());
        ApiServer api = ApiServer.open(http);
        HeapTrimmer _ = HeapTrimmer.begin();
        BrowserPage page = new BrowserPage(err)) {
      String address =
          settings.insecureNoAuth() ? api.url() : api.url() + "#token=" + token.reveal();
      announce(api, token, address);
      if (settings.open()) {
        page.show(address);
      }
      try (Served served = opening.get()) {
        serve(api, served);
      }
    }
  }

  /// Nobody asks any more when this returns, so that what was served can be closed.
  private void serve(ApiServer api, Served served) throws InterruptedException {
    try (api) {
      api.attach(served);
      stop.await();
    }
  }

  private void announce(ApiServer api, LaunchToken token, String address) {
    if (settings.insecureNoAuth()) {
      err.println("WARNING: no authentication. Everybody who can reach " + api.url());
      err.println("WARNING: reads all that is shown there. Nothing can be changed.");
    }
    out.println(
        settings.sidecar()
            ? Sidecar.readyLine(token, api.port())
            : "Kubilitics is ready: " + address);
    out.flush();
  }

  /// Runs while the process is ending: whatever was opened is closed in order, on its own thread.
  private void stopBeforeTheProcessEnds() {
    stop.countDown();
    try {
      if (!ended.await(
          Patience.USUAL.drain().toSeconds() + LAST_MOMENTS_SECONDS, TimeUnit.SECONDS)) {
        err.println("kubilitics: gave up waiting for running requests");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending: the hook is what brought us here.
    }
  }
}
