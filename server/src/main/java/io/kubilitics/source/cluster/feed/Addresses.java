package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.connection.Ask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The requests of one feed.
final class Addresses {
  static final int PAGE = 500;

  private static final String METADATA_OF_LIST =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
  private static final String METADATA_OF_OBJECT =
      "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

  private final FeedOrder order;

  Addresses(FeedOrder order) {
    this.order = order;
  }

  /// Everything in one answer.
  ///
  /// @param fromCache whether what the server has at hand is new enough
  Ask list(boolean fromCache) {
    return list(fromCache ? "?resourceVersion=0" : "");
  }

  /// A part of everything.
  ///
  /// @param continuation `""` for the first
  Ask page(String continuation) {
    String query = "?limit=" + PAGE;
    return list(
        continuation.isEmpty()
            ? query
            : query + "&continue=" + URLEncoder.encode(continuation, StandardCharsets.UTF_8));
  }

  private Ask list(String query) {
    return Ask.get(path() + query, isMetadata() ? METADATA_OF_LIST : Ask.JSON);
  }

  /// Changes from there on.
  Ask watch(String resourceVersion, Duration length) {
    return watch(
        length, "&resourceVersion=" + URLEncoder.encode(resourceVersion, StandardCharsets.UTF_8));
  }

  /// What is there, then changes.
  Ask listByWatch(Duration length) {
    return watch(length, "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan");
  }

  private Ask watch(Duration length, String query) {
    return Ask.get(
        path()
            + "?watch=1&allowWatchBookmarks=true&timeoutSeconds="
            + Math.max(1, length.toSeconds())
            + query,
        isMetadata() ? METADATA_OF_OBJECT : Ask.JSON);
  }

  private String path() {
    return order.kind().path(order.namespace());
  }

  private boolean isMetadata() {
    return order.shape() == FeedOrder.Shape.METADATA;
  }
}
