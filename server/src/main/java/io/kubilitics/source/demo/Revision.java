package io.kubilitics.source.demo;

import io.kubilitics.source.demo.Pod.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A ReplicaSet: one revision of a Deployment and the Pods that run it. One thread.
final class Revision implements Replenishing {
  private final Deployment deployment;
  private final int number;
  private final String hash;
  private final Identity identity;
  private final List<Pod> pods = new ArrayList<>();
  private long scalings = 1;

  Revision(Deployment deployment, int number, Identity identity) {
    this.deployment = deployment;
    this.number = number;
    this.hash = hashOf(deployment.app(), number);
    this.identity = identity;
  }

  /// The hash of the template of a revision.
  static String hashOf(App app, int number) {
    return Dice.of(app.seed(), "template " + app.spec().namespace() + "/" + app.name(), number)
        .letters(10);
  }

  static String nameOf(App app, int number) {
    return app.name() + "-" + hashOf(app, number);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public App app() {
    return deployment.app();
  }

  int number() {
    return number;
  }

  List<Pod> pods() {
    return pods;
  }

  Pod add(Births births, Dice dice) {
    Identity pod;
    do {
      pod = births.born(Api.POD, identity.namespace(), identity.name() + "-" + dice.letters(5));
    } while (has(pod.name()));
    return add(new Pod(this, pod, 0, Stage.CREATING));
  }

  Pod addOld(Births births, Dice dice, Stage stage, long createdAt) {
    String name = identity.name() + "-" + dice.letters(5);
    while (has(name)) {
      name = identity.name() + "-" + dice.letters(5);
    }
    Identity pod = births.old(Api.POD, identity.namespace(), name, createdAt);
    return add(new Pod(this, pod, 0, stage));
  }

  private Pod add(Pod pod) {
    pods.add(pod);
    scalings++;
    return pod;
  }

  @Override
  public Pod replace(Pod gone, Births births, Dice dice) {
    forget(gone);
    return add(births, dice);
  }

  /// Takes a Pod out for which there is no place any more.
  void forget(Pod pod) {
    pods.remove(pod);
    scalings++;
  }

  private boolean has(String podName) {
    return pods.stream().anyMatch(pod -> pod.name().equals(podName));
  }

  @Override
  public Map<String, Object> podLabels(Pod pod) {
    return podLabels();
  }

  private Map<String, Object> podLabels() {
    return Tree.of("app.kubernetes.io/version", tag(), "pod-template-hash", hash);
  }

  @Override
  public Map<String, Object> podSpec() {
    return PodTemplate.of(app(), tag(), this == deployment.newest());
  }

  @Override
  public String tag() {
    return app().profile().tag(number);
  }

  @Override
  public Map<String, Object> body() {
    int ready = (int) pods.stream().filter(Pod::isReady).count();
    Map<String, Object> selector =
        Tree.joined(app().selector(), Tree.of("pod-template-hash", hash));
    return Draft.of(identity)
        .generation(scalings)
        .labels(app().labels())
        .labels(podLabels())
        .annotation("deployment.kubernetes.io/desired-replicas", "" + deployment.desired())
        .annotation("deployment.kubernetes.io/max-replicas", "" + deployment.most())
        .annotation("deployment.kubernetes.io/revision", "" + number)
        .owner(deployment.identity().asController())
        .with(
            "spec",
            Tree.of(
                "replicas",
                pods.size(),
                "selector",
                Tree.matching(selector),
                "template",
                Tree.of(
                    "metadata",
                    Tree.of("labels", Tree.joined(app().labels(), podLabels())),
                    "spec",
                    podSpec())),
            "status",
            Tree.of(
                "replicas",
                pods.size(),
                "fullyLabeledReplicas",
                pods.isEmpty() ? null : pods.size(),
                "readyReplicas",
                ready == 0 ? null : ready,
                "availableReplicas",
                ready == 0 ? null : ready,
                "observedGeneration",
                scalings));
  }
}
