package io.kubilitics.api;

import io.kubilitics.api.stream.ChannelMaker;
import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import java.util.function.UnaryOperator;

/// How the stream of a server is set up.
///
/// @param channels what becomes of the channels of the product, which is nothing
record StreamSetup(StreamPace pace, StreamLimits limits, UnaryOperator<ChannelMaker> channels) {
  StreamSetup(StreamPace pace, StreamLimits limits) {
    this(pace, limits, UnaryOperator.identity());
  }

  /// As in the product.
  ///
  /// @param streams that one caller may have open
  static StreamSetup usual(int streams) {
    return new StreamSetup(StreamPace.USUAL, StreamLimits.USUAL.withStreamsOfOne(streams));
  }
}
