package io.kubilitics.api.stream;

import io.kubilitics.session.Session;

/// Opens channels.
@FunctionalInterface
public interface ChannelMaker {
  /// Must be quick: what takes time is done when the channel is asked for its first edition.
  ///
  /// @return closed by the caller
  Channel open(Session session, ChannelKey key);
}
