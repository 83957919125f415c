package io.kubilitics.source.cluster.feed;

import java.io.IOException;

/// What came is not what an API server sends, or ends in the middle.
final class GarbledStreamException extends IOException {
  private static final long serialVersionUID = 1;

  GarbledStreamException(String reason) {
    super(reason);
  }
}
