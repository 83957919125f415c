package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Pod is deleted; its controller makes another one.
final class LossStory implements Story {
  private final Pod lost;
  private final Replenishing owner;
  private @Nullable Pod replacement;

  private LossStory(Pod lost, Replenishing owner) {
    this.lost = lost;
    this.owner = owner;
  }

  /// Empty when nobody would replace the Pod, or when it may not go now.
  static Optional<Story> of(Pod pod) {
    App app = pod.app();
    boolean free = app.isAlive() && !app.isBusy() && allReady(app);
    return free && pod.owner() instanceof Replenishing owner
        ? Optional.of(new LossStory(pod, owner))
        : Optional.empty();
  }

  private static boolean allReady(App app) {
    return app.workload().pods().stream().allMatch(Pod::isReady);
  }

  @Override
  public int tell(World world, Journal journal, Dice dice) {
    App app = lost.app();
    if (replacement != null) {
      journal.become(replacement, Stage.READY);
      app.busy(false);
      return ENDED;
    }
    app.busy(true);
    replacement = owner.replace(lost, world.births(), dice);
    journal.remove(lost);
    journal.add(replacement, dice);
    return dice.between(3, 9);
  }
}
