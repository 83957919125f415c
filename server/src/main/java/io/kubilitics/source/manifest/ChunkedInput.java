package io.kubilitics.source.manifest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// An input that comes in chunks of any length. What ended once, well or badly, stays ended.
abstract class ChunkedInput extends InputStream {
  private byte[] chunk = new byte[0];
  private int at;
  private boolean ended;

  /// The next bytes, or null at the end; not asked again after that or after an exception.
  abstract @Nullable Bytes next() throws IOException;

  @Override
  public final int read() throws IOException {
    return fill() ? chunk[at++] & 0xFF : -1;
  }

  @Override
  public final int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == chunk.length && !ended) {
      ended = true;
      Bytes bytes = next();
      if (bytes != null) {
        chunk = bytes.array();
        at = 0;
        ended = false;
      }
    }
    return !ended;
  }
}
