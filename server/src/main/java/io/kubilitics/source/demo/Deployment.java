package io.kubilitics.source.demo;

import io.kubilitics.source.demo.AppSpec.Trouble;
import io.kubilitics.source.demo.Pod.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A Deployment with its revisions. One thread.
final class Deployment implements Workload {
  /// A quarter, as the API server sets it.
  static final int SURGE_DIVISOR = 4;

  private static final long STUCK_SECONDS = 2_400;
  private static final int RESTARTS_OF_THE_CRASHED = 14;

  private final App app;
  private final Identity identity;

  /// Oldest first.
  private final List<Revision> revisions = new ArrayList<>();

  private int desired;
  private long generation;
  private long changedAt;

  Deployment(App app, Births births) {
    this.app = app;
    AppSpec spec = app.spec();
    Profile profile = app.profile();
    identity = births.old(Api.DEPLOYMENT, spec.namespace(), app.name(), profile.createdAt());
    desired = spec.trouble() == Trouble.SCALED_TO_ZERO ? 0 : spec.replicas();
    generation = profile.revision() + 1L;
    boolean stuck = spec.trouble() == Trouble.MISSING_SECRET;
    changedAt = stuck ? births.now() - STUCK_SECONDS : profile.rolledOutAt();
    addRevisions(births);
    fill(births);
  }

  private void addRevisions(Births births) {
    Profile profile = app.profile();
    int old = app.spec().oldRevisions();
    long span = (changedAt - identity.createdAt()) / (old + 1);
    for (int back = old; back >= 0; back--) {
      int number = profile.revision() - back;
      String name = Revision.nameOf(app, number);
      Identity set =
          births.old(Api.REPLICA_SET, identity.namespace(), name, changedAt - back * span);
      revisions.add(new Revision(this, number, set));
    }
  }

  private void fill(Births births) {
    Dice dice = Dice.of(births.seed(), "pods", identity.namespace(), app.name());
    Trouble trouble = app.spec().trouble();
    Revision serving = newest();
    if (trouble == Trouble.MISSING_SECRET) {
      newest().addOld(births, dice, Stage.CONFIG_ERROR, changedAt + 1);
      serving = revisions.get(revisions.size() - 2);
    }
    for (int i = 0; i < desired; i++) {
      long createdAt = serving.identity().createdAt() + 1 + 11L * i;
      Stage stage = stageOf(trouble, i);
      Pod pod = serving.addOld(births, dice, stage, Math.min(createdAt, births.now() - 60));
      pod.become(stage, pod.identity().createdAt() + 14);
      if (stage == Stage.CRASHING || stage == Stage.OUT_OF_MEMORY) {
        pod.restarted(RESTARTS_OF_THE_CRASHED);
        pod.become(stage, births.now() - 100);
      }
    }
  }

  private static Stage stageOf(Trouble trouble, int index) {
    return switch (trouble) {
      case ONE_CRASHES -> index == 0 ? Stage.CRASHING : Stage.READY;
      case OUT_OF_MEMORY -> Stage.OUT_OF_MEMORY;
      case NO_SUCH_IMAGE -> Stage.NO_SUCH_IMAGE;
      case UNSCHEDULABLE -> Stage.UNSCHEDULABLE;
      case NONE, MISSING_SECRET, GAVE_UP, BUDGET_BLOCKS, SCALED_TO_ZERO -> Stage.READY;
    };
  }

  @Override
  public Identity identity() {
    return identity;
  }

  App app() {
    return app;
  }

  Revision newest() {
    return revisions.getLast();
  }

  List<Revision> revisions() {
    return revisions;
  }

  int desired() {
    return desired;
  }

  long generation() {
    return generation;
  }

  /// When its spec was changed last, in seconds of the epoch.
  long changedAt() {
    return changedAt;
  }

  /// More Pods than this are never made while rolling out.
  int most() {
    return desired + surge();
  }

  int surge() {
    return Math.ceilDiv(desired, SURGE_DIVISOR);
  }

  @Override
  public List<Pod> pods() {
    return revisions.stream().flatMap(revision -> revision.pods().stream()).toList();
  }

  @Override
  public List<ClusterObject> objects() {
    List<ClusterObject> all = new ArrayList<>();
    all.add(this);
    all.addAll(revisions);
    all.addAll(pods());
    return all;
  }

  void scaleTo(int replicas, long now) {
    desired = replicas;
    generation++;
    changedAt = now;
  }

  /// A new template: the newest revision, without Pods yet.
  Revision rollOut(Births births) {
    generation++;
    changedAt = births.now();
    int number = newest().number() + 1;
    Identity set = births.born(Api.REPLICA_SET, identity.namespace(), Revision.nameOf(app, number));
    Revision revision = new Revision(this, number, set);
    revisions.add(revision);
    return revision;
  }

  /// Takes the revisions out that are older than the Deployment keeps, oldest first.
  List<Revision> forgetOldest() {
    List<Revision> forgotten = new ArrayList<>();
    while (revisions.size() > app.spec().oldRevisions() + 1
        && revisions.getFirst().pods().isEmpty()) {
      forgotten.add(revisions.removeFirst());
    }
    return forgotten;
  }

  /// Takes out the Pod that goes first when there are too many: of the oldest revision, one that is
  /// not ready before one that is, the youngest first.
  Pod retireOne() {
    Revision oldest =
        revisions.stream().filter(revision -> !revision.pods().isEmpty()).findFirst().orElseThrow();
    Pod first =
        oldest.pods().stream()
            .min(
                Comparator.comparing(Pod::isReady)
                    .thenComparingLong(pod -> -pod.identity().createdAt())
                    .thenComparing(Pod::name))
            .orElseThrow();
    oldest.forget(first);
    return first;
  }

  @Override
  public Map<String, Object> body() {
    return Draft.of(identity)
        .generation(generation)
        .labels(app.labels())
        .annotation("deployment.kubernetes.io/revision", "" + newest().number())
        .with(
            "spec",
            Tree.of(
                "replicas",
                desired,
                "selector",
                Tree.matching(app.selector()),
                "template",
                Tree.of(
                    "metadata",
                    Tree.of(
                        "labels",
                        Tree.joined(
                            app.labels(), Tree.of("app.kubernetes.io/version", newest().tag()))),
                    "spec",
                    newest().podSpec()),
                "strategy",
                Tree.of(
                    "type",
                    "RollingUpdate",
                    "rollingUpdate",
                    Tree.of("maxUnavailable", "25%", "maxSurge", "25%")),
                "revisionHistoryLimit",
                app.spec().oldRevisions(),
                "progressDeadlineSeconds",
                600),
            "status",
            DeploymentStatus.of(this));
  }
}
