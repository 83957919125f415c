package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;

/// A Pod crashes, is restarted some times, and recovers.
final class CrashStory implements Story {
  private final Pod pod;
  private int crashesLeft;
  private boolean begun;

  CrashStory(Pod pod, int crashes) {
    this.pod = pod;
    this.crashesLeft = crashes;
  }

  @Override
  public int tell(World world, Journal journal, Dice dice) {
    if (!begun) {
      begun = true;
      pod.app().busy(true);
    }
    if (crashesLeft == 0) {
      journal.become(pod, Stage.READY);
      pod.app().busy(false);
      return ENDED;
    }
    crashesLeft--;
    pod.restarted(1);
    journal.become(pod, Stage.CRASHING);
    return dice.between(4, 14);
  }
}
