package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import java.util.List;

/// A Deployment gets a new template: new Pods surge, get ready, and old ones go, a quarter at a
/// time; the oldest revision is forgotten.
final class RolloutStory implements Story {
  private final Deployment deployment;
  private boolean begun;

  RolloutStory(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public int tell(World world, Journal journal, Dice dice) {
    App app = deployment.app();
    if (!begun) {
      begun = true;
      app.busy(true);
      journal.put(deployment.rollOut(world.births()));
    }
    journal.put(deployment);
    letNewPodsBeReady(journal);
    retire(journal);
    surge(world, journal, dice);
    if (isDone()) {
      deployment.forgetOldest().forEach(journal::gone);
      app.busy(false);
      return ENDED;
    }
    return dice.between(2, 6);
  }

  private void letNewPodsBeReady(Journal journal) {
    for (Pod pod : deployment.newest().pods()) {
      if (!pod.isReady()) {
        journal.become(pod, Stage.READY);
      }
    }
  }

  private void retire(Journal journal) {
    while (deployment.pods().size() > deployment.desired()) {
      journal.remove(deployment.retireOne());
    }
  }

  private void surge(World world, Journal journal, Dice dice) {
    Revision newest = deployment.newest();
    while (newest.pods().size() < deployment.desired()
        && deployment.pods().size() < deployment.most()) {
      journal.add(newest.add(world.births(), dice), dice);
    }
  }

  private boolean isDone() {
    List<Pod> pods = deployment.pods();
    return pods.size() == deployment.desired()
        && pods.size() == deployment.newest().pods().size()
        && pods.stream().allMatch(Pod::isReady);
  }
}
