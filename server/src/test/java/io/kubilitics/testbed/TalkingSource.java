package io.kubilitics.testbed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.session.Session;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A source that is read at once and then says what a test says, when the test says it.
public final class TalkingSource implements ResourceSource {
  private final CompletableFuture<SourceListener> listener = new CompletableFuture<>();
  private final Consumer<SourceListener> first;
  private final boolean tellsKnowledge;

  private TalkingSource(Consumer<SourceListener> first, boolean tellsKnowledge) {
    this.first = first;
    this.tellsKnowledge = tellsKnowledge;
  }

  /// One of which everything is known.
  ///
  /// @param first what it says while it is read
  public static TalkingSource saying(Consumer<SourceListener> first) {
    return new TalkingSource(first, false);
  }

  /// One that says itself how well each kind is known.
  public static TalkingSource knowing(Consumer<SourceListener> first) {
    return new TalkingSource(first, true);
  }

  /// A session of it, read to the end.
  public Session session(Catalogue catalogue) throws InterruptedException {
    Session session =
        Session.open(new ClusterId("shop"), "talk", this, catalogue, Clock.systemUTC());
    session.awaitReady();
    return session;
  }

  /// Says something more, on the caller's thread.
  public void say(Consumer<SourceListener> words) {
    words.accept(listener.join());
  }

  @Override
  public void open(SourceListener told) {
    first.accept(told);
    listener.complete(told);
  }

  @Override
  public boolean tellsKnowledge() {
    return tellsKnowledge;
  }

  @Override
  public void close() {}
}
