package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import org.jspecify.annotations.Nullable;

/// A CronJob's time has come: a Job runs, and the oldest one is forgotten.
final class JobStory implements Story {
  private final CronJob cron;
  private @Nullable Job job;

  JobStory(CronJob cron) {
    this.cron = cron;
  }

  @Override
  public int tell(World world, Journal journal, Dice dice) {
    Job running = job;
    if (running == null) {
      running = cron.run(world.births(), dice);
      job = running;
      cron.app().busy(true);
      journal.add(running.pod(), dice);
      return dice.between(2, 4);
    }
    if (running.pod().stage() == Stage.CREATING) {
      journal.become(running.pod(), Stage.READY);
      return dice.between(6, 20);
    }
    journal.become(running.pod(), Stage.SUCCEEDED);
    for (Job old : cron.forgetOldest()) {
      journal.remove(old.pod());
      journal.gone(old);
    }
    journal.podCountChanged(cron.app());
    cron.app().busy(false);
    return ENDED;
  }
}
