package io.kubilitics.api.stream;

/// How much of everything the stream allows.
///
/// @param streamsOfOne connections of one caller
/// @param subscriptions of one connection
/// @param channels kept at once
/// @param cacheBytes of fragments that clients share
/// @param messageBytes of one message to a client, unless a single item is larger
/// @param inboundPerSecond messages of one client in the long run; more have to wait
/// @param inboundAtOnce messages of one client after a pause
public record StreamLimits(
    int streamsOfOne,
    int subscriptions,
    int channels,
    int cacheBytes,
    int messageBytes,
    int inboundPerSecond,
    int inboundAtOnce) {
  /// Bytes of one message from a client.
  public static final int INBOUND_BYTES = 64 * 1024;

  public static final int STREAMS_OF_ONE = 32;

  public static final StreamLimits USUAL =
      new StreamLimits(STREAMS_OF_ONE, 32, 256, 32 << 20, 256 * 1024, 50, 100);

  public StreamLimits withStreamsOfOne(int streams) {
    return new StreamLimits(
        streams,
        subscriptions,
        channels,
        cacheBytes,
        messageBytes,
        inboundPerSecond,
        inboundAtOnce);
  }
}
