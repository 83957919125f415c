package io.kubilitics.source.cluster.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body of which no more is read than anybody honest sends. The feed's thread.
final class BoundedBody extends FilterInputStream {
  private final long most;
  private long count;

  /// @param most octets; more are a [GarbledStreamException]
  BoundedBody(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("octet by octet is too slow");
  }

  @Override
  public int read(byte[] octets, int from, int length) throws IOException {
    int read = super.read(octets, from, length);
    count += Math.max(0, read);
    if (isTooLong()) {
      throw new GarbledStreamException("the answer does not end");
    }
    return read;
  }

  /// Whether more came.
  boolean isTooLong() {
    return count > most;
  }
}
