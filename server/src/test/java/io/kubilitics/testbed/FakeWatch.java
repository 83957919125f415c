package io.kubilitics.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// One watch that is open. Belongs to the thread that answers.
final class FakeWatch {
  private static final String END_MARK =
      ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}";

  private final FakeExchange exchange;
  private final OutputStream out;
  private final FakeKind kind;
  private final FakePath path;
  private final boolean metadataOnly;
  private final FakeShelf shelf;
  private final FakeFeatures features;
  private final BooleanSupplier allowed;
  private final String type;
  private final FakeWatchFaults faults;
  private long cursor;
  private int sent;

  FakeWatch(
      FakeExchange exchange,
      OutputStream out,
      FakeKind kind,
      FakePath path,
      boolean metadataOnly,
      FakeShelf shelf,
      FakeFeatures features,
      BooleanSupplier allowed) {
    this.exchange = exchange;
    this.out = out;
    this.kind = kind;
    this.path = path;
    this.metadataOnly = metadataOnly;
    this.shelf = shelf;
    this.features = features;
    this.allowed = allowed;
    this.type =
        metadataOnly
            ? "\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\","
            : "\"kind\":\"%s\",\"apiVersion\":\"%s\","
                .formatted(kind.kind().name(), kind.apiVersion(path.version()));
    this.faults = new FakeWatchFaults(exchange, out);
  }

  void from(long start) {
    cursor = start;
  }

  /// Sends what is there, each object as if it had just come.
  ///
  /// @param mark whether the end of it is marked by a bookmark
  void state(boolean mark) throws IOException {
    FakeShelf.Start start = shelf.now(path.namespace());
    cursor = start.cursor();
    for (FakeObject object : start.snapshot().objects()) {
      send("ADDED", object);
    }
    if (mark
        && exchange.asksFor("allowWatchBookmarks")
        && exchange.faults(Fault.NoEndBookmark.class).isEmpty()) {
      bookmark(start.snapshot().revision(), END_MARK);
    }
    out.flush();
  }

  void follow(Duration limit) throws IOException, InterruptedException {
    exchange.onEnd(shelf::wake);
    long end = System.nanoTime() + limit.toNanos();
    long period = features.bookmarkPeriod().toNanos();
    long nextBookmark = System.nanoTime() + period;
    faults.before(sent);
    out.flush();
    while (true) {
      long wakes = shelf.wakes();
      if (exchange.isOver() || !allowed.getAsBoolean()) {
        return;
      }
      long now = System.nanoTime();
      if (end - now <= 0) {
        return;
      }
      FakeShelf.News news =
          shelf.await(cursor, wakes, Math.max(1, Math.min(end - now, nextBookmark - now)));
      if (news.lost()) {
        return;
      }
      cursor = news.cursor();
      send(news.events());
      if (System.nanoTime() - nextBookmark >= 0) {
        nextBookmark = System.nanoTime() + features.bookmarkPeriod().toNanos();
        if (features.bookmarks() && exchange.asksFor("allowWatchBookmarks")) {
          bookmark(news.revision(), "");
        }
      }
      out.flush();
    }
  }

  private void send(List<FakeShelf.Event> events) throws IOException {
    for (FakeShelf.Event event : events) {
      if (path.namespace().isEmpty() || path.namespace().equals(event.object().namespace())) {
        send(event.type(), event.object());
      }
    }
  }

  private void send(String change, FakeObject object) throws IOException {
    faults.before(sent);
    out.write(FakeWatching.utf8("{\"type\":\"" + change + "\",\"object\":"));
    object.writeTo(out, type, metadataOnly);
    out.write(FakeWatching.utf8("}\n"));
    sent++;
  }

  private void bookmark(long revision, String annotations) throws IOException {
    out.write(
        FakeWatching.utf8(
            "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"%s\",\"apiVersion\":\"%s\",\"metadata\":{\"resourceVersion\":\"%d\"%s}}}\n"
                .formatted(
                    kind.kind().name(), kind.apiVersion(path.version()), revision, annotations)));
  }

  void error(FakeStatus status) throws IOException {
    out.write(FakeWatching.utf8("{\"type\":\"ERROR\",\"object\":" + status.json() + "}\n"));
  }
}
