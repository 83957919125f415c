package io.kubilitics.api;

import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A small cluster with one of each thing that a filter can tell apart: two namespaces, a selecting
/// Service, a Pod that names a Secret which is not there, a Node.
final class Shop implements OpenedClusters {
  static final Kind POD = Kind.core("Pod");
  static final Kind SERVICE = Kind.core("Service");
  static final Kind SECRET = Kind.core("Secret");
  static final Kind NODE = Kind.core("Node");
  static final Relation SELECTS = new Relation("selects");
  static final Relation USES_SECRET = new Relation("uses-secret");
  static final Relation RUNS_ON = new Relation("runs-on");
  static final Instant AS_OF = Instant.parse("2026-11-20T10:00:00Z");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "pods",
          POD,
          "po",
          POD,
          "Pod",
          POD,
          "services",
          SERVICE,
          "Service",
          SERVICE,
          "secrets",
          SECRET,
          "Secret",
          SECRET,
          "nodes",
          NODE,
          "Node",
          NODE);

  private final Engine engine = new Engine(types());
  volatile State state = State.READY;

  static Shop open() {
    Shop shop = new Shop();
    shop.engine.apply(shop.objects());
    return shop;
  }

  static RelationTypes types() {
    return new RelationTypes(
        List.of(
            type(SELECTS, RelationType.Category.TRAFFIC),
            type(USES_SECRET, RelationType.Category.CONFIGURATION),
            type(RUNS_ON, RelationType.Category.PLACEMENT)));
  }

  private static RelationType type(Relation relation, RelationType.Category category) {
    return new RelationType(
        relation,
        category,
        Harm.NONE,
        RelationType.Storage.EDGE,
        RelationType.Layout.CORE,
        false,
        relation.name());
  }

  private List<Change> objects() {
    List<Change> changes = new ArrayList<>();
    for (Kind kind : List.of(POD, SERVICE, SECRET, NODE)) {
      changes.add(new Change.Known(new KindState(kind, "", Knowledge.SYNCED, "")));
    }
    changes.add(put(Resource.builder(ResourceId.clusterScoped(NODE, "worker-1"))));
    for (String namespace : List.of("shop", "payments")) {
      changes.add(
          put(
              Resource.builder(new ResourceId(SERVICE, namespace, "web"))
                  .facts(
                      List.of(
                          new Fact.Selects(
                              SELECTS,
                              new Evidence("spec.selector", "app=web"),
                              POD,
                              new NamespaceScope.In(namespace),
                              LabelSelector.matching("app", "web"))))));
      changes.add(pod(namespace, "cart-1", "web", Health.HEALTHY));
    }
    changes.add(pod("shop", "batch-1", "batch", new Health(Health.Status.FAILED, "OOMKilled", "")));
    return changes;
  }

  /// Adds Pods that belong to nothing.
  void grow(int pods) {
    List<Change> changes = new ArrayList<>();
    for (int each = 0; each < pods; each++) {
      changes.add(pod("shop", "extra-" + each, "extra", Health.HEALTHY));
    }
    engine.apply(changes);
  }

  private static Change pod(String namespace, String name, String app, Health health) {
    return put(
        Resource.builder(new ResourceId(POD, namespace, name))
            .labels(Labels.of("app", app))
            .health(health)
            .createdAt(AS_OF)
            .facts(
                List.of(
                    new Fact.Names(
                        USES_SECRET,
                        new Evidence("spec.volumes[0].secret.secretName", "db-password"),
                        new ResourceId(SECRET, namespace, "db-password"),
                        Presence.REQUIRED),
                    new Fact.Names(
                        RUNS_ON,
                        new Evidence("spec.nodeName", "worker-1"),
                        ResourceId.clusterScoped(NODE, "worker-1"),
                        Presence.REQUIRED))));
  }

  private static Change put(Resource.Builder resource) {
    return new Change.Put(resource.version("v1").build());
  }

  @Override
  public List<Cluster> all() {
    return List.of(
        new Cluster(new ClusterId("shop"), "demo:shop", true, state, "", AS_OF, engine.current()));
  }

  @Override
  public Kind kind(String text) {
    Kind kind = KINDS.get(text);
    if (kind == null) {
      throw new IllegalArgumentException("'" + text + "' is no kind of this cluster");
    }
    return kind;
  }

  @Override
  public Relation relation(String text) {
    Relation relation = new Relation(text);
    if (!types().contains(relation)) {
      throw new IllegalArgumentException("'" + text + "' is no relation");
    }
    return relation;
  }

  @Override
  public void close() {}
}
