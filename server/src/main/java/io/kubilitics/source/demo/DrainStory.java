package io.kubilitics.source.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A Node is cordoned, its Pods are evicted a few at a time, and it comes back.
final class DrainStory implements Story {
  private static final int EVICTIONS_AT_ONCE = 2;

  private final Node node;
  private final Deque<Pod> waiting = new ArrayDeque<>();
  private final List<Story> evictions = new ArrayList<>();
  private boolean begun;

  DrainStory(Node node) {
    this.node = node;
  }

  @Override
  public int tell(World world, Journal journal, Dice dice) {
    if (!begun) {
      begun = true;
      node.cordon(world.births().now());
      journal.put(node);
      for (App app : world.apps()) {
        app.workload().pods().stream().filter(pod -> pod.node() == node).forEach(waiting::add);
      }
      return dice.between(1, 3);
    }
    evictions.forEach(eviction -> eviction.tell(world, journal, dice));
    evictions.clear();
    while (!waiting.isEmpty() && evictions.size() < EVICTIONS_AT_ONCE) {
      Pod pod = waiting.removeFirst();
      if (pod.app().workload().pods().contains(pod)) {
        LossStory.of(pod)
            .ifPresent(eviction -> {
              eviction.tell(world, journal, dice);
              evictions.add(eviction);
            });
      }
    }
    if (waiting.isEmpty() && evictions.isEmpty()) {
      node.uncordon();
      journal.put(node);
      return ENDED;
    }
    return dice.between(2, 5);
  }
}
