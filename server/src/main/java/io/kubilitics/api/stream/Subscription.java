package io.kubilitics.api.stream;

import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thing a client looks at: a cursor over the editions of a feed. What the client is owed is
/// worked out when its socket is free, from what it has to the latest edition; nothing is queued
/// for it. Used by the one thread of its connection.
final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  /// Before anything is known of what the client has.
  private static final long NOTHING = -1;

  private final String id;
  private final DeltaStream stream;
  private final String caller;
  private final Runnable wake;

  private View view;

  /// Null while the cluster is closed.
  private @Nullable Tap tap;

  private @Nullable Course course;
  private boolean paused;

  /// The revision that the client has, or could have: nothing it sees has changed since [#told].
  private long cursor = NOTHING;

  /// The last revision it was told of, and what was in view then.
  private long told = NOTHING;

  private SortedSet<String> seen;

  /// How many updates of its view it has taken.
  private int updates;

  private boolean owesAnswer;
  private long toldAt = System.nanoTime();

  private Subscription(String id, View view, DeltaStream stream, String caller, Runnable wake) {
    this.id = id;
    this.view = view;
    this.stream = stream;
    this.caller = caller;
    this.wake = wake;
    this.seen = view.namespaces();
  }

  /// Begins with a snapshot, or with what happened since the client was here.
  ///
  /// @param caller whose it is
  /// @param wake called when there may be news; must not block
  /// @throws ProblemException `Busy` when too much is open
  static Subscription open(
      ClientMessage.Subscribe wanted,
      Session session,
      View view,
      DeltaStream stream,
      String caller,
      Runnable wake) {
    Subscription subscription = new Subscription(wanted.id(), view, stream, caller, wake);
    Tap tap = subscription.attach(session, view);
    wanted
        .resume()
        .filter(point -> point.streamEpoch().equals(subscription.epoch(tap.feed())))
        .ifPresent(point -> subscription.stand(point.revision()));
    return subscription;
  }

  String id() {
    return id;
  }

  View view() {
    return view;
  }

  private void stand(long revision) {
    cursor = revision;
    told = revision;
  }

  /// @throws ProblemException `Busy` when too much is open; nothing happens then
  private Tap attach(Session session, View wanted) {
    Tap next = Tap.of(stream.feeds(), session, wanted.channel(), caller, wake::run);
    detach();
    tap = next;
    view = wanted;
    if (!paused) {
      next.open();
    }
    return next;
  }

  private void detach() {
    if (tap != null) {
      tap.close();
      tap = null;
    }
    course = null;
    stand(NOTHING);
  }

  /// Looks at something else.
  ///
  /// @throws ProblemException `Busy` when too much is open; the subscription is as before then
  void update(View wanted, Session session) {
    if (wanted.channel().equals(view.channel()) && tap != null) {
      view = wanted;
      owesAnswer = true;
      if (course != null && course.isSnapshot()) {
        course = null; // it would be of the view before
      }
    } else {
      attach(session, wanted);
    }
    updates++;
  }

  /// What it is being told is told anew when it goes on.
  void pause() {
    paused = true;
    owesAnswer |= course != null;
    course = null;
    if (tap != null) {
      tap.shut();
    }
  }

  void resume() {
    if (paused && tap != null) {
      tap.open();
    }
    paused = false;
  }

  /// The next message, if the client is owed one.
  ///
  /// @param now as [System#nanoTime] has it
  Optional<byte[]> next(long now) {
    if (tap != null && tap.feed().isClosed()) {
      detach();
      toldAt = now;
      return Optional.of(MessageBytes.of(closed()));
    }
    if (paused) {
      return Optional.empty();
    }
    if (tap != null && course == null) {
      course = begin(tap.feed());
    }
    return course == null ? bookmark(now) : Optional.of(goOn(course, now));
  }

  private String closed() {
    String message =
        "cluster "
            + view.channel().cluster()
            + " was closed; a snapshot follows when it is opened again";
    return MessageWriter.error(StreamError.of("cluster-closed", message, id));
  }

  /// What leads from what the client has to the latest edition, null when that is nothing.
  private @Nullable Course begin(Feed feed) {
    Edition edition = feed.edition().orElse(null);
    if (edition == null) {
      return null;
    }
    if (cursor == NOTHING || !edition.reaches(cursor)) {
      stream.counters().snapshots().increment();
      owesAnswer = false;
      String head =
          MessageWriter.snapshotHead(id, view.channel(), epoch(feed), edition.revision(), updates);
      return Course.snapshot(feed, edition, view.namespaces(), head);
    }
    boolean sameView = view.namespaces().equals(seen);
    if (edition.revision() == cursor && sameView && !owesAnswer) {
      return null;
    }
    String head = MessageWriter.deltaHead(id, told, edition.revision(), updates);
    Course delta = Course.delta(feed, edition, cursor, seen, view.namespaces(), head);
    if (delta.isDone() && !owesAnswer) {
      cursor = edition.revision();
      seen = view.namespaces();
      return null;
    }
    owesAnswer = false;
    return delta;
  }

  private byte[] goOn(Course running, long now) {
    byte[] message = running.next(stream.cache(), stream.limits().messageBytes());
    if (running.isDone()) {
      stand(running.revision());
      seen = running.namespaces();
      course = null;
    }
    toldAt = now;
    return message;
  }

  /// Names the feed, not only the cluster: revisions of two channels cannot be compared, and one
  /// that was let go of and opened again counts anew.
  private String epoch(Feed feed) {
    return stream.clusters().streamEpoch(feed.session()) + "-" + feed.number();
  }

  private Optional<byte[]> bookmark(long now) {
    if (now - toldAt < stream.pace().bookmark().toNanos()) {
      return Optional.empty();
    }
    toldAt = now;
    if (cursor == NOTHING || tap == null) {
      return Optional.of(MessageBytes.of(MessageWriter.bookmark(id)));
    }
    told = cursor;
    return Optional.of(MessageBytes.of(MessageWriter.bookmark(id, epoch(tap.feed()), cursor)));
  }

  /// Takes up a cluster that was closed and is open again; when too much is open, with a later
  /// look.
  void lookAgain() {
    if (tap != null) {
      return;
    }
    try {
      stream
          .clusters()
          .find(view.channel().cluster().value())
          .ifPresent(session -> attach(session, view));
    } catch (ProblemException e) {
      LOG.debug("subscription {} has to wait: {}", id, e.problem().message());
    }
  }

  /// Nanoseconds until something may be due without news.
  long quietFor(long now) {
    long quiet =
        paused ? Long.MAX_VALUE : Math.max(0, toldAt + stream.pace().bookmark().toNanos() - now);
    return tap == null ? Math.min(quiet, stream.pace().rounds().toNanos()) : quiet;
  }

  @Override
  public void close() {
    detach();
  }
}
