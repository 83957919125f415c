package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;

/// An autoscaler changes the number of Pods.
final class ScaleStory implements Story {
  private final Deployment deployment;
  private final Part autoscaler;
  private final int target;
  private boolean begun;

  ScaleStory(Deployment deployment, Part autoscaler, int target) {
    this.deployment = deployment;
    this.autoscaler = autoscaler;
    this.target = target;
  }

  @Override
  public int tell(World world, Journal journal, Dice dice) {
    if (begun) {
      for (Pod pod : deployment.newest().pods()) {
        if (!pod.isReady()) {
          journal.become(pod, Stage.READY);
        }
      }
      deployment.app().busy(false);
      return ENDED;
    }
    begun = true;
    deployment.app().busy(true);
    long now = world.births().now();
    deployment.scaleTo(target, now);
    autoscaler.edit(now);
    deployment.revisions().forEach(journal::put);
    journal.podCountChanged(deployment.app());
    while (deployment.pods().size() > target) {
      journal.remove(deployment.retireOne());
    }
    while (deployment.pods().size() < target) {
      journal.add(deployment.newest().add(world.births(), dice), dice);
    }
    return dice.between(3, 8);
  }
}
