package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The only way to the listener: one call at a time, none after [#close], and knowledge only when
/// it has changed. Any thread.
final class Telling {
  private final FeedListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;
  private volatile @Nullable Said said;

  /// What was said last of the kind.
  record Said(Knowledge knowledge, String message) {}

  Telling(FeedListener listener) {
    this.listener = listener;
  }

  /// Tells of objects that are there, or gone; false when nobody wants to know any more.
  boolean changes(List<Change> batch) {
    return tell(() -> listener.changes(batch));
  }

  void rejected(String object, String reason) {
    boolean _ = tell(() -> listener.rejected(object, reason));
  }

  void defined(CustomKind kind) {
    boolean _ = tell(() -> listener.defined(kind));
  }

  void event(ObjectEvent event) {
    boolean _ = tell(() -> listener.event(event));
  }

  void knowledge(Knowledge knowledge, String message) {
    knowledgeIf(() -> new Said(knowledge, message));
  }

  /// Says that what is known is out of date, if anything is known and it is still so when it is its
  /// turn.
  ///
  /// @param message null when it is not so any more
  void stale(Supplier<@Nullable String> message) {
    knowledgeIf(() -> {
      String text = message.get();
      Said last = said;
      boolean wasComplete =
          last != null
              && (last.knowledge == Knowledge.SYNCED
                  || last.knowledge == Knowledge.POLLED
                  || last.knowledge == Knowledge.STALE);
      return text == null || !wasComplete ? null : new Said(Knowledge.STALE, text);
    });
  }

  /// Says that it is known well again.
  ///
  /// @param wanted asked when it is its turn; null when it is not so any more
  void fresh(Supplier<@Nullable Said> wanted) {
    knowledgeIf(wanted);
  }

  private void knowledgeIf(Supplier<@Nullable Said> wanted) {
    boolean _ =
        tell(() -> {
          Said next = wanted.get();
          if (next != null && !next.equals(said)) {
            said = next;
            listener.knowledge(next.knowledge, next.message);
          }
        });
  }

  /// What was said last, or null.
  @Nullable Knowledge knowledge() {
    Said last = said;
    return last == null ? null : last.knowledge;
  }

  private boolean tell(Runnable call) {
    lock.lock();
    try {
      if (!closed) {
        call.run();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /// Returns when no call is being made, and none will be: waits for one that is. May be called by
  /// the listener itself.
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
