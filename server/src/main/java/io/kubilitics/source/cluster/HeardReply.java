package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.connection.Reply;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/// The answer to a request that lasts, which tells of each piece that comes that something has
/// come.
final class HeardReply implements Reply {
  private final Reply reply;
  private final Runnable heard;

  /// @param heard run by the reader's thread, often
  HeardReply(Reply reply, Runnable heard) {
    this.reply = reply;
    this.heard = heard;
  }

  @Override
  public int status() {
    return reply.status();
  }

  @Override
  public String contentType() {
    return reply.contentType();
  }

  @Override
  public Optional<Duration> retryAfter() {
    return reply.retryAfter();
  }

  @Override
  public InputStream body() {
    return new Body(reply.body());
  }

  @Override
  public String text(int most) throws IOException {
    return reply.text(most);
  }

  @Override
  public void close() {
    reply.close();
  }

  private final class Body extends FilterInputStream {
    Body(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      if (octet >= 0) {
        heard.run();
      }
      return octet;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = super.read(into, from, most);
      if (count > 0) {
        heard.run();
      }
      return count;
    }
  }
}
