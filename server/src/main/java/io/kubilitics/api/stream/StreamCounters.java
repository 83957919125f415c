package io.kubilitics.api.stream;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What the stream did since the start. Cheap enough to be always on; any thread.
///
/// @param clients that are connected
/// @param subscriptions that are open
/// @param channels that are open for them
/// @param messages sent
/// @param bytes of them, in UTF-8
/// @param snapshots begun
/// @param cacheHits texts that were there already
/// @param cacheMisses texts that had to be made
/// @param cachedBytes of texts that are kept
/// @param stalled clients that were closed for slowness
public record StreamCounters(
    AtomicInteger clients,
    AtomicInteger subscriptions,
    AtomicInteger channels,
    LongAdder messages,
    LongAdder bytes,
    LongAdder snapshots,
    LongAdder cacheHits,
    LongAdder cacheMisses,
    AtomicLong cachedBytes,
    LongAdder stalled) {
  public StreamCounters() {
    this(
        new AtomicInteger(),
        new AtomicInteger(),
        new AtomicInteger(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new AtomicLong(),
        new LongAdder());
  }
}
