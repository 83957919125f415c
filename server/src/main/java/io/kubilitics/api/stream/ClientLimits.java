package io.kubilitics.api.stream;

/// How many clients the stream has at once.
///
/// @param all of them; requests need connections, too
/// @param ofOne caller
/// @param strangers who have not said hello yet
/// @param strangersFromOne address
public record ClientLimits(int all, int ofOne, int strangers, int strangersFromOne) {
  public static final ClientLimits USUAL = new ClientLimits(1_536, 32, 256, 64);

  ClientLimits withOfOne(int clients) {
    return new ClientLimits(all, clients, strangers, strangersFromOne);
  }
}
