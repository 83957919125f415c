package io.kubilitics.api.stream;

import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thing a client looks at: a cursor over the editions of a feed. What the client is owed is
/// worked out when its socket is free, from what it has to the latest edition; nothing is queued
/// for it. Used by the one thread of its connection.
final class Subscription implements Feed.Watcher, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  /// Before anything is known of what the client has.
  private static final long NOTHING = -1;

  private final String id;
  private final DeltaStream stream;
  private final Runnable wake;

  private View view;
  private @Nullable Feed feed;
  private @Nullable Course course;
  private boolean paused;

  /// The revision that the client has, or could have: nothing it sees has changed since [#told].
  private long cursor = NOTHING;

  /// The last revision it was told of.
  private long told = NOTHING;

  /// What was in view then, and what is in the view of the course.
  private SortedSet<String> seen;

  private SortedSet<String> coming;

  /// How many updates of its view it has taken, and how many the course knows of.
  private int updates;

  private int updatesComing;
  private boolean owesAnswer;
  private long toldAt = System.nanoTime();

  private Subscription(String id, View view, DeltaStream stream, Runnable wake) {
    this.id = id;
    this.view = view;
    this.stream = stream;
    this.wake = wake;
    this.seen = view.namespaces();
    this.coming = view.namespaces();
  }

  /// Begins with a snapshot, or with what happened since the client was here.
  ///
  /// @param wake called when there may be news; must not block
  /// @throws ProblemException `Busy` when too much is open
  static Subscription open(
      String id,
      Session session,
      View view,
      Optional<ClientMessage.ResumePoint> resume,
      DeltaStream stream,
      Runnable wake) {
    Subscription subscription = new Subscription(id, view, stream, wake);
    subscription.attach(session);
    resume
        .filter(point -> point.streamEpoch().equals(subscription.epoch()))
        .ifPresent(point -> subscription.stand(point.revision()));
    return subscription;
  }

  String id() {
    return id;
  }

  View view() {
    return view;
  }

  @Override
  public void news() {
    wake.run();
  }

  private void stand(long revision) {
    cursor = revision;
    told = revision;
  }

  private void attach(Session session) {
    feed = stream.feeds().hold(session, view.channel());
    if (!paused) {
      feed.watch(this);
    }
  }

  private void detach() {
    if (feed != null) {
      feed.forget(this);
      stream.feeds().release(feed);
      feed = null;
    }
    course = null;
  }

  /// Looks at something else.
  ///
  /// @throws ProblemException `Busy` when too much is open; the subscription is as before then
  void update(View wanted, Session session) {
    if (wanted.channel().equals(view.channel()) && feed != null) {
      view = wanted;
      updates++;
      owesAnswer = true;
      if (course != null && course.isSnapshot()) {
        course = null; // it would be of the view before
      }
      return;
    }
    Feed before = feed;
    View viewBefore = view;
    view = wanted;
    try {
      attach(session);
    } catch (ProblemException e) {
      view = viewBefore;
      throw e;
    }
    updates++;
    if (before != null) {
      before.forget(this);
      stream.feeds().release(before);
    }
    course = null;
    stand(NOTHING);
  }

  /// What it is being told is told anew when it goes on.
  void pause() {
    paused = true;
    owesAnswer |= course != null;
    course = null;
    if (feed != null) {
      feed.forget(this);
    }
  }

  void resume() {
    if (paused) {
      paused = false;
      if (feed != null) {
        feed.watch(this);
      }
    }
  }

  /// The next message, if the client is owed one.
  ///
  /// @param now as [System#nanoTime] has it
  Optional<String> next(long now) {
    if (feed == null) {
      return paused ? Optional.empty() : bookmark(now);
    }
    if (feed.isClosed()) {
      detach();
      stand(NOTHING);
      toldAt = now;
      return Optional.of(
          MessageWriter.error(
              StreamError.of(
                  "cluster-closed",
                  "cluster "
                      + view.channel().cluster()
                      + " was closed; a snapshot follows when it is opened again",
                  id)));
    }
    if (paused) {
      return Optional.empty();
    }
    if (course == null) {
      feed.edition().ifPresent(this::begin);
    }
    if (course != null) {
      return Optional.of(goOn(course, now));
    }
    return bookmark(now);
  }

  private boolean isInView(String topic, Set<String> namespaces) {
    return feed != null && feed.isInView(topic, namespaces);
  }

  private void begin(Edition edition) {
    Feed from = feed;
    if (from == null) {
      return;
    }
    if (cursor == NOTHING || !edition.reaches(cursor)) {
      List<Course.Leg> legs =
          edition.topics().stream()
              .filter(topic -> isInView(topic, view.namespaces()))
              .map(topic -> new Course.Leg(topic, true))
              .toList();
      start(Course.snapshot(from, edition, legs));
      stream.counters().snapshots().increment();
      return;
    }
    boolean sameView = view.namespaces().equals(seen);
    if (edition.revision() == cursor && sameView && !owesAnswer) {
      return;
    }
    SortedSet<String> changed = edition.changedSince(cursor);
    List<Course.Leg> legs = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    SortedSet<String> topics = new TreeSet<>(changed);
    if (!sameView) {
      topics.addAll(edition.topics());
    }
    for (String topic : topics) {
      boolean was = isInView(topic, seen);
      boolean is = isInView(topic, view.namespaces());
      if (is && was && changed.contains(topic)) {
        legs.add(new Course.Leg(topic, false));
      }
      if (is && !was) {
        legs.add(new Course.Leg(topic, true));
      }
      if (was && !is) {
        drops.add(topic);
      }
    }
    if (legs.isEmpty() && drops.isEmpty() && !owesAnswer) {
      cursor = edition.revision();
      seen = view.namespaces();
      return;
    }
    start(Course.delta(from, edition, cursor, legs, drops));
  }

  private void start(Course next) {
    course = next;
    coming = view.namespaces();
    updatesComing = updates;
    owesAnswer = false;
  }

  private String goOn(Course running, long now) {
    String head =
        running.isSnapshot()
            ? MessageWriter.snapshotHead(
                id, view.channel(), epoch(), running.revision(), updatesComing)
            : MessageWriter.deltaHead(id, told, running.revision(), updatesComing);
    String text = running.next(stream.cache(), stream.limits().messageBytes(), head);
    if (running.isDone()) {
      stand(running.revision());
      seen = coming;
      course = null;
    }
    toldAt = now;
    return text;
  }

  /// Names the feed, not only the cluster: revisions of two channels cannot be compared, and one
  /// that was let go of and opened again counts anew.
  private String epoch() {
    return feed == null ? "" : stream.clusters().streamEpoch(feed.session()) + "-" + feed.number();
  }

  private Optional<String> bookmark(long now) {
    if (now - toldAt < stream.pace().bookmark().toNanos()) {
      return Optional.empty();
    }
    toldAt = now;
    if (cursor == NOTHING) {
      return Optional.of(MessageWriter.bookmark(id));
    }
    told = cursor;
    return Optional.of(MessageWriter.bookmark(id, epoch(), cursor));
  }

  /// Whether its cluster is closed, so that somebody must look whether it is back.
  boolean isLost() {
    return feed == null;
  }

  /// Takes up a cluster that was opened again; when too much is open, with a later look.
  void lookAgain() {
    if (feed != null) {
      return;
    }
    try {
      stream.clusters().find(view.channel().cluster().value()).ifPresent(this::attach);
    } catch (ProblemException e) {
      LOG.debug("subscription {} has to wait: {}", id, e.problem().message());
    }
  }

  /// Nanoseconds until something may be due without news.
  long quietFor(long now) {
    long quiet =
        paused ? Long.MAX_VALUE : Math.max(0, toldAt + stream.pace().bookmark().toNanos() - now);
    return feed == null ? Math.min(quiet, stream.pace().rounds().toNanos()) : quiet;
  }

  @Override
  public void close() {
    detach();
  }
}
