package io.kubilitics.layout;

import static io.kubilitics.layout.EditedCluster.CONFIG;
import static io.kubilitics.layout.EditedCluster.CRON_JOB;
import static io.kubilitics.layout.EditedCluster.DEPLOYMENT;
import static io.kubilitics.layout.EditedCluster.POD;
import static io.kubilitics.layout.EditedCluster.REPLICA_SET;
import static io.kubilitics.layout.EditedCluster.SECRET;
import static io.kubilitics.layout.EditedCluster.SERVICE;
import static io.kubilitics.layout.EditedCluster.STATEFUL_SET;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.model.Change;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Seeded edits of a cluster. Each is a list of steps, as the controllers of a cluster make them
/// one after the other; none when there is nothing it could be done to.
final class Edits {
  private static final Relation USES_CONFIG = new Relation("uses-config");
  private static final Relation USES_SECRET = new Relation("uses-secret");
  private static final Relation SELECTS = new Relation("selects");
  private static final Evidence MADE_UP = new Evidence("spec.template.spec.volumes[99]", "edit");

  private final EditedCluster cluster;
  private final LayoutReplay replay;
  private final Random random;

  Edits(EditedCluster cluster, LayoutReplay replay, long seed) {
    this.cluster = cluster;
    this.replay = replay;
    this.random = new Random(seed);
  }

  /// The steps of one edit. Each step must be applied before the next is asked for.
  List<List<Change>> steps(Edit edit) {
    return switch (edit) {
      case POD_RESTART -> restart(false);
      case POD_RESTART_SURGE -> restart(true);
      case STATEFUL_RESTART -> statefulRestart();
      case SCALE_WITHIN -> scaleWithin();
      case SCALE_UP_BY_ONE -> scaleUp(pods -> pods + 1);
      case SCALE_UP_TWICE -> scaleUp(pods -> pods * 2);
      case SCALE_UP_FIVEFOLD -> scaleUp(pods -> pods * 5);
      case SCALE_TO_ZERO -> scaleToZero();
      case ROLLOUT -> rollout();
      case CRON_JOB_RUN -> cronJobRun();
      case NEW_APP ->
          one(DEPLOYMENT, _ -> true).map(of -> newApp(of.id().namespace())).orElse(List.of());
      case DELETE_APP -> one(DEPLOYMENT, _ -> true).map(this::deleteApp).orElse(List.of());
      case NEW_CONFIG -> newConfig();
      case SECOND_USER -> secondUser();
      case NEW_SERVICE -> newService();
      case NEW_NAMESPACE -> newNamespace();
      case DELETE_NAMESPACE -> deleteNamespace();
      case HEALTH -> health();
      case LABEL -> label();
      case SECRET_MISSING -> secretMissing();
      case NODE_ADDED -> nodeAdded();
    };
  }

  /// What is edited.
  enum Edit {
    /// A Pod goes, then another comes, then the EndpointSlices know.
    POD_RESTART,
    /// Another Pod comes, then the Pod goes.
    POD_RESTART_SURGE,
    /// A Pod of a StatefulSet goes and comes back under its name.
    STATEFUL_RESTART,
    /// One Pod more or fewer, with a cell free for it.
    SCALE_WITHIN,
    SCALE_UP_BY_ONE,
    SCALE_UP_TWICE,
    SCALE_UP_FIVEFOLD,
    SCALE_TO_ZERO,
    /// A new ReplicaSet, then new Pods before old ones.
    ROLLOUT,
    /// A Job of a CronJob comes, runs, and the oldest goes.
    CRON_JOB_RUN,
    NEW_APP,
    DELETE_APP,
    /// A new ConfigMap that one app uses.
    NEW_CONFIG,
    /// An app begins to use the ConfigMap of another and stops again.
    SECOND_USER,
    NEW_SERVICE,
    NEW_NAMESPACE,
    DELETE_NAMESPACE,
    HEALTH,
    LABEL,
    /// A Secret that is used goes and comes back.
    SECRET_MISSING,
    NODE_ADDED
  }

  /// Any object of a kind for which something holds; not all of them are asked.
  private Optional<Resource> one(Kind kind, Predicate<Resource> which) {
    List<Resource> all = cluster.ofKind(kind);
    int first = all.isEmpty() ? 0 : random.nextInt(all.size());
    for (int at = 0; at < all.size(); at++) {
      Resource object = all.get((first + at) % all.size());
      if (which.test(object)) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  private Optional<Resource> owner(Resource of) {
    for (Fact fact : of.facts()) {
      if (fact instanceof Fact.OwnedBy by) {
        return Optional.ofNullable(
            cluster.find(new ResourceId(by.kind(), of.id().namespace(), by.name())));
      }
    }
    return Optional.empty();
  }

  private boolean isOfReplicaSet(Resource pod) {
    return owner(pod).filter(by -> by.kind().equals(REPLICA_SET)).isPresent();
  }

  private Resource sibling(Resource pod) {
    String stem = owner(pod).orElseThrow().id().name();
    return cluster.copy(pod, cluster.newName(stem), UnaryOperator.identity());
  }

  private List<List<Change>> restart(boolean surges) {
    Optional<Resource> old = one(POD, this::isOfReplicaSet);
    if (old.isEmpty()) {
      return List.of();
    }
    Resource pod = old.get();
    Resource other = sibling(pod);
    Resource workload = owner(owner(pod).orElseThrow()).orElse(owner(pod).orElseThrow());
    if (!surges && cluster.podsOf(workload).size() == 1) {
      return List.of(
          List.of(new Change.Gone(pod.id()), standingIn(workload, pod)),
          List.of(new Change.Put(other), new Change.Put(workload)),
          cluster.endpoints(pod, other));
    }
    List<Change> goes = List.of(new Change.Gone(pod.id()));
    List<Change> comes = List.of(new Change.Put(other));
    List<Change> known = cluster.endpoints(pod, other);
    return surges ? List.of(comes, goes, known) : List.of(goes, comes, known);
  }

  private List<List<Change>> statefulRestart() {
    return one(POD, pod -> owner(pod).filter(by -> by.kind().equals(STATEFUL_SET)).isPresent())
        .map(this::statefulRestart)
        .orElse(List.of());
  }

  private List<List<Change>> statefulRestart(Resource pod) {
    Resource set = owner(pod).orElseThrow();
    Resource back = cluster.copy(pod, pod.id().name(), UnaryOperator.identity());
    boolean isLast = cluster.podsOf(set).size() == 1;
    return List.of(
        List.of(new Change.Gone(pod.id()), isLast ? standingIn(set, pod) : new Change.Put(set)),
        List.of(new Change.Put(back), new Change.Put(set)),
        cluster.endpoints(pod, back));
  }

  /// A workload whose last Pod went; its status says so, and selectors mean it instead.
  private Change standingIn(Resource workload, Resource pod) {
    List<Fact> facts = new ArrayList<>(workload.facts());
    facts.add(new Fact.Offers(MADE_UP, POD, pod.labels(), true));
    return new Change.Put(cluster.changed(workload, builder -> builder.facts(facts)));
  }

  private int capacity(ResourceId workload) {
    for (FramePlan frame : replay.plan().frames()) {
      for (BlockPlan block : frame.blocks()) {
        for (CardPlan card : block.cards()) {
          if (card.id().equals(workload)) {
            return card.capacity();
          }
        }
      }
    }
    return 0;
  }

  private List<List<Change>> scaleWithin() {
    Optional<Resource> some = one(DEPLOYMENT, of -> !cluster.podsOf(of).isEmpty());
    if (some.isEmpty()) {
      return List.of();
    }
    List<Resource> pods = cluster.podsOf(some.get());
    int capacity = capacity(some.get().id());
    Resource pod = pods.get(random.nextInt(pods.size()));
    if (pods.size() < capacity && random.nextBoolean()) {
      return List.of(List.of(new Change.Put(sibling(pod))));
    }
    return (pods.size() - 1) * 3 >= capacity
        ? List.of(List.of(new Change.Gone(pod.id())), cluster.endpoints(pod, null))
        : List.of();
  }

  private List<List<Change>> scaleUp(UnaryOperator<Integer> wanted) {
    Optional<Resource> some =
        one(DEPLOYMENT, of -> !cluster.podsOf(of).isEmpty() && cluster.podsOf(of).size() < 60);
    if (some.isEmpty()) {
      return List.of();
    }
    List<Resource> pods = cluster.podsOf(some.get());
    List<Change> more = new ArrayList<>();
    for (int count = pods.size(); count < wanted.apply(pods.size()); count++) {
      more.add(new Change.Put(sibling(pods.getFirst())));
    }
    return List.of(more);
  }

  private List<List<Change>> scaleToZero() {
    return one(DEPLOYMENT, of -> !cluster.podsOf(of).isEmpty())
        .map(of -> {
          List<Change> gone = new ArrayList<>();
          List<Change> known = new ArrayList<>();
          for (Resource pod : cluster.podsOf(of)) {
            gone.add(new Change.Gone(pod.id()));
          }
          cluster.podsOf(of).stream()
              .flatMap(pod -> cluster.endpoints(pod, null).stream())
              .map(change -> withoutGone(((Change.Put) change).resource(), of))
              .forEach(known::add);
          return List.of(gone, known);
        })
        .orElse(List.of());
  }

  /// EndpointSlices that name none of the Pods of a workload any more.
  private Change withoutGone(Resource slice, Resource workload) {
    List<ResourceId> pods = cluster.podsOf(workload).stream().map(Resource::id).toList();
    return new Change.Put(
        cluster.changed(
            slice,
            builder ->
                builder.facts(
                    slice.facts().stream()
                        .filter(fact ->
                            !(fact instanceof Fact.Names names && pods.contains(names.target())))
                        .toList())));
  }

  private List<List<Change>> rollout() {
    Optional<Resource> some =
        one(DEPLOYMENT, of -> cluster.podsOf(of).stream().anyMatch(this::isOfReplicaSet));
    if (some.isEmpty()) {
      return List.of();
    }
    Resource deployment = some.get();
    List<Resource> pods = cluster.podsOf(deployment);
    Resource old = owner(pods.getFirst()).orElseThrow();
    Resource now =
        cluster.copy(old, cluster.newName(deployment.id().name()), UnaryOperator.identity());
    List<List<Change>> steps = new ArrayList<>();
    steps.add(List.of(new Change.Put(now)));
    int surge = Math.ceilDiv(pods.size(), 4);
    for (int from = 0; from < pods.size(); from += surge) {
      List<Change> come = new ArrayList<>();
      List<Change> go = new ArrayList<>();
      for (Resource pod : pods.subList(from, Math.min(pods.size(), from + surge))) {
        Resource next =
            cluster.copy(pod, cluster.newName(now.id().name()), EditedCluster.ownedBy(old, now));
        come.add(new Change.Put(next));
        go.add(new Change.Gone(pod.id()));
      }
      steps.add(come);
      steps.add(go);
    }
    List<Resource> generations = cluster.ownedBy(deployment);
    if (generations.size() > 4) {
      Resource oldest =
          generations.stream().filter(of -> cluster.ownedBy(of).isEmpty()).findFirst().orElse(now);
      if (!oldest.equals(now)) {
        steps.add(List.of(new Change.Gone(oldest.id())));
      }
    }
    return steps;
  }

  private List<List<Change>> cronJobRun() {
    Optional<Resource> some = one(CRON_JOB, of -> !cluster.ownedBy(of).isEmpty());
    if (some.isEmpty()) {
      return List.of();
    }
    List<Resource> jobs = cluster.ownedBy(some.get());
    Resource last = jobs.getLast();
    Resource job =
        cluster.copy(last, cluster.newName(some.get().id().name()), UnaryOperator.identity());
    List<List<Change>> steps = new ArrayList<>();
    steps.add(List.of(new Change.Put(job)));
    Optional<Resource> pod = cluster.ownedBy(last).stream().findFirst();
    pod.ifPresent(of ->
        steps.add(
            List.of(
                new Change.Put(
                    cluster.copy(
                        of, cluster.newName(job.id().name()), EditedCluster.ownedBy(last, job))))));
    List<Change> oldest = new ArrayList<>();
    cluster.ownedBy(jobs.getFirst()).forEach(of -> oldest.add(new Change.Gone(of.id())));
    oldest.add(new Change.Gone(jobs.getFirst().id()));
    steps.add(oldest);
    return steps;
  }

  /// A Deployment with a Service, a ConfigMap and three Pods.
  private List<List<Change>> newApp(String namespace) {
    String name = cluster.newName("app");
    Labels labels = Labels.of(Map.of("app", name));
    Resource config = made(new ResourceId(CONFIG, namespace, name), labels, List.of());
    Resource service =
        made(
            new ResourceId(SERVICE, namespace, name),
            labels,
            List.of(
                new Fact.Selects(
                    SELECTS,
                    new Evidence("spec.selector", "app=" + name),
                    POD,
                    new NamespaceScope.In(namespace),
                    LabelSelector.matching("app", name))));
    Fact uses = new Fact.Names(USES_CONFIG, MADE_UP, config.id(), Presence.REQUIRED);
    Resource deployment = made(new ResourceId(DEPLOYMENT, namespace, name), labels, List.of(uses));
    Resource set =
        made(
            new ResourceId(REPLICA_SET, namespace, cluster.newName(name)),
            labels,
            List.of(uses, owned(deployment)));
    List<Change> pods = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      pods.add(
          new Change.Put(
              made(
                  new ResourceId(POD, namespace, cluster.newName(set.id().name())),
                  labels,
                  List.of(uses, owned(set)))));
    }
    return List.of(
        List.of(new Change.Put(config), new Change.Put(service)),
        List.of(new Change.Put(deployment)),
        List.of(new Change.Put(set)),
        pods);
  }

  private static Fact owned(Resource by) {
    return new Fact.OwnedBy(
        Relation.OWNS,
        new Evidence("metadata.ownerReferences[0]", by.id().name()),
        by.uid(),
        by.kind(),
        by.id().name(),
        io.kubilitics.model.Scope.NAMESPACED,
        true);
  }

  private Resource made(ResourceId id, Labels labels, List<Fact> facts) {
    Resource bare = Resource.builder(id).version("v1").labels(labels).facts(facts).build();
    return cluster.copy(bare, id.name(), UnaryOperator.identity());
  }

  private List<List<Change>> deleteApp(Resource deployment) {
    List<Change> generations = new ArrayList<>();
    List<Change> pods = new ArrayList<>();
    for (Resource owned : cluster.ownedBy(deployment)) {
      generations.add(new Change.Gone(owned.id()));
      cluster.ownedBy(owned).forEach(pod -> pods.add(new Change.Gone(pod.id())));
    }
    List<Change> beside = new ArrayList<>();
    for (Resource object : cluster.objects()) {
      if (!object.id().equals(deployment.id())
          && object.id().namespace().equals(deployment.id().namespace())
          && object.id().name().equals(deployment.id().name())) {
        beside.add(new Change.Gone(object.id()));
        cluster.ownedBy(object).forEach(owned -> beside.add(new Change.Gone(owned.id())));
      }
    }
    return List.of(List.of(new Change.Gone(deployment.id())), generations, pods, beside);
  }

  private Change using(Resource user, Relation relation, ResourceId used) {
    List<Fact> facts = new ArrayList<>(user.facts());
    facts.add(new Fact.Names(relation, MADE_UP, used, Presence.REQUIRED));
    return new Change.Put(cluster.changed(user, builder -> builder.facts(facts)));
  }

  private List<List<Change>> newConfig() {
    return one(DEPLOYMENT, _ -> true)
        .map(of -> {
          Resource config =
              made(
                  new ResourceId(CONFIG, of.id().namespace(), cluster.newName("config")),
                  Labels.NONE,
                  List.of());
          return List.of(
              List.<Change>of(new Change.Put(config)),
              List.of(using(of, USES_CONFIG, config.id())));
        })
        .orElse(List.of());
  }

  private List<List<Change>> secondUser() {
    return one(DEPLOYMENT, _ -> true)
        .flatMap(of ->
            one(CONFIG, config -> config.id().namespace().equals(of.id().namespace()))
                .map(config ->
                    List.of(
                        List.of(using(of, USES_CONFIG, config.id())),
                        List.<Change>of(new Change.Put(cluster.changed(of, builder -> builder))))))
        .orElse(List.of());
  }

  private List<List<Change>> newService() {
    return one(POD, pod -> pod.labels().size() > 0)
        .map(pod -> {
          String key = pod.labels().key(0);
          String value = pod.labels().value(0);
          String namespace = pod.id().namespace();
          return List.of(
              List.<Change>of(
                  new Change.Put(
                      made(
                          new ResourceId(SERVICE, namespace, cluster.newName("service")),
                          Labels.NONE,
                          List.of(
                              new Fact.Selects(
                                  SELECTS,
                                  new Evidence("spec.selector", key + "=" + value),
                                  POD,
                                  new NamespaceScope.In(namespace),
                                  LabelSelector.matching(key, value)))))));
        })
        .orElse(List.of());
  }

  private List<List<Change>> newNamespace() {
    String name = cluster.newName("space");
    List<List<Change>> steps = new ArrayList<>();
    steps.add(
        List.of(
            new Change.Put(
                made(
                    ResourceId.clusterScoped(Kind.core("Namespace"), name),
                    Labels.NONE,
                    List.of()))));
    steps.addAll(newApp(name));
    return steps;
  }

  private List<List<Change>> deleteNamespace() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Resource object : cluster.objects()) {
      if (!object.id().namespace().isEmpty()) {
        sizes.merge(object.id().namespace(), 1, Integer::sum);
      }
    }
    int limit = cluster.objects().size() / 8;
    List<String> small =
        sizes.entrySet().stream()
            .filter(entry -> entry.getValue() < limit)
            .map(Map.Entry::getKey)
            .toList();
    if (small.size() < 3) {
      return List.of();
    }
    String name = small.get(random.nextInt(small.size()));
    List<Change> gone = new ArrayList<>();
    for (Resource object : cluster.objects()) {
      if (object.id().namespace().equals(name)) {
        gone.add(new Change.Gone(object.id()));
      }
    }
    int half = gone.size() / 2;
    return List.of(
        List.copyOf(gone.subList(0, half)),
        List.copyOf(gone.subList(half, gone.size())),
        List.of(new Change.Gone(ResourceId.clusterScoped(Kind.core("Namespace"), name))));
  }

  private Resource any() {
    List<Resource> all = List.copyOf(cluster.objects());
    return all.get(random.nextInt(all.size()));
  }

  private List<List<Change>> health() {
    Health.Status[] all = Health.Status.values();
    Health health = new Health(all[random.nextInt(all.length)], "Edited", "");
    return List.of(
        List.of(new Change.Put(cluster.changed(any(), builder -> builder.health(health)))));
  }

  private List<List<Change>> label() {
    Resource of = any();
    Labels labels = of.labels().withDefault("example.com/note", cluster.newName("note"));
    return List.of(List.of(new Change.Put(cluster.changed(of, builder -> builder.labels(labels)))));
  }

  private List<List<Change>> secretMissing() {
    return one(SECRET, this::isUsed)
        .map(secret ->
            List.of(
                List.<Change>of(new Change.Gone(secret.id())),
                List.<Change>of(new Change.Put(secret))))
        .orElse(List.of());
  }

  private boolean isUsed(Resource secret) {
    return cluster.objects().stream()
        .anyMatch(object ->
            object.facts().stream()
                .anyMatch(fact ->
                    fact instanceof Fact.Names names
                        && names.relation().equals(USES_SECRET)
                        && names.target().equals(secret.id())));
  }

  private List<List<Change>> nodeAdded() {
    return List.of(
        List.of(
            new Change.Put(
                made(
                    ResourceId.clusterScoped(Kind.core("Node"), cluster.newName("worker")),
                    Labels.NONE,
                    List.of()))));
  }
}
