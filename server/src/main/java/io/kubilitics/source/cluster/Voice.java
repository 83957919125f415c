package io.kubilitics.source.cluster;

import io.kubilitics.model.Change;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.source.SourceListener;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The one way from a cluster's many threads to the listener of its source: one call at a time, and
/// none after [#close].
final class Voice implements AutoCloseable {
  private final String cluster;
  private final SourceListener listener;
  private final Duration contact;
  private final ReentrantLock lock = new ReentrantLock();
  private SourceCondition condition = SourceCondition.UNHEARD;
  private SourceCondition toldLast = SourceCondition.NONE;
  private String trouble = "";
  private String refusal = "";
  private List<String> refusals = List.of();
  private boolean toldUsable;
  private boolean closed;

  /// @param cluster for places in messages
  /// @param contact an answer that is later by so much is told although nothing else has changed
  Voice(String cluster, SourceListener listener, Duration contact) {
    this.cluster = cluster;
    this.listener = listener;
    this.contact = contact;
  }

  void changes(List<Change> batch) {
    if (!batch.isEmpty()) {
      tell(() -> listener.changes(batch));
    }
  }

  void known(KindState state) {
    changes(List.of(new Change.Known(state)));
  }

  /// How well every kind is known of which nothing else is said.
  void others(Knowledge knowledge) {
    known(KindState.ofAnyOther(knowledge));
  }

  /// @param what an object, or a kind
  void rejected(String what, String reason) {
    tell(() -> listener.rejected(new Place(cluster, 0), what + ": " + reason));
  }

  void event(ObjectEvent event) {
    tell(() -> listener.event(event));
  }

  void usable() {
    tell(() -> {
      if (!toldUsable) {
        toldUsable = true;
        listener.usable();
      }
    });
  }

  void line(LineState state, String version) {
    condition(before ->
        new SourceCondition(
            state.phase(),
            message(state),
            version,
            before.provider(),
            state.lastContact(),
            before.warnings()));
  }

  private static String message(LineState state) {
    Instant next = state.nextAttempt();
    return next == null
        ? state.message()
        : state.message() + "; next attempt at " + next.truncatedTo(ChronoUnit.SECONDS);
  }

  void provider(String provider) {
    condition(before ->
        new SourceCondition(
            before.phase(),
            before.message(),
            before.version(),
            provider,
            before.lastContact(),
            before.warnings()));
  }

  /// What is wrong although the server answers, or `""`.
  void trouble(String text) {
    tell(() -> {
      trouble = text;
      condition(before -> before);
    });
  }

  /// What the user may not do.
  ///
  /// @param all that he may not do anything, or `""`
  /// @param some what else
  void refused(String all, List<String> some) {
    tell(() -> {
      refusal = all;
      refusals = some;
      condition(before -> before);
    });
  }

  void warnings(List<String> warnings) {
    condition(before ->
        new SourceCondition(
            before.phase(),
            before.message(),
            before.version(),
            before.provider(),
            before.lastContact(),
            warnings));
  }

  /// Tells the condition when more of it has changed than the time of the last answer, or that
  /// much.
  private void condition(UnaryOperator<SourceCondition> change) {
    tell(() -> {
      SourceCondition next = change.apply(condition);
      condition = next;
      SourceCondition shown = troubled(next);
      if (isLater(shown) || !at(shown, null).equals(at(toldLast, null))) {
        toldLast = shown;
        listener.condition(shown);
      }
    });
  }

  private boolean isLater(SourceCondition shown) {
    Instant told = toldLast.lastContact();
    Instant now = shown.lastContact();
    return told != null && now != null && !now.isBefore(told.plus(contact));
  }

  private SourceCondition troubled(SourceCondition calm) {
    List<String> warnings = new ArrayList<>(calm.warnings());
    warnings.addAll(refusals);
    if (!trouble.isEmpty()) {
      warnings.add(trouble);
    }
    return new SourceCondition(
        calm.phase(),
        calm.message().isEmpty() ? refusal : calm.message(),
        calm.version(),
        calm.provider(),
        calm.lastContact(),
        warnings);
  }

  private static SourceCondition at(SourceCondition condition, @Nullable Instant contact) {
    return new SourceCondition(
        condition.phase(),
        condition.message(),
        condition.version(),
        condition.provider(),
        contact,
        condition.warnings());
  }

  private void tell(Runnable call) {
    lock.lock();
    try {
      if (!closed) {
        call.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Returns when no call is being made, and none will be.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
