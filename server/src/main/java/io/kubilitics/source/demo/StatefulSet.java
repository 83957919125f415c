package io.kubilitics.source.demo;

import io.kubilitics.source.demo.AppSpec.Feature;
import io.kubilitics.source.demo.Pod.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A StatefulSet with its Pods, their claims and volumes. One thread.
final class StatefulSet implements Workload, Replenishing {
  private static final String CLAIM = "data";
  private static final List<Integer> SIZES_GIBIBYTES = List.of(8, 10, 20, 50, 100, 200);

  private final App app;
  private final Identity identity;
  private final Part revision;
  private final List<Pod> pods = new ArrayList<>();
  private final List<Part> claims = new ArrayList<>();
  private final String hash;

  StatefulSet(App app, Births births) {
    this.app = app;
    AppSpec spec = app.spec();
    long createdAt = app.profile().createdAt();
    identity = births.old(Api.STATEFUL_SET, spec.namespace(), app.name(), createdAt);
    Dice dice = Dice.of(births.seed(), "set", spec.namespace(), app.name());
    hash = app.name() + "-" + dice.letters(9);
    revision =
        new Part(
            births.old(Api.CONTROLLER_REVISION, spec.namespace(), hash, createdAt),
            part -> ControllerHistory.of(part, app, identity, podSpec()));
    String size = dice.pick(SIZES_GIBIBYTES) + "Gi";
    for (int ordinal = 0; ordinal < spec.replicas(); ordinal++) {
      claims.addAll(Volumes.claimed(app, births, claimName(ordinal), size, createdAt));
      Identity pod =
          births.old(
              Api.POD,
              spec.namespace(),
              podName(ordinal),
              app.profile().rolledOutAt() + 40L * ordinal);
      pods.add(new Pod(this, pod, ordinal, Stage.READY));
    }
  }

  /// The Service that gives the Pods their host names.
  static String headlessName(AppSpec spec) {
    return spec.has(Feature.SERVICE) ? spec.name() + "-hl" : spec.name();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public App app() {
    return app;
  }

  String claimName(int ordinal) {
    return CLAIM + "-" + podName(ordinal);
  }

  private String podName(int ordinal) {
    return app.name() + "-" + ordinal;
  }

  @Override
  public List<Pod> pods() {
    return List.copyOf(pods);
  }

  @Override
  public List<ClusterObject> objects() {
    List<ClusterObject> all = new ArrayList<>();
    all.add(this);
    all.add(revision);
    all.addAll(pods);
    all.addAll(claims);
    return all;
  }

  /// The same name, another uid.
  @Override
  public Pod replace(Pod gone, Births births, Dice dice) {
    Pod pod =
        new Pod(
            this,
            births.born(Api.POD, identity.namespace(), gone.name()),
            gone.ordinal(),
            Stage.CREATING);
    pods.set(gone.ordinal(), pod);
    return pod;
  }

  @Override
  public Map<String, Object> podLabels(Pod pod) {
    return Tree.of(
        "apps.kubernetes.io/pod-index",
        String.valueOf(pod.ordinal()),
        "controller-revision-hash",
        hash,
        "statefulset.kubernetes.io/pod-name",
        pod.name());
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
    int ready = (int) pods.stream().filter(Pod::isReady).count();
    return Draft.of(identity)
        .generation(1)
        .labels(app.labels())
        .with(
            "spec",
            Tree.of(
                "serviceName",
                headlessName(app.spec()),
                "replicas",
                app.spec().replicas(),
                "selector",
                Tree.matching(app.selector()),
                "template",
                Tree.of("metadata", Tree.of("labels", app.labels()), "spec", podSpec()),
                "volumeClaimTemplates",
                Tree.list(Volumes.template(CLAIM)),
                "podManagementPolicy",
                "OrderedReady",
                "updateStrategy",
                Tree.of("type", "RollingUpdate", "rollingUpdate", Tree.of("partition", 0)),
                "revisionHistoryLimit",
                10,
                "persistentVolumeClaimRetentionPolicy",
                Tree.of("whenDeleted", "Retain", "whenScaled", "Retain")),
            "status",
            Tree.of(
                "observedGeneration",
                1,
                "replicas",
                pods.size(),
                "readyReplicas",
                ready == 0 ? null : ready,
                "currentReplicas",
                pods.size(),
                "updatedReplicas",
                pods.size(),
                "availableReplicas",
                ready,
                "currentRevision",
                hash,
                "updateRevision",
                hash,
                "collisionCount",
                0));
  }
}
