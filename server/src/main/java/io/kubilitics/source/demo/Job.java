package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Job with its one Pod, made by a person or by a CronJob. One thread.
final class Job implements Workload, PodOwner {
  private final App app;
  private final Identity identity;
  private final @Nullable Identity cron;
  private final Pod pod;

  /// @param cron the CronJob that made it, or null
  private Job(App app, Identity identity, @Nullable Identity cron, Identity pod, Stage stage) {
    this.app = app;
    this.identity = identity;
    this.cron = cron;
    this.pod = new Pod(this, pod, 0, stage);
  }

  /// One that ran before the story begins, or since shortly before.
  static Job old(
      App app, Births births, String name, @Nullable Identity cron, long at, Stage stage) {
    String namespace = app.spec().namespace();
    String letters = Dice.of(births.seed(), "job", namespace, name).letters(5);
    Job job =
        new Job(
            app,
            births.old(Api.JOB, namespace, name, at),
            cron,
            births.old(Api.POD, namespace, name + "-" + letters, at),
            stage);
    job.pod.become(stage, Math.min(at + 20 + letters.charAt(0) % 31, births.now()));
    return job;
  }

  static Job born(App app, Births births, Dice dice, String name, Identity cron) {
    String namespace = app.spec().namespace();
    return new Job(
        app,
        births.born(Api.JOB, namespace, name),
        cron,
        births.born(Api.POD, namespace, name + "-" + dice.letters(5)),
        Stage.CREATING);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public App app() {
    return app;
  }

  Pod pod() {
    return pod;
  }

  @Override
  public List<Pod> pods() {
    return List.of(pod);
  }

  @Override
  public List<ClusterObject> objects() {
    return List.of(this, pod);
  }

  @Override
  public Map<String, Object> podLabels(Pod one) {
    return Tree.of(
        "batch.kubernetes.io/controller-uid",
        identity.uid(),
        "batch.kubernetes.io/job-name",
        identity.name(),
        "controller-uid",
        identity.uid(),
        "job-name",
        identity.name());
  }

  @Override
  public Map<String, Object> podSpec() {
    return PodTemplate.of(app, tag(), true);
  }

  @Override
  public String tag() {
    return app.profile().tag(app.profile().revision());
  }

  @Override
  public Map<String, Object> body() {
    Draft draft = Draft.of(identity).generation(1).labels(app.labels()).labels(podLabels(pod));
    if (cron != null) {
      draft
          .owner(cron.asController())
          .annotation(
              "batch.kubernetes.io/cronjob-scheduled-timestamp", Tree.time(identity.createdAt()));
    }
    return draft.with(
        "spec",
        Tree.of(
            "parallelism",
            1,
            "completions",
            1,
            "backoffLimit",
            cron == null ? 0 : 2,
            "selector",
            Tree.matching(Tree.of("batch.kubernetes.io/controller-uid", identity.uid())),
            "template",
            Tree.of(
                "metadata",
                Tree.of("labels", Tree.joined(app.labels(), podLabels(pod))),
                "spec",
                podSpec()),
            "completionMode",
            "NonIndexed",
            "suspend",
            false,
            "podReplacementPolicy",
            "TerminatingOrFailed"),
        "status",
        status());
  }

  private Map<String, Object> status() {
    String start = Tree.time(identity.createdAt());
    long end = pod.since();
    if (pod.stage() == Stage.SUCCEEDED) {
      return Tree.of(
          "conditions",
          Tree.list(
              checked(
                  "SuccessCriteriaMet",
                  "CompletionsReached",
                  "Reached expected number of succeeded pods"),
              checked(
                  "Complete", "CompletionsReached", "Reached expected number of succeeded pods")),
          "startTime",
          start,
          "completionTime",
          Tree.time(end),
          "succeeded",
          1,
          "ready",
          0,
          "terminating",
          0,
          "uncountedTerminatedPods",
          Tree.of());
    }
    if (pod.stage() == Stage.FAILED) {
      return Tree.of(
          "conditions",
          Tree.list(
              checked(
                  "FailureTarget",
                  "BackoffLimitExceeded",
                  "Job has reached the specified backoff limit"),
              checked(
                  "Failed", "BackoffLimitExceeded", "Job has reached the specified backoff limit")),
          "startTime",
          start,
          "failed",
          1,
          "ready",
          0,
          "terminating",
          0,
          "uncountedTerminatedPods",
          Tree.of());
    }
    return Tree.of(
        "startTime",
        start,
        "active",
        1,
        "ready",
        pod.isReady() ? 1 : 0,
        "terminating",
        0,
        "uncountedTerminatedPods",
        Tree.of());
  }

  private Map<String, Object> checked(String type, String reason, String message) {
    Map<String, Object> condition = Tree.condition(type, true, reason, message, pod.since());
    condition.put("lastProbeTime", Tree.time(pod.since()));
    return condition;
  }
}
