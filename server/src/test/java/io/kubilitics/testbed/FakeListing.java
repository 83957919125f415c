package io.kubilitics.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/// Answers lists. With `resourceVersion=0` all comes at once, whatever the limit, as from the watch
/// cache of a kube-apiserver. A list in pages shows one moment; the moments of the last [#MOMENTS]
/// lists are kept until a compaction.
final class FakeListing {
  private static final int MOMENTS = 64;
  private static final byte[] COMMA = {','};
  private static final int CHUNK = 64 * 1024;

  private record Moment(String path, FakeShelf.Snapshot snapshot) {}

  private final FakeStore store;
  private final FakeFeatures features;
  private final Map<Long, Moment> moments =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Moment> eldest) {
          return size() > MOMENTS;
        }
      };
  private long lastMoment;

  FakeListing(FakeStore store, FakeFeatures features) {
    this.store = store;
    this.features = features;
  }

  /// Forgets the moments, so that no list can go on.
  synchronized void forgetMoments() {
    moments.clear();
  }

  private synchronized long keep(String path, FakeShelf.Snapshot snapshot) {
    lastMoment++;
    moments.put(lastMoment, new Moment(path, snapshot));
    return lastMoment;
  }

  private synchronized @Nullable Moment moment(long number) {
    return moments.get(number);
  }

  /// Where a page begins.
  private record Page(FakeShelf.Snapshot snapshot, long moment, int from, int to) {
    boolean last() {
      return to == snapshot.objects().size();
    }
  }

  void answer(FakeExchange exchange, FakeKind kind, FakePath path) throws IOException {
    Page page = page(exchange, kind, path);
    boolean metadataOnly = exchange.header(HttpHeader.ACCEPT).contains("as=PartialObjectMetadata");
    boolean gzip = (page.to() - page.from()) * 500L >= features.gzipFrom();
    String apiVersion = kind.apiVersion(path.version());
    String listKind = kind.kind().name() + "List";
    String head =
        metadataOnly
            ? "{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":"
            : "{\"kind\":\"%s\",\"apiVersion\":\"%s\",\"metadata\":"
                .formatted(listKind, apiVersion);
    String type = itemType(kind, apiVersion, metadataOnly);
    try (OutputStream out = exchange.open(200, "application/json", gzip)) {
      out.write(utf8(head + metadata(exchange, page) + ",\"items\":["));
      boolean first = true;
      for (FakeObject object : page.snapshot().objects().subList(page.from(), page.to())) {
        if (!first) {
          out.write(COMMA);
        }
        object.writeTo(out, type, metadataOnly);
        first = false;
      }
      for (Fault.OddItem odd : exchange.faults(Fault.OddItem.class)) {
        out.write(utf8((first ? "" : ",") + odd.json()));
        first = false;
      }
      for (Fault.BigObject big : exchange.faults(Fault.BigObject.class)) {
        writeBig(out, (first ? "" : ",") + "{" + type, path, big.octets());
        first = false;
      }
      out.write(utf8("]}\n"));
    }
  }

  private static String itemType(FakeKind kind, String apiVersion, boolean metadataOnly) {
    if (metadataOnly) {
      return "\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",";
    }
    return kind.custom()
        ? "\"kind\":\"%s\",\"apiVersion\":\"%s\",".formatted(kind.kind().name(), apiVersion)
        : "";
  }

  private Page page(FakeExchange exchange, FakeKind kind, FakePath path) {
    boolean fromCache = exchange.parameter("resourceVersion").equals("0");
    int limit = fromCache ? 0 : number(exchange.parameter("limit"));
    String token = exchange.parameter("continue");
    if (token.isEmpty()) {
      refuseTheFuture(exchange.parameter("resourceVersion"));
      FakeShelf.Snapshot snapshot = store.shelf(kind.kind()).snapshot(path.namespace());
      boolean all = limit == 0 || limit >= snapshot.objects().size();
      long moment = all ? 0 : keep(exchange.path(), snapshot);
      return new Page(snapshot, moment, 0, all ? snapshot.objects().size() : limit);
    }
    long[] place = place(token);
    Moment moment = moment(place[0]);
    if (moment == null || !moment.path().equals(exchange.path())) {
      throw new FakeRefusal(
          FakeStatus.expired(
              "The provided continue parameter is too old to display a consistent list result. You"
                  + " can start a new list without the continue parameter, or use the continue"
                  + " token in this response to retrieve the remainder of the results. Continuing"
                  + " with the provided token results in an inconsistent list - objects that were"
                  + " created, modified, or deleted between the time the first chunk was returned"
                  + " and now may show up in the list."));
    }
    int size = moment.snapshot().objects().size();
    int from = Math.toIntExact(Math.min(place[1], size));
    int to = limit == 0 ? size : Math.min(size, from + limit);
    return new Page(moment.snapshot(), place[0], from, to);
  }

  private void refuseTheFuture(String revision) {
    if (revision.isEmpty()) {
      return;
    }
    long wanted = number(revision);
    if (wanted > store.revision()) {
      throw new FakeRefusal(
          new FakeStatus(
              504,
              "Timeout",
              "Too large resource version: %d, current: %d".formatted(wanted, store.revision()),
              Map.of(
                  "causes",
                  List.of(
                      Map.of(
                          "reason",
                          "ResourceVersionTooLarge",
                          "message",
                          "Too large resource version")),
                  "retryAfterSeconds",
                  1)));
    }
  }

  private String metadata(FakeExchange exchange, Page page) {
    boolean endless = !exchange.faults(Fault.EndlessContinue.class).isEmpty();
    StringBuilder text =
        new StringBuilder("{\"resourceVersion\":\"").append(page.snapshot().revision()).append('"');
    if (endless || !page.last()) {
      long moment = page.moment() == 0 ? keep(exchange.path(), page.snapshot()) : page.moment();
      int next = endless ? page.from() : page.to();
      text.append(",\"continue\":\"").append(token(moment, next)).append('"');
      if (features.remainingItemCount()) {
        text.append(",\"remainingItemCount\":")
            .append(page.snapshot().objects().size() - page.to());
      }
    }
    return text.append('}').toString();
  }

  private static void writeBig(OutputStream out, String start, FakePath path, long octets)
      throws IOException {
    String namespace = path.namespace().isEmpty() ? "default" : path.namespace();
    out.write(
        utf8(
            start
                + "\"metadata\":{\"resourceVersion\":\"1\",\"name\":\"big\",\"namespace\":\""
                + namespace
                + "\",\"uid\":\"b16\"},\"data\":{\"all\":\""));
    byte[] chunk = "x".repeat(CHUNK).getBytes(StandardCharsets.UTF_8);
    for (long left = octets; left > 0; left -= CHUNK) {
      out.write(chunk, 0, Math.toIntExact(Math.min(left, CHUNK)));
    }
    out.write(utf8("\"}}"));
  }

  private static String token(long moment, int from) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(moment + "/" + from));
  }

  private static long[] place(String token) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("/", -1);
      return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
      throw new FakeRefusal(
          FakeStatus.of(400, "BadRequest", "continue key is not valid: " + token));
    }
  }

  private static int number(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    try {
      return Math.toIntExact(Long.parseLong(text));
    } catch (NumberFormatException _) {
      throw new FakeRefusal(
          FakeStatus.of(400, "BadRequest", "strconv.ParseInt: parsing \"%s\"".formatted(text)));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
