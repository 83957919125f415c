package io.kubilitics.source.cluster;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Reads all kinds for the first time: lets them begin in their turn, gives up those that fail
/// again and again, and says when a picture is worth showing and when all has been read. Used by
/// the plan's thread only, but for [#await], [#abandon] and [#received].
final class Opening {
  private static final Kind DEFINITION =
      new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  /// So many objects within the limit, or one whole kind, are a reading that goes on.
  private static final int LEAST = 100;

  private static final String ENDLESS = "its list did not come to an end";

  private final boolean isAlive;
  private final ReadingOrder order;
  private final Voice voice;
  private final ClusterPace pace;
  private final Questions questions;
  private final Turns turns = new Turns();

  /// Objects that came, from any thread, and [#LEAST] for each kind that was read.
  private final LongAdder moved = new LongAdder();

  private final CountDownLatch opened = new CountDownLatch(1);
  private @Nullable KindReading definitions;
  private boolean isWhole;
  private @Nullable Knowledge toldOfOthers;

  Opening(boolean isAlive, ReadingOrder order, Voice voice, ClusterPace pace, Questions questions) {
    this.isAlive = isAlive;
    this.order = order;
    this.voice = voice;
    this.pace = pace;
    this.questions = questions;
  }

  /// What the server serves was learned.
  ///
  /// @param isAll whether it could say that of everything
  void discovered(boolean isAll) {
    isWhole = isAll;
  }

  /// Waits until everything that was served at first has been read, as far as it can be.
  void await() throws InterruptedException {
    opened.await();
  }

  /// Nobody waits for it any more.
  void abandon() {
    opened.countDown();
  }

  /// Adds kinds behind all others; [#proceed] lets them begin.
  void add(List<KindReading> readings) {
    if (!isAlive) {
      watchOver(moved.sum());
    }
    for (KindReading reading : readings) {
      if (reading.kind().equals(DEFINITION)) {
        definitions = reading;
      }
    }
    turns.add(readings);
  }

  /// Lets as many begin as may, and says how far it has come.
  void proceed() {
    begin();
    check();
  }

  private void begin() {
    for (KindReading next = turns.next(this::mayBegin);
        next != null;
        next = turns.next(this::mayBegin)) {
      KindReading reading = next;
      reading.begin();
      questions.later(pace.patience().dividedBy(2), () -> yieldPlace(reading));
      giveUpLater(reading);
      settle(reading);
    }
  }

  /// Definitions say more of a kind than discovery, so they are read before its objects.
  private boolean mayBegin(KindReading reading) {
    KindReading first = definitions;
    return first == null || order.isDescribed(reading.served()) || !turns.isBeginning(first);
  }

  private void yieldPlace(KindReading reading) {
    if (turns.isBeginning(reading)) {
      turns.giveWay(reading);
      begin();
    }
  }

  /// What fails again and again is not waited for any more; what takes its time is.
  private void giveUpLater(KindReading reading) {
    questions.later(isAlive ? pace.openLimit() : pace.patience(), () -> giveUp(reading));
  }

  private void giveUp(KindReading reading) {
    if (!turns.isUnread(reading)) {
      return;
    }
    String complaint = reading.complaint();
    if (complaint.isEmpty()) {
      giveUpLater(reading);
      return;
    }
    end(reading, complaint);
    proceed();
  }

  private void end(KindReading reading, String complaint) {
    if (!isAlive) {
      voice.rejected(reading.kind().toString(), complaint);
    }
    turns.end(reading);
  }

  /// A command must end: when hardly anything has come for a long while, of any kind, all that is
  /// still unread is given up. What is slow but comes goes on.
  private void watchOver(long before) {
    questions.later(
        pace.openLimit(),
        () -> {
          long now = moved.sum();
          if (isOver()) {
            return;
          }
          if (now - before >= LEAST) {
            watchOver(now);
            return;
          }
          for (KindReading reading : turns.unread()) {
            String complaint = reading.complaint();
            end(reading, complaint.isEmpty() ? ENDLESS : complaint);
          }
          proceed();
        });
  }

  /// Objects have come. Any thread.
  void received(int objects) {
    moved.add(objects);
  }

  /// Something has been learned of a kind, which may have been the last that was missing. While a
  /// command reads, one that has failed does not keep the others waiting.
  void settle(KindReading reading) {
    if (!turns.isUnread(reading)) {
      return;
    }
    if (reading.isRead()) {
      moved.add(LEAST);
      turns.end(reading);
      proceed();
    } else if (!isAlive && !reading.equals(definitions) && !reading.complaint().isEmpty()) {
      yieldPlace(reading);
    }
  }

  /// It is not waited for any more.
  void forget(KindReading reading) {
    turns.end(reading);
  }

  boolean isUnread(KindReading reading) {
    return turns.isUnread(reading);
  }

  /// What is defined while the rest is read was not served when that was asked: until all
  /// definitions are in, any kind may be there.
  private void tellOfOthers() {
    KindReading first = definitions;
    boolean isAll = isWhole && (first == null || !turns.isUnread(first));
    Knowledge others = isAll ? Knowledge.NOT_SERVED : Knowledge.SYNCING;
    if (others != toldOfOthers) {
      toldOfOthers = others;
      voice.others(others);
    }
  }

  /// Whether nothing is waited for.
  boolean isOver() {
    return turns.unread().isEmpty();
  }

  private void check() {
    tellOfOthers();
    List<KindReading> unread = turns.unread();
    if (unread.stream().noneMatch(reading -> order.isNeededFirst(reading.served()))) {
      voice.usable();
    }
    if (unread.isEmpty()) {
      opened.countDown();
    }
  }
}
