package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A CronJob with the Jobs it keeps. One thread.
final class CronJob implements Workload {
  private static final int SECONDS_OF_A_MINUTE = 60;

  private final App app;
  private final Identity identity;

  /// Oldest first.
  private final List<Job> jobs = new ArrayList<>();

  private long lastRunAt;

  CronJob(App app, Births births) {
    this.app = app;
    AppSpec spec = app.spec();
    Schedule schedule = spec.schedule();
    identity = births.old(Api.CRON_JOB, spec.namespace(), app.name(), app.profile().createdAt());
    lastRunAt = schedule.lastUntil(births.now());
    for (int back = spec.replicas() - 1; back >= 0; back--) {
      long at = lastRunAt - back * schedule.periodSeconds();
      jobs.add(Job.old(app, births, jobName(at), identity, at, Stage.SUCCEEDED));
    }
  }

  @Override
  public Identity identity() {
    return identity;
  }

  App app() {
    return app;
  }

  long nextRunAt() {
    return app.spec().schedule().nextAfter(lastRunAt);
  }

  /// Makes the Job of the newest time that is due.
  Job run(Births births, Dice dice) {
    lastRunAt = app.spec().schedule().lastUntil(births.now());
    Job job = Job.born(app, births, dice, jobName(lastRunAt), identity);
    jobs.add(job);
    return job;
  }

  /// Takes the Jobs out that are more than it keeps, oldest first.
  List<Job> forgetOldest() {
    List<Job> forgotten = new ArrayList<>();
    while (jobs.size() > app.spec().replicas()) {
      forgotten.add(jobs.removeFirst());
    }
    return forgotten;
  }

  private String jobName(long at) {
    return app.name() + "-" + at / SECONDS_OF_A_MINUTE;
  }

  @Override
  public List<Pod> pods() {
    return jobs.stream().map(Job::pod).toList();
  }

  @Override
  public List<ClusterObject> objects() {
    List<ClusterObject> all = new ArrayList<>();
    all.add(this);
    jobs.forEach(job -> all.addAll(job.objects()));
    return all;
  }

  @Override
  public Map<String, Object> body() {
    List<Object> active = Tree.list();
    long lastSuccess = 0;
    for (Job job : jobs) {
      if (job.pod().stage() == Stage.SUCCEEDED) {
        lastSuccess = Math.max(lastSuccess, job.pod().since());
        continue;
      }
      Map<String, Object> reference = job.identity().asTarget();
      reference.put("apiVersion", Api.JOB.apiVersion());
      active.add(reference);
    }
    return Draft.of(identity)
        .generation(1)
        .labels(app.labels())
        .with(
            "spec",
            Tree.of(
                "schedule",
                app.spec().schedule().toString(),
                "timeZone",
                "Etc/UTC",
                "concurrencyPolicy",
                "Forbid",
                "suspend",
                false,
                "successfulJobsHistoryLimit",
                app.spec().replicas(),
                "failedJobsHistoryLimit",
                1,
                "jobTemplate",
                Tree.of(
                    "spec",
                    Tree.of(
                        "backoffLimit",
                        2,
                        "template",
                        Tree.of(
                            "metadata",
                            Tree.of("labels", app.labels()),
                            "spec",
                            PodTemplate.of(
                                app, app.profile().tag(app.profile().revision()), true))))),
            "status",
            Tree.of(
                "active",
                Tree.orNothing(active),
                "lastScheduleTime",
                Tree.time(lastRunAt),
                "lastSuccessfulTime",
                lastSuccess == 0 ? null : Tree.time(lastSuccess)));
  }
}
