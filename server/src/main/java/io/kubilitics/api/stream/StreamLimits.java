package io.kubilitics.api.stream;

/// How much of everything the stream allows.
///
/// @param clients how many at once
/// @param subscriptions of one connection
/// @param channels kept at once, of which one caller has no more than it leaves to all others
/// @param cacheBytes of fragments that clients share
/// @param messageBytes of one message to a client, unless a single item is larger
/// @param inboundPerSecond messages of one client in the long run; more have to wait
/// @param inboundAtOnce messages of one client after a pause
public record StreamLimits(
    ClientLimits clients,
    int subscriptions,
    int channels,
    int cacheBytes,
    int messageBytes,
    int inboundPerSecond,
    int inboundAtOnce) {
  /// Bytes of one message from a client.
  public static final int INBOUND_BYTES = 64 * 1024;

  public static final int STREAMS_OF_ONE = ClientLimits.USUAL.ofOne();

  public static final StreamLimits USUAL =
      new StreamLimits(ClientLimits.USUAL, 32, 256, 32 << 20, 256 * 1024, 50, 100);

  public StreamLimits withStreamsOfOne(int streams) {
    return withClients(clients.withOfOne(streams));
  }

  public StreamLimits withClients(ClientLimits other) {
    return new StreamLimits(
        other, subscriptions, channels, cacheBytes, messageBytes, inboundPerSecond, inboundAtOnce);
  }
}
