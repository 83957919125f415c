package io.kubilitics.source.demo;

import io.kubilitics.model.ObjectEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// What goes on in the world, step by step. Each step is a function of the seed, the size, the
/// instant of birth, the pace and its number; the wall clock has no part in it. One thread.
final class Life {
  private static final long FIRST_VERSION = 10_000_000;
  private static final int FEWEST_STORIES_AT_ONCE = 4;
  private static final int APPS_PER_STORY = 60;
  private static final int MOST_HEARTBEATS_OF_A_STEP = 64;
  private static final long MILLIS = 1_000;

  /// A story that goes on at a step; of several the one that was put off first.
  private record Due(long step, long order, Story story) {}

  private record Run(long at, int number, CronJob cron) {}

  private final World world;
  private final Stories stories;
  private final Reports reports;
  private final long millisPerChange;
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::step).thenComparingLong(Due::order));
  private final PriorityQueue<Run> runs =
      new PriorityQueue<>(Comparator.comparingLong(Run::at).thenComparingInt(Run::number));
  private final int mostStories;
  private long step;
  private long order;
  private long version = FIRST_VERSION;
  private long nowMillis;
  private int beats;
  private long beatsOwedMillis;

  /// @param perChange the world's time that passes with each changed object
  Life(World world, Duration perChange) {
    this.world = world;
    this.stories = new Stories(world);
    this.reports = new Reports(world);
    this.millisPerChange = Math.max(1, perChange.toMillis());
    this.mostStories = FEWEST_STORIES_AT_ONCE + world.apps().size() / APPS_PER_STORY;
    this.nowMillis = world.births().now() * MILLIS;
    for (App app : world.apps()) {
      if (app.workload() instanceof CronJob cron) {
        runs.add(new Run(cron.nextRunAt(), runs.size(), cron));
      }
    }
  }

  /// What is said of the world before anything happens.
  List<ObjectEvent> firstReports() {
    reports.begin();
    return reports.take();
  }

  DemoStep next() {
    step++;
    world.births().advanceTo(nowMillis / MILLIS);
    Dice dice = Dice.of(world.births().seed(), "life", step);
    Journal journal = new Journal(world, reports);
    nextStory(dice)
        .ifPresent(story -> {
          int pause = story.tell(world, journal, dice);
          if (pause != Story.ENDED) {
            due.add(new Due(step + pause, order++, story));
          }
        });
    List<DemoChange> changes = journal.changes(version);
    version += changes.size();
    long passed = millisPerChange * Math.max(1, changes.size());
    List<DemoChange> heartbeats = heartbeats(passed);
    DemoStep happened =
        new DemoStep(
            step,
            Instant.ofEpochMilli(nowMillis),
            Duration.ofMillis(passed),
            changes,
            heartbeats,
            reports.take());
    nowMillis += passed;
    return happened;
  }

  /// A Job whose time has come, else a story that goes on, else a new one.
  private Optional<Story> nextStory(Dice dice) {
    Run run = runs.peek();
    if (run != null && run.at() <= world.births().now()) {
      runs.remove();
      CronJob cron = run.cron();
      boolean begins = !cron.app().isBusy();
      runs.add(new Run(nextRun(cron), run.number(), cron));
      return begins ? Optional.of(new JobStory(cron)) : Optional.empty();
    }
    Due next = due.peek();
    if (next != null && (next.step() <= step || due.size() >= mostStories)) {
      due.remove();
      return Optional.of(next.story());
    }
    return stories.next(dice);
  }

  private long nextRun(CronJob cron) {
    return cron.app().spec().schedule().nextAfter(world.births().now());
  }

  /// Every Node renews its Lease every ten seconds of the world, one after the other.
  private List<DemoChange> heartbeats(long passedMillis) {
    List<Node> nodes = world.machines().nodes();
    long now = world.births().now();
    beatsOwedMillis += passedMillis * nodes.size();
    long beatMillis = Node.HEARTBEAT_SECONDS * MILLIS;
    int count = (int) Math.min(beatsOwedMillis / beatMillis, MOST_HEARTBEATS_OF_A_STEP);
    beatsOwedMillis = Math.min(beatsOwedMillis - count * beatMillis, beatMillis * nodes.size());
    Journal journal = new Journal(world, reports);
    for (int beat = 0; beat < count; beat++) {
      Node node = nodes.get(beats % nodes.size());
      beats = (beats + 1) % nodes.size();
      node.renewLease(now);
      journal.put(node.lease());
      if (now - node.reportedAt() >= Node.REPORT_SECONDS) {
        node.report(now);
        journal.put(node);
      }
    }
    List<DemoChange> heartbeats = new ArrayList<>(journal.changes(version));
    version += heartbeats.size();
    return heartbeats;
  }
}
