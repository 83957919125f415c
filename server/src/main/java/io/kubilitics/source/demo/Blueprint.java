package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Addition.Plot;
import io.kubilitics.source.demo.AppSpec.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Builds a world of exactly the wanted size: the core, then the hand-written company, then its
/// long tail, until nothing more fits; small workers fill what is left. A larger demo of the same
/// seed has the same apps, and more.
final class Blueprint {
  private static final int OBJECTS_PER_NODE = 60;
  private static final int FEWEST_NODES = 3;
  private static final int CORDONED = 2;
  private static final long CORDONED_FOR_SECONDS = 6 * 86_400L;

  /// A worker is a Deployment, its ReplicaSet and Pods.
  private static final int WORKER_WITHOUT_PODS = 2;

  private static final int MOST_PODS_OF_A_WORKER = 12;

  private final DemoSpec spec;
  private final Births births;
  private final World world;
  private int room;

  private Blueprint(DemoSpec spec, long now) {
    this.spec = spec;
    this.births = new Births(spec.seed(), now);
    int nodes = Math.max(FEWEST_NODES, spec.objects() / OBJECTS_PER_NODE);
    this.world = new World(births, new Machines(nodes, births));
    this.room = spec.objects() - 2 * nodes;
  }

  /// @param now when the world begins, in seconds of the epoch
  static World build(DemoSpec spec, long now) {
    return new Blueprint(spec, now).build();
  }

  private World build() {
    Company company = new Company(births);
    for (Addition addition : company.core()) {
      if (!add(addition)) {
        throw new IllegalStateException("the core does not fit into " + spec);
      }
    }
    Plot last = grow(company.rest().iterator());
    fill(last);
    world.machines().nodes().get(CORDONED).cordon(births.now() - CORDONED_FOR_SECONDS);
    return world;
  }

  /// @return the namespace that was built in last
  private Plot grow(Iterator<Addition> handWritten) {
    Iterator<Addition> tail = new LongTail(spec.seed());
    Plot last = Company.SHOP;
    while (true) {
      Addition next = handWritten.hasNext() ? handWritten.next() : tail.next();
      if (!add(next)) {
        return last;
      }
      last = next.home();
    }
  }

  private boolean add(Addition addition) {
    int added = world.add(addition, room);
    room -= added;
    return added > 0;
  }

  private void fill(Plot plot) {
    int worker = 1;
    while (room > WORKER_WITHOUT_PODS) {
      int pods = Math.min(room - WORKER_WITHOUT_PODS, MOST_PODS_OF_A_WORKER);
      add(
          Addition.apps(
              plot, AppSpec.of(Shape.DEPLOYMENT, plot.name(), "batch-worker-" + worker, pods)));
      worker++;
    }
    List<Part> notes = new ArrayList<>();
    for (int note = 1; note <= room; note++) {
      notes.add(
          new Part(
              births.old(Api.CONFIG_MAP, plot.name(), "runbook-" + note, births.now() - 86_400),
              part -> part.draft().with("data", Tree.of("README", "Ask the team first.\n"))));
    }
    if (!notes.isEmpty()) {
      add(Addition.parts(plot, notes));
    }
  }
}
