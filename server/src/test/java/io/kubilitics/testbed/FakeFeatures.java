package io.kubilitics.testbed;

import java.time.Duration;

/// What a [FakeApiServer] can do and how it does it; may be changed while it runs. Any thread.
public final class FakeFeatures {
  /// How a watch from a forgotten revision is refused.
  public enum TooOld {
    /// 200, and an event of type ERROR with code 410.
    ERROR_EVENT,
    /// 410 at once.
    STATUS
  }

  private volatile boolean aggregatedDiscovery = true;
  private volatile boolean watchList = true;
  private volatile boolean bookmarks = true;
  private volatile Duration bookmarkPeriod = Duration.ofMinutes(1);
  private volatile Duration watchLimit = Duration.ofMinutes(30);
  private volatile TooOld tooOld = TooOld.ERROR_EVENT;
  private volatile int gzipFrom = 128 * 1024;
  private volatile String version = "v1.36.3";
  private volatile boolean remainingItemCount = true;
  private volatile boolean anonymous;

  /// Whether the answer to `/api` and `/apis` is the aggregated one for who asks for it.
  public FakeFeatures aggregatedDiscovery(boolean on) {
    aggregatedDiscovery = on;
    return this;
  }

  /// Whether `sendInitialEvents` is understood; otherwise 422.
  public FakeFeatures watchList(boolean on) {
    watchList = on;
    return this;
  }

  /// Whether bookmarks are ever sent from time to time.
  public FakeFeatures bookmarks(boolean on) {
    bookmarks = on;
    return this;
  }

  /// How often a watch that allows it gets a bookmark: every minute unless told otherwise.
  public FakeFeatures bookmarkPeriod(Duration period) {
    bookmarkPeriod = period;
    return this;
  }

  /// After how long a watch ends that names no `timeoutSeconds`.
  public FakeFeatures watchLimit(Duration limit) {
    watchLimit = limit;
    return this;
  }

  public FakeFeatures tooOld(TooOld way) {
    tooOld = way;
    return this;
  }

  /// From how many octets on an answer is compressed for who accepts it.
  public FakeFeatures gzipFrom(int octets) {
    gzipFrom = octets;
    return this;
  }

  /// What `/version` tells: `v1.36.3`.
  public FakeFeatures version(String text) {
    version = text;
    return this;
  }

  /// Whether a page says how many objects follow.
  public FakeFeatures remainingItemCount(boolean on) {
    remainingItemCount = on;
    return this;
  }

  /// Whether who shows no credential is `system:anonymous` and not refused.
  public FakeFeatures anonymous(boolean on) {
    anonymous = on;
    return this;
  }

  boolean aggregatedDiscovery() {
    return aggregatedDiscovery;
  }

  boolean watchList() {
    return watchList;
  }

  boolean bookmarks() {
    return bookmarks;
  }

  Duration bookmarkPeriod() {
    return bookmarkPeriod;
  }

  Duration watchLimit() {
    return watchLimit;
  }

  TooOld tooOld() {
    return tooOld;
  }

  int gzipFrom() {
    return gzipFrom;
  }

  String version() {
    return version;
  }

  boolean remainingItemCount() {
    return remainingItemCount;
  }

  boolean anonymous() {
    return anonymous;
  }
}
