package io.kubilitics.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;

/// Answers watches.
final class FakeWatching {
  private final FakeStore store;
  private final FakeFeatures features;

  FakeWatching(FakeStore store, FakeFeatures features) {
    this.store = store;
    this.features = features;
  }

  /// Sends events until the time is over, the client goes, or `allowed` is false any more.
  void answer(FakeExchange exchange, FakeKind kind, FakePath path, BooleanSupplier allowed)
      throws IOException, InterruptedException {
    boolean initial = exchange.asksFor("sendInitialEvents");
    if (initial) {
      checkInitial(exchange);
    }
    FakeShelf shelf = store.shelf(kind.kind());
    String revision = exchange.parameter("resourceVersion");
    boolean fromState = initial || revision.isEmpty() || revision.equals("0");
    Optional<Long> cursor = fromState ? Optional.empty() : shelf.cursorAfter(revision(revision));
    if (!fromState && cursor.isEmpty() && features.tooOld() == FakeFeatures.TooOld.STATUS) {
      throw new FakeRefusal(tooOld(revision));
    }
    boolean metadataOnly = exchange.header(HttpHeader.ACCEPT).contains("as=PartialObjectMetadata");
    try (OutputStream out = exchange.open(200, "application/json", false)) {
      FakeWatch watch =
          new FakeWatch(exchange, out, kind, path, metadataOnly, shelf, features, allowed);
      out.flush();
      if (!fromState && cursor.isEmpty()) {
        watch.error(tooOld(revision));
        return;
      }
      if (fromState) {
        watch.state(initial);
      } else {
        watch.from(cursor.get());
      }
      watch.follow(limit(exchange));
    }
  }

  private void checkInitial(FakeExchange exchange) {
    if (!features.watchList()) {
      throw new FakeRefusal(
          invalid(
              "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch unless the"
                  + " WatchList feature gate is enabled"));
    }
    if (!exchange.parameter("resourceVersionMatch").equals("NotOlderThan")) {
      throw new FakeRefusal(
          invalid(
              "resourceVersionMatch: Forbidden: sendInitialEvents requires setting"
                  + " resourceVersionMatch to NotOlderThan"));
    }
  }

  private static FakeStatus invalid(String what) {
    return new FakeStatus(
        422,
        "Invalid",
        "ListOptions.meta.k8s.io \"\" is invalid: " + what,
        Map.of("group", "meta.k8s.io", "kind", "ListOptions"));
  }

  private FakeStatus tooOld(String revision) {
    return FakeStatus.expired(
        "too old resource version: %s (%d)".formatted(revision, store.revision()));
  }

  private Duration limit(FakeExchange exchange) {
    String seconds = exchange.parameter("timeoutSeconds");
    Duration limit =
        seconds.isEmpty() ? features.watchLimit() : Duration.ofSeconds(revision(seconds));
    return exchange.faults(Fault.CloseAfter.class).stream()
        .map(Fault.CloseAfter::time)
        .filter(time -> time.compareTo(limit) < 0)
        .findFirst()
        .orElse(limit);
  }

  private static long revision(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new FakeRefusal(
          new FakeStatus(
              400,
              "BadRequest",
              "Invalid value: \"%s\": strconv.ParseUint: parsing \"%s\": invalid syntax"
                  .formatted(text, text),
              Map.of()));
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
