package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A DaemonSet with a Pod on every Node. One thread.
final class DaemonSet implements Workload, PodOwner {
  private final App app;
  private final Identity identity;
  private final Part revision;
  private final List<Pod> pods = new ArrayList<>();
  private final String hash;

  DaemonSet(App app, Births births, int nodes) {
    this.app = app;
    String namespace = app.spec().namespace();
    long createdAt = app.profile().createdAt();
    identity = births.old(Api.DAEMON_SET, namespace, app.name(), createdAt);
    Dice dice = Dice.of(births.seed(), "set", namespace, app.name());
    hash = dice.letters(9);
    String history = app.name() + "-" + hash;
    revision =
        new Part(
            births.old(Api.CONTROLLER_REVISION, namespace, history, createdAt),
            part -> ControllerHistory.of(part, app, identity, podSpec()));
    for (int i = 0; i < nodes; i++) {
      String name = app.name() + "-" + letters(births, i);
      pods.add(
          new Pod(
              this,
              births.old(Api.POD, namespace, name, app.profile().rolledOutAt() + 3L * i),
              0,
              Stage.READY));
    }
  }

  /// Five letters that are another for every number: the first ones by chance, the last ones count.
  private String letters(Births births, int number) {
    String alphabet = "bcdfghjklmnpqrstvwxz2456789";
    int base = alphabet.length();
    return Dice.of(births.seed(), app.spec().namespace() + "/" + app.name(), number).letters(2)
        + alphabet.charAt(number / (base * base) % base)
        + alphabet.charAt(number / base % base)
        + alphabet.charAt(number % base);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public App app() {
    return app;
  }

  @Override
  public List<Pod> pods() {
    return List.copyOf(pods);
  }

  /// Its Pods take their places, one on each Node.
  void settle(List<Node> nodes) {
    for (int i = 0; i < pods.size(); i++) {
      pods.get(i).runOn(nodes.get(i));
    }
  }

  @Override
  public List<ClusterObject> objects() {
    List<ClusterObject> all = new ArrayList<>();
    all.add(this);
    all.add(revision);
    all.addAll(pods);
    return all;
  }

  @Override
  public Map<String, Object> podLabels(Pod pod) {
    return Tree.of("controller-revision-hash", hash, "pod-template-generation", "1");
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
    int unavailable = pods.size() - ready;
    return Draft.of(identity)
        .generation(1)
        .labels(app.labels())
        .annotation("deprecated.daemonset.template.generation", "1")
        .with(
            "spec",
            Tree.of(
                "selector",
                Tree.matching(app.selector()),
                "template",
                Tree.of("metadata", Tree.of("labels", app.labels()), "spec", podSpec()),
                "updateStrategy",
                Tree.of(
                    "type",
                    "RollingUpdate",
                    "rollingUpdate",
                    Tree.of("maxUnavailable", 1, "maxSurge", 0)),
                "revisionHistoryLimit",
                10),
            "status",
            Tree.of(
                "currentNumberScheduled",
                pods.size(),
                "numberMisscheduled",
                0,
                "desiredNumberScheduled",
                pods.size(),
                "numberReady",
                ready,
                "observedGeneration",
                1,
                "updatedNumberScheduled",
                pods.size(),
                "numberAvailable",
                ready == 0 ? null : ready,
                "numberUnavailable",
                unavailable == 0 ? null : unavailable));
  }
}
