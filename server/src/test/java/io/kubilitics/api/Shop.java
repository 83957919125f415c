package io.kubilitics.api;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Body;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Features;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Text;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.Roster;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.Atlas;
import io.kubilitics.source.Place;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A small cluster with one of each thing that a filter can tell apart: two namespaces, a selecting
/// Service, a Pod that names a Secret which is not there, a Node. It can grow while it is looked
/// at.
final class Shop implements ResourceSource {
  static final Kind POD = Kind.core("Pod");
  static final Kind SERVICE = Kind.core("Service");
  static final Kind SECRET = Kind.core("Secret");
  static final Kind NODE = Kind.core("Node");
  static final Kind LEASE = new Kind("coordination.k8s.io", "Lease");
  static final ClusterId ID = new ClusterId("shop");
  static final Instant AS_OF = Instant.parse("2026-11-20T10:00:00Z");

  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Relation SELECTS = new Relation("selects");
  private static final Relation USES_SECRET = new Relation("uses-secret");
  private static final Relation PART_OF = new Relation("part-of");
  private static final Relation RUNS_ON = new Relation("runs-on");

  private final CountDownLatch complete = new CountDownLatch(1);
  private final Set<Kind> wanted = new ConcurrentSkipListSet<>();
  private volatile @Nullable SourceListener listener;

  /// The shop in a fleet of its own, not yet read to its end.
  Served serve() {
    Fleet fleet = new Fleet(Clock.fixed(AS_OF, ZoneOffset.UTC));
    fleet.open(ID, "kubeconfig:shop", this, CATALOGUE);
    return new Served(fleet, Atlas.inMemory(), new Roster(fleet, new ShopOpenings()));
  }

  /// The shop, read to its end as soon as it is opened.
  static Shop complete() {
    Shop shop = new Shop();
    shop.complete.countDown();
    return shop;
  }

  /// The shop in a fleet of others, read to its end.
  Session openIn(Fleet fleet, ClusterId name) {
    complete.countDown();
    return fleet.open(name, "kubeconfig:" + name, this, CATALOGUE);
  }

  /// Lets the first reading end, and waits until it has.
  static void finish(Shop shop, Served served) throws InterruptedException {
    shop.complete.countDown();
    served.fleet().session(ID).orElseThrow().awaitReady();
  }

  /// Adds the definition of a kind.
  void define(String name, Kind kind) {
    SourceListener told = listener;
    if (told == null) {
      throw new IllegalStateException("nobody listens");
    }
    told.changes(
        List.of(
            put(
                Resource.builder(
                        ResourceId.clusterScoped(
                            new Kind("apiextensions.k8s.io", "CustomResourceDefinition"), name))
                    .features(Features.of(Map.of("instances-of", kind.toString()))))));
  }

  /// Reports something of an object.
  void report(ObjectEvent event) {
    SourceListener told = listener;
    if (told == null) {
      throw new IllegalStateException("nobody listens");
    }
    told.event(event);
  }

  /// Adds Pods that belong to nothing.
  void grow(String name, int pods) {
    List<Change> changes = new ArrayList<>();
    for (int each = 0; each < pods; each++) {
      changes.add(put(pod("shop", name + "-" + each, "extra", Health.HEALTHY)));
    }
    SourceListener told = listener;
    if (told == null) {
      throw new IllegalStateException("nobody listens");
    }
    told.changes(changes);
  }

  @Override
  public void open(SourceListener listener) {
    this.listener = listener;
    listener.changes(objects());
    listener.rejected(new Place("broken.yaml", 3), "a tab is no indentation");
    try {
      complete.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<Body> body(ResourceId id) {
    Fields metadata = new Fields(Map.of("name", new Text(id.name())));
    return id.kind().equals(POD)
        ? Optional.of(new Body(id, new Fields(Map.of("metadata", metadata))))
        : Optional.empty();
  }

  @Override
  public void wanted(Kind kind) {
    wanted.add(kind);
  }

  /// The kinds that somebody has looked at.
  Set<Kind> wanted() {
    return wanted;
  }

  @Override
  public void close() {}

  private static List<Change> objects() {
    List<Change> changes = new ArrayList<>();
    for (Kind kind : List.of(POD, SERVICE, SECRET, NODE)) {
      changes.add(new Change.Known(new KindState(kind, "", Knowledge.SYNCED, "")));
    }
    changes.add(
        new Change.Known(
            new KindState(LEASE, "", Knowledge.FORBIDDEN, "leases is forbidden for jane")));
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
      String restarts = namespace.equals("shop") ? "2" : "10";
      changes.add(
          put(
              pod(namespace, "cart-1", "web", Health.HEALTHY)
                  .features(Features.of(Map.of("Restarts", restarts)))));
    }
    changes.add(
        put(pod("shop", "batch-1", "batch", new Health(Health.Status.FAILED, "OOMKilled", ""))));
    return changes;
  }

  private static Resource.Builder pod(String namespace, String name, String app, Health health) {
    return Resource.builder(new ResourceId(POD, namespace, name))
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
                    Presence.REQUIRED),
                new Fact.Reaches(
                    PART_OF,
                    new Evidence("metadata.labels.app", app),
                    new Synthetic(Synthetic.Type.APP, namespace, app),
                    null,
                    true)));
  }

  private static Change put(Resource.Builder resource) {
    return new Change.Put(resource.version("v1").build());
  }
}
