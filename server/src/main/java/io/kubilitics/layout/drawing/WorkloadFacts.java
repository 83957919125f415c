package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Of what runs: `Deployment · 12 d`, `CronJob · last 8 h`, `Pod · 1/1 on worker-3`.
final class WorkloadFacts {
  static final Map<Kind, FactText> ALL = new HashMap<>();

  static {
    for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet")) {
      ALL.put(new Kind("apps", kind), WorkloadFacts::aged);
    }
    ALL.put(Kind.core("ReplicationController"), WorkloadFacts::aged);
    ALL.put(new Kind("argoproj.io", "Rollout"), WorkloadFacts::aged);
    ALL.put(new Kind("batch", "CronJob"), WorkloadFacts::cronJob);
    ALL.put(new Kind("batch", "Job"), WorkloadFacts::job);
    ALL.put(Kind.core("Pod"), WorkloadFacts::pod);
  }

  private WorkloadFacts() {}

  /// Of one that was never in a cluster how many Pods it wants.
  private static String aged(Subject workload) {
    String age = workload.age();
    return age.isEmpty()
        ? workload.counting(workload.number("replicas"), "Pod wanted", "Pods wanted")
        : workload.with(age);
  }

  private static String cronJob(Subject cronJob) {
    String last = cronJob.away("Last Schedule");
    return last.isEmpty() ? aged(cronJob) : cronJob.with("last " + last);
  }

  private static String job(Subject job) {
    String completed = job.away("Completed");
    return completed.isEmpty() ? aged(job) : job.with("done " + completed);
  }

  private static String pod(Subject pod) {
    String ready = pod.resource().hasUid() ? pod.text("Ready") : "";
    String node = pod.text("Node");
    String where = node.isEmpty() ? "" : "on " + node;
    String said = ready.isEmpty() || where.isEmpty() ? ready + where : ready + " " + where;
    return said.isEmpty() ? pod.with(pod.age()) : pod.with(said);
  }
}
