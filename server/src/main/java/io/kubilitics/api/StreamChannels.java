package io.kubilitics.api;

import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.ChannelMaker;
import io.kubilitics.api.stream.TopologyChannel;
import io.kubilitics.api.stream.drawing.DrawingChannel;
import io.kubilitics.api.stream.events.EventsChannel;
import io.kubilitics.api.stream.findings.FindingsChannel;
import io.kubilitics.api.stream.status.StatusChannel;
import io.kubilitics.session.Session;

/// The channels there are.
final class StreamChannels implements ChannelMaker {
  private final Attached attached;

  StreamChannels(Attached attached) {
    this.attached = attached;
  }

  @Override
  public Channel open(Session session, ChannelKey key) {
    return switch (key.show()) {
      case TOPOLOGY -> TopologyChannel.open(session, key);
      case DRAWING -> DrawingChannel.open(session, attached.atlas(), key);
      case STATUS -> StatusChannel.open(session, key.viewer());
      case FINDINGS -> FindingsChannel.open(session, key.viewer());
      case EVENTS ->
          EventsChannel.open(session.events(), key.viewer(), key.part().kinds(), key.names());
    };
  }
}
