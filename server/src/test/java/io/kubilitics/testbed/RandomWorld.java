package io.kubilitics.testbed;

import io.kubilitics.model.Change;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A small world that changes at random: objects come, change, go and come back; they name objects
/// that are there and others that are not, select each other, and lead out of the cluster.
public final class RandomWorld {
  public static final Kind POD = Kind.core("Pod");
  public static final Kind SERVICE = Kind.core("Service");
  public static final Kind SECRET = Kind.core("Secret");
  public static final Kind NODE = Kind.core("Node");

  private static final List<Kind> KINDS = List.of(POD, SERVICE, SECRET, NODE);
  private static final List<KindState.Knowledge> KNOWLEDGE =
      List.of(
          KindState.Knowledge.SYNCED,
          KindState.Knowledge.SYNCED,
          KindState.Knowledge.STALE,
          KindState.Knowledge.SYNCING,
          KindState.Knowledge.POLLED,
          KindState.Knowledge.FORBIDDEN);

  /// The only one of its namespace, which comes and goes with it.
  private static final ResourceId FLEETING = new ResourceId(POD, "popup", "pod-0");

  private static final List<String> NAMESPACES = List.of("bakery", "shop", "payments", "ops");
  private static final List<String> APPS = List.of("web", "cart", "db");
  private static final List<Health> HEALTH =
      List.of(
          Health.HEALTHY,
          new Health(Health.Status.FAILED, "OOMKilled", "say \"ü\" \u2028"),
          new Health(Health.Status.DEGRADED, "Waiting", ""));

  private final RandomGenerator random;
  private int version;

  public RandomWorld(RandomGenerator random) {
    this.random = random;
  }

  /// What everybody begins with: all kinds are known.
  public List<Change> beginning() {
    List<Change> changes = new ArrayList<>();
    for (Kind kind : KINDS) {
      changes.add(known(kind, KindState.Knowledge.SYNCED));
    }
    return changes;
  }

  /// Some changes that happen at once.
  public List<Change> next() {
    List<Change> changes = new ArrayList<>();
    int count = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 4);
    for (int each = 0; each < count; each++) {
      changes.add(change());
    }
    return changes;
  }

  private Change change() {
    return switch (random.nextInt(28)) {
      case 0 -> known(pick(KINDS), pick(KNOWLEDGE));
      case 24, 25 -> new Change.Gone(FLEETING);
      case 26 -> putPod(FLEETING);
      case 1, 2, 3 -> new Change.Gone(pod());
      case 4 -> new Change.Gone(service());
      case 5 -> new Change.Gone(secret());
      case 6 -> new Change.Gone(node());
      case 7 -> new Change.Gone(ResourceId.clusterScoped(Kind.core("Namespace"), namespace()));
      case 8 ->
          put(
              Resource.builder(ResourceId.clusterScoped(Kind.core("Namespace"), namespace()))
                  .labels(Labels.of("team", pick(APPS))));
      case 9 -> put(Resource.builder(node()).health(pick(HEALTH)));
      case 10, 11 -> put(Resource.builder(secret()).labels(Labels.of("app", pick(APPS))));
      case 12, 13 -> putService(service());
      default -> putPod(pod());
    };
  }

  private static Change known(Kind kind, KindState.Knowledge knowledge) {
    String message = knowledge == KindState.Knowledge.STALE ? "since 10:02:11" : "";
    return new Change.Known(new KindState(kind, "", knowledge, message));
  }

  private Change putService(ResourceId id) {
    NamespaceScope scope =
        random.nextInt(4) == 0
            ? new NamespaceScope.Everywhere()
            : new NamespaceScope.In(id.namespace());
    String app = pick(APPS);
    return put(
        Resource.builder(id)
            .labels(Labels.of("app", app))
            .facts(
                List.of(
                    new Fact.Selects(
                        new Relation("selects"),
                        new Evidence("spec.selector", "app=" + app),
                        POD,
                        scope,
                        LabelSelector.matching("app", app)))));
  }

  private Change putPod(ResourceId id) {
    List<Fact> facts = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      facts.add(
          new Fact.Names(
              new Relation("uses-secret"),
              new Evidence("spec.volumes[0].secret.secretName", "x"),
              new ResourceId(SECRET, id.namespace(), "secret-" + random.nextInt(3)),
              random.nextBoolean() ? Presence.REQUIRED : Presence.OPTIONAL));
    }
    if (random.nextBoolean()) {
      facts.add(
          new Fact.Names(
              new Relation("runs-on"),
              new Evidence("spec.nodeName", "x"),
              node(),
              Presence.REQUIRED));
    }
    String app = pick(APPS);
    if (random.nextBoolean()) {
      facts.add(
          new Fact.Reaches(
              new Relation("part-of"),
              new Evidence("metadata.labels.app", app),
              new Synthetic(Synthetic.Type.APP, id.namespace(), app),
              null,
              true));
    }
    return put(
        Resource.builder(id).labels(Labels.of("app", app)).health(pick(HEALTH)).facts(facts));
  }

  private Change put(Resource.Builder resource) {
    version++;
    return new Change.Put(resource.version("v1").uid("u" + version % 5).build());
  }

  private ResourceId pod() {
    return new ResourceId(POD, namespace(), "pod-" + random.nextInt(8));
  }

  private ResourceId service() {
    return new ResourceId(SERVICE, namespace(), "service-" + random.nextInt(2));
  }

  private ResourceId secret() {
    return new ResourceId(SECRET, namespace(), "secret-" + random.nextInt(3));
  }

  private ResourceId node() {
    return ResourceId.clusterScoped(NODE, "node-" + random.nextInt(3));
  }

  public String namespace() {
    return pick(NAMESPACES);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
