package io.kubilitics.testbed.stream;

import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.testbed.RandomWorld;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is reported at random of a cluster beside its objects: events, one by one and in floods,
/// the state of the connection, and documents that could not be read.
public final class RandomReports {
  private static final Instant BEGINNING = Instant.parse("2026-11-20T10:00:00Z");
  private static final int FLOOD = 400;
  private static final int MOST_REJECTIONS = 40;

  private final RandomGenerator random;
  private int seconds;
  private int rejected;
  private int number;

  public RandomReports(RandomGenerator random) {
    this.random = random;
  }

  /// Tells something, or nothing.
  public void tell(Chronicle world) {
    switch (random.nextInt(400)) {
      case 0 -> events(world, FLOOD);
      case 1, 2, 3, 4 -> world.condition(condition());
      case 5 -> reject(world);
      default -> events(world, random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
    }
  }

  private void events(Chronicle world, int count) {
    for (int each = 0; each < count; each++) {
      world.event(event());
    }
  }

  private ObjectEvent event() {
    String namespace = List.of("bakery", "shop", "payments", "ops", "").get(random.nextInt(5));
    ResourceId object =
        random.nextInt(4) == 0
            ? new ResourceId(RandomWorld.SERVICE, namespace, "service-" + random.nextInt(3))
            : new ResourceId(RandomWorld.POD, namespace, "pod-" + random.nextInt(12));
    // Some are the same event again, some were late on their way.
    number += random.nextInt(3) > 0 ? 1 : 0;
    seconds += random.nextInt(2);
    Instant last = BEGINNING.plusSeconds(Math.max(0, seconds - random.nextInt(3)));
    return new ObjectEvent(
        namespace + "/" + object.name() + "." + number % 40,
        object,
        random.nextBoolean() ? "" : "u" + random.nextInt(5),
        random.nextBoolean() ? ObjectEvent.Type.NORMAL : ObjectEvent.Type.WARNING,
        "BackOff",
        "said \"ü\" \u2028 " + random.nextInt(3),
        1 + random.nextInt(9),
        BEGINNING,
        last,
        "kubelet, node-1");
  }

  private SourceCondition condition() {
    SourceCondition.Phase[] phases = SourceCondition.Phase.values();
    return new SourceCondition(
        phases[random.nextInt(phases.length)],
        random.nextBoolean() ? "" : "no answer since " + random.nextInt(60),
        "v1.36." + random.nextInt(3),
        "kind",
        null,
        random.nextBoolean() ? List.of() : List.of("its certificate is not checked"));
  }

  private void reject(Chronicle world) {
    if (rejected < MOST_REJECTIONS) {
      rejected++;
      world.rejected(new Place("late-" + rejected + ".yaml", rejected), "a tab is no indentation");
    }
  }
}
