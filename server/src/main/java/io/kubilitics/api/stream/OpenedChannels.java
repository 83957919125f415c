package io.kubilitics.api.stream;

import io.kubilitics.session.Session;

/// The channels there are.
public final class OpenedChannels implements ChannelMaker {
  @Override
  public Channel open(Session session, ChannelKey key) {
    return switch (key.show()) {
      case TOPOLOGY -> TopologyChannel.open(session, key);
    };
  }
}
