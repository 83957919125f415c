package io.kubilitics.topology;

import static io.kubilitics.topology.RandomWorld.COUNTED;
import static io.kubilitics.topology.RandomWorld.GRANT;
import static io.kubilitics.topology.RandomWorld.NAMESPACE;
import static io.kubilitics.topology.RandomWorld.NAMES_IT;
import static io.kubilitics.topology.RandomWorld.NODE;
import static io.kubilitics.topology.RandomWorld.POD;
import static io.kubilitics.topology.RandomWorld.REACHES;
import static io.kubilitics.topology.RandomWorld.RELATIONS;
import static io.kubilitics.topology.RandomWorld.ROUTE;
import static io.kubilitics.topology.RandomWorld.SELECTS;
import static io.kubilitics.topology.RandomWorld.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Change;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Rank;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Synthetic;
import io.kubilitics.model.Viewer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What each type of fact means, in words; [EngineHistoryTest] has the proof.
class EngineTest {
  private static final Evidence READ = new Evidence("spec.x", "y");
  private static final ResourceId SECRET = id(Kind.core("Secret"), "shop", "db-password");

  private final Engine engine = new Engine(RELATIONS);

  private static ResourceId id(Kind kind, String namespace, String name) {
    return new ResourceId(kind, namespace, name);
  }

  private void put(ResourceId id, Fact... facts) {
    put(id, "", Labels.NONE, facts);
  }

  private void put(ResourceId id, String uid, Labels labels, Fact... facts) {
    engine.apply(
        List.of(
            new Change.Put(
                Resource.builder(id).uid(uid).labels(labels).facts(Arrays.asList(facts)).build())));
  }

  private void gone(ResourceId id) {
    engine.apply(List.of(new Change.Gone(id)));
  }

  private void known(Kind kind, String namespace, Knowledge knowledge) {
    engine.apply(List.of(new Change.Known(new KindState(kind, namespace, knowledge, "test"))));
  }

  private List<String> edges() {
    return engine
        .current()
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .edges()
        .map(EngineTest::text)
        .toList();
  }

  private static String text(Edge edge) {
    return edge.id()
        + (edge.state() == EdgeState.RESOLVED ? "" : " " + edge.state().text())
        + (edge.inferred() ? " inferred" : "")
        + (edge.optional() ? " optional" : "");
  }

  private static Fact.Names names(ResourceId target, Presence presence) {
    return new Fact.Names(NAMES_IT, READ, target, presence);
  }

  @Test
  void aMissingTargetIsAGhostUntilItComesAndAgainWhenItGoes() {
    ResourceId pod = id(POD, "shop", "cart");
    put(pod, names(SECRET, Presence.REQUIRED));
    assertThat(edges()).containsExactly("Pod/shop/cart names Secret/shop/db-password missing");
    assertThat(engine.current().node(SECRET, Viewer.EVERYTHING))
        .contains(new Node.Ghost(SECRET, true));
    put(SECRET);
    assertThat(edges()).containsExactly("Pod/shop/cart names Secret/shop/db-password");
    gone(SECRET);
    assertThat(edges()).containsExactly("Pod/shop/cart names Secret/shop/db-password missing");
    gone(pod);
    assertThat(engine.current().nodeCount(Viewer.EVERYTHING)).isZero();
  }

  @Test
  void whatIsOnlyNamedIfItExistsIsNeverAGhost() {
    put(id(POD, "shop", "cart"), names(SECRET, Presence.IF_EXISTS));
    assertThat(edges()).isEmpty();
    put(SECRET);
    assertThat(edges()).hasSize(1);
  }

  @Test
  void nothingIsCalledMissingWhoseKindIsNotKnown() {
    known(SECRET.kind(), "", Knowledge.FORBIDDEN);
    put(id(POD, "shop", "cart"), names(SECRET, Presence.REQUIRED));
    assertThat(edges()).containsExactly("Pod/shop/cart names Secret/shop/db-password unknown");
    known(SECRET.kind(), "shop", Knowledge.SYNCED);
    assertThat(edges()).containsExactly("Pod/shop/cart names Secret/shop/db-password missing");
    known(SECRET.kind(), "shop", Knowledge.SYNCING);
    assertThat(edges()).containsExactly("Pod/shop/cart names Secret/shop/db-password unknown");
  }

  @Test
  void aRecreatedOwnerOfTheSameNameIsStale() {
    ResourceId owner = id(SERVICE, "shop", "cart");
    Fact owned =
        new Fact.OwnedBy(Relation.OWNS, READ, "uid-1", SERVICE, "cart", Scope.NAMESPACED, true);
    put(id(POD, "shop", "cart-1"), owned);
    put(owner, "uid-1", Labels.NONE);
    assertThat(edges()).containsExactly("Service/shop/cart owns Pod/shop/cart-1");
    put(owner, "uid-2", Labels.NONE);
    assertThat(edges()).containsExactly("Service/shop/cart owns Pod/shop/cart-1 stale");
    put(id(SERVICE, "other", "cart"), "uid-1", Labels.NONE);
    gone(owner);
    assertThat(edges())
        .as("an owner is never in another namespace")
        .containsExactly("Service/shop/cart owns Pod/shop/cart-1 missing");
  }

  @Test
  void aReferenceThatNeedsAGrantIsDeniedWithoutOne() {
    ResourceId service = id(SERVICE, "back", "api");
    ResourceId grant = id(GRANT, "back", "allow");
    put(
        id(ROUTE, "edge", "api"),
        names(service, Presence.REQUIRED).withPermit(new Fact.PermitNeed(GRANT, "")));
    put(service);
    String edge = "HTTPRoute.gateway.networking.k8s.io/edge/api names Service/back/api";
    assertThat(edges()).containsExactly(edge + " denied");
    put(grant, new Fact.Permits(READ, ROUTE, new NamespaceScope.In("edge"), SERVICE, "api", ""));
    assertThat(edges()).containsExactly(edge);
    put(grant, new Fact.Permits(READ, ROUTE, new NamespaceScope.In("edge"), SERVICE, "other", ""));
    assertThat(edges()).containsExactly(edge + " denied");
    known(GRANT, "", Knowledge.FORBIDDEN);
    assertThat(edges()).as("grants may be there").containsExactly(edge + " unknown");
  }

  @Test
  void aGrantFollowsTheLabelsOfNamespaces() {
    ResourceId service = id(SERVICE, "back", "api");
    put(
        id(ROUTE, "edge", "api"),
        names(service, Presence.REQUIRED).withPermit(new Fact.PermitNeed(GRANT, "")));
    put(service);
    put(
        id(GRANT, "back", "allow"),
        new Fact.Permits(
            READ,
            ROUTE,
            new NamespaceScope.Matching(LabelSelector.matching("team", "a")),
            SERVICE,
            "",
            ""));
    assertThat(edges().getFirst()).endsWith("denied");
    put(ResourceId.clusterScoped(NAMESPACE, "edge"), "", Labels.of("team", "a"));
    assertThat(edges().getFirst()).endsWith("Service/back/api");
    gone(ResourceId.clusterScoped(NAMESPACE, "edge"));
    assertThat(edges().getFirst()).endsWith("denied");
  }

  @Test
  void aFallbackSpeaksOnlyWhereNothingBetterDoesAndItsGroupIsThere() {
    ResourceId service = id(SERVICE, "shop", "cart");
    ResourceId slice = id(ROUTE, "shop", "cart-x");
    put(
        id(POD, "shop", "cart"),
        names(service, Presence.IF_EXISTS).withRank(new Rank(service, 1)),
        new Fact.Reaches(
            REACHES,
            READ,
            new Synthetic(Synthetic.Type.HOST, "10.0.0.1"),
            new Rank(service, 1),
            false));
    assertThat(engine.current().nodeCount(Viewer.EVERYTHING)).isEqualTo(1);
    put(service);
    assertThat(edges())
        .containsExactly(
            "Pod/shop/cart names Service/shop/cart", "Pod/shop/cart reaches Host/10.0.0.1");
    put(slice, names(service, Presence.REQUIRED).withRank(new Rank(service, 0)));
    assertThat(edges())
        .containsExactly("HTTPRoute.gateway.networking.k8s.io/shop/cart-x names Service/shop/cart");
    gone(slice);
    assertThat(edges()).hasSize(2);
  }

  @Test
  void anOfferedLabelSetStandsInForWhatIsNotThere() {
    ResourceId workload = id(ROUTE, "shop", "cart");
    put(
        id(SERVICE, "shop", "cart"),
        new Fact.Selects(
            SELECTS,
            READ,
            POD,
            new NamespaceScope.In("shop"),
            LabelSelector.matching("app", "cart")));
    put(workload, new Fact.Offers(READ, POD, Labels.of("app", "cart"), true));
    assertThat(edges())
        .containsExactly(
            "Service/shop/cart selects HTTPRoute.gateway.networking.k8s.io/shop/cart inferred");
    put(workload);
    put(id(POD, "shop", "cart-1"), "", Labels.of("app", "cart"));
    assertThat(edges()).containsExactly("Service/shop/cart selects Pod/shop/cart-1");
  }

  @Test
  void ofSeveralDefaultsTheNewestIsMeant() {
    Fact newest =
        new Fact.Selects(
            SELECTS,
            READ,
            NODE,
            NamespaceScope.CLUSTER,
            LabelSelector.matching("%default", "true"),
            Fact.Pick.NEWEST);
    put(id(POD, "shop", "claim"), newest);
    for (String name : List.of("b", "a", "c")) {
      engine.apply(
          List.of(
              new Change.Put(
                  Resource.builder(ResourceId.clusterScoped(NODE, name))
                      .createdAt(Instant.ofEpochSecond(name.equals("c") ? 1 : 2))
                      .facts(
                          List.of(
                              new Fact.Offers(READ, NODE, Labels.of("%default", "true"), false)))
                      .build())));
    }
    assertThat(edges()).containsExactly("Pod/shop/claim selects Node/a");
    gone(ResourceId.clusterScoped(NODE, "a"));
    gone(ResourceId.clusterScoped(NODE, "b"));
    assertThat(edges()).containsExactly("Pod/shop/claim selects Node/c");
  }

  @Test
  void aCountedSelectionIsDrawnSinglyUpToTwoHundredMembersAndAsOneNodeAbove() {
    Fact all =
        new Fact.Selects(
            COUNTED, READ, POD, new NamespaceScope.In("shop"), LabelSelector.EVERYTHING);
    Fact matching =
        new Fact.Selects(
            COUNTED,
            new Evidence("spec.z", "w"),
            POD,
            new NamespaceScope.Matching(LabelSelector.matching("team", "a")),
            LabelSelector.matching("app", "x"));
    Map<ResourceId, Resource> objects = new TreeMap<>();
    keep(objects, id(SERVICE, "shop", "policy"), Labels.NONE, all, matching);
    keep(objects, ResourceId.clusterScoped(NAMESPACE, "shop"), Labels.of("team", "a"));
    for (int pod = 0; pod < 203; pod++) {
      keep(objects, id(POD, "shop", "p" + pod), Labels.of("app", pod % 2 == 0 ? "x" : "y"));
      if (pod > 197) {
        assertSame(objects);
      }
    }
    for (int pod = 0; pod < 203; pod += 2) {
      keep(objects, id(POD, "shop", "p" + (pod + 1)), Labels.of("app", "x"));
    }
    assertSame(objects);
    keep(objects, ResourceId.clusterScoped(NAMESPACE, "shop"), Labels.of("team", "b"));
    assertSame(objects);
    for (int pod = 0; pod < 6; pod++) {
      objects.remove(id(POD, "shop", "p" + pod));
      gone(id(POD, "shop", "p" + pod));
      assertSame(objects);
    }
  }

  private void keep(
      Map<ResourceId, Resource> objects, ResourceId id, Labels labels, Fact... facts) {
    Resource resource =
        Resource.builder(id)
            .labels(
                id.kind().equals(NAMESPACE)
                    ? labels.withDefault(NamespaceScope.NAME_LABEL, id.name())
                    : labels)
            .facts(Arrays.asList(facts))
            .build();
    objects.put(id, resource);
    engine.apply(List.of(new Change.Put(resource)));
  }

  private void assertSame(Map<ResourceId, Resource> objects) {
    Selection all = engine.current().select(TopologyQuery.ALL, Viewer.EVERYTHING);
    List<String> lines = new java.util.ArrayList<>();
    all.nodes().forEach(node -> lines.add(node.toString()));
    all.edges().forEach(edge -> lines.add(edge.toString()));
    assertThat(lines)
        .isEqualTo(Oracle.topology(objects, Map.of(), Instant.MIN, RELATIONS, List.of()));
  }

  @Test
  void anObjectOfAReservedKindIsLeftOut() {
    put(ResourceId.clusterScoped(Synthetic.Type.USER.kind(), "jane"));
    assertThat(engine.current().nodeCount(Viewer.EVERYTHING)).isZero();
    assertThat(engine.current().revision()).isZero();
  }

  @Test
  void anObjectWithARelationNobodyDefinesIsLeftOutAndHarmsNothing() {
    ResourceId pod = id(POD, "shop", "cart");
    put(pod, names(SECRET, Presence.REQUIRED));
    put(
        pod,
        names(SECRET, Presence.REQUIRED),
        new Fact.Names(new Relation("made-up"), READ, SECRET, Presence.REQUIRED));
    assertThat(engine.current().nodeCount(Viewer.EVERYTHING)).isZero();
    put(pod, names(SECRET, Presence.REQUIRED));
    assertThat(edges()).hasSize(1);
  }

  @Test
  void aListenerThatFailsHarmsNoOther() {
    List<Long> told = new java.util.ArrayList<>();
    engine.listen((_, _) -> {
      throw new IllegalStateException("planted by the test");
    });
    engine.listen((_, delta) -> told.add(delta.toRevision()));
    put(SECRET);
    assertThat(told).containsExactly(1L);
  }

  @Test
  void aNamespaceIsForgottenWithTheLastOfIt() {
    Namespaces namespaces = new Namespaces();
    namespaces.enter("shop");
    namespaces.enter("shop");
    namespaces.put("shop", Labels.of("team", "a"));
    namespaces.leave("shop");
    NamespaceScope ofTeam = new NamespaceScope.Matching(LabelSelector.matching("team", "a"));
    assertThat(namespaces.in(ofTeam)).containsExactly("shop");
    namespaces.leave("shop");
    assertThat(namespaces.in(ofTeam)).isEmpty();
    assertThat(namespaces.in(NamespaceScope.EVERYWHERE)).containsExactly("");
  }

  @Test
  void anUpdateThatChangesNothingIsNoRevision() {
    put(SECRET, "", Labels.of("a", "b"));
    long revision = engine.current().revision();
    put(SECRET, "", Labels.of("a", "b"));
    gone(id(POD, "shop", "never-there"));
    known(POD, "", Knowledge.SYNCED);
    assertThat(engine.current().revision()).isEqualTo(revision + 1);
    known(POD, "", Knowledge.SYNCED);
    assertThat(engine.current().revision()).isEqualTo(revision + 1);
  }

  /// Both words of a source without objects may arrive as one: the later one.
  @Test
  void aSourceWithoutObjectsIsKnownHoweverItsWordsArrive() {
    Change synced = new Change.Known(KindState.ofAnyOther(Knowledge.SYNCED));
    Change syncing = new Change.Known(KindState.ofAnyOther(Knowledge.SYNCING));
    for (List<Change> words : List.of(List.of(synced), List.of(syncing, synced))) {
      Engine empty = new Engine(RELATIONS);
      assertThat(empty.current().select(TopologyQuery.ALL, Viewer.EVERYTHING).complete()).isFalse();
      empty.apply(words);
      assertThat(empty.current().select(TopologyQuery.ALL, Viewer.EVERYTHING).complete()).isTrue();
      long revision = empty.current().revision();
      empty.apply(List.of(synced));
      assertThat(empty.current().revision()).isEqualTo(revision);
    }
  }

  @Test
  void whatComesAndGoesForeverLeavesNothingBehind() {
    RandomWorld world = new RandomWorld(17);
    for (int step = 0; step < 3_000; step++) {
      engine.apply(List.of(world.change()));
    }
    for (Node node :
        engine.current().select(TopologyQuery.ALL, Viewer.EVERYTHING).nodes().toList()) {
      gone(node.id());
    }
    Revision last = (Revision) engine.current();
    assertThat(last.nodeCount(Viewer.EVERYTHING)).isZero();
    assertThat(last.edgeCount(Viewer.EVERYTHING)).isZero();
    assertThat(last.tables().limit()).as("handles are used again").isLessThan(120);
    for (int handle = 0; handle < last.tables().limit(); handle++) {
      assertThat(last.tables().nodes().get(handle)).isNull();
    }
  }
}
