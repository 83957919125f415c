package io.kubilitics.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.model.Change;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.ProblemException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final Relation RUNS_ON = new Relation("runs-on");
  private static final Relation USES = new Relation("uses-secret");
  private static final Relation CALLS = new Relation("calls");
  private static final Relation GRANTS = new Relation("grants-to");
  private static final Harm TARGET_HARMS_SOURCE =
      new Harm(Effect.NONE, Effect.NONE, Effect.BREAKS, Effect.DEGRADES);
  private static final Harm SOURCE_HARMS_TARGET =
      new Harm(Effect.DELETES, Effect.NONE, Effect.NONE, Effect.NONE);
  private static final Evidence READ = new Evidence("spec.x", "y");

  private static final ResourceId DEPLOYMENT =
      new ResourceId(new Kind("apps", "Deployment"), "shop", "cart");
  private static final ResourceId POD = new ResourceId(Kind.core("Pod"), "shop", "cart-1");
  private static final ResourceId OTHER = new ResourceId(Kind.core("Pod"), "bank", "a");
  private static final ResourceId NODE = ResourceId.clusterScoped(Kind.core("Node"), "n1");
  private static final ResourceId SECRET =
      new ResourceId(Kind.core("Secret"), "shop", "db-password");
  private static final ResourceId USER = ResourceId.clusterScoped(Kind.core("User"), "jane");

  private final Engine engine =
      new Engine(
          new RelationTypes(
              List.of(
                  type(Relation.OWNS, SOURCE_HARMS_TARGET, false),
                  type(RUNS_ON, TARGET_HARMS_SOURCE, false),
                  type(USES, TARGET_HARMS_SOURCE, false),
                  type(CALLS, TARGET_HARMS_SOURCE, true),
                  type(GRANTS, SOURCE_HARMS_TARGET, false))));

  private static RelationType type(Relation relation, Harm harm, boolean hidden) {
    return new RelationType(
        relation,
        RelationType.Category.TRAFFIC,
        harm,
        RelationType.Storage.EDGE,
        RelationType.Layout.CORE,
        hidden,
        "");
  }

  @BeforeEach
  void shop() {
    put(DEPLOYMENT, Health.HEALTHY, Labels.of("app", "cart"));
    put(
        POD,
        new Health(Health.Status.FAILED, "CrashLoopBackOff", ""),
        Labels.of("app", "cart"),
        new Fact.Names(Relation.OWNS, READ, DEPLOYMENT, Presence.REQUIRED).asReversed(),
        new Fact.Names(RUNS_ON, READ, NODE, Presence.REQUIRED),
        new Fact.Names(USES, READ, SECRET, Presence.REQUIRED),
        new Fact.Names(CALLS, READ, OTHER, Presence.IF_EXISTS),
        new Fact.Reaches(GRANTS, READ, new Synthetic(Synthetic.Type.USER, "jane")));
    put(OTHER, Health.HEALTHY, Labels.NONE, new Fact.Names(RUNS_ON, READ, NODE, Presence.REQUIRED));
    put(NODE, Health.HEALTHY, Labels.NONE);
  }

  private void put(ResourceId id, Health health, Labels labels, Fact... facts) {
    engine.apply(
        List.of(
            new Change.Put(
                Resource.builder(id)
                    .health(health)
                    .labels(labels)
                    .facts(Arrays.asList(facts))
                    .build())));
  }

  private Selection select(TopologyQuery query) {
    return engine.current().select(query, Viewer.EVERYTHING);
  }

  private static List<ResourceId> ids(Selection selection) {
    assertThat(selection.nodes().count()).isEqualTo(selection.nodeCount());
    assertThat(selection.edges().count()).isEqualTo(selection.edgeCount());
    return selection.nodes().map(Node::id).toList();
  }

  private static TopologyQuery query(
      Set<String> namespaces, Set<Kind> kinds, Set<Relation> relations, String labels) {
    return new TopologyQuery(
        namespaces, kinds, relations, LabelSelector.parse(labels), Set.of(), Optional.empty());
  }

  private static TopologyQuery focus(ResourceId id, int hops, Focus.Direction direction) {
    return new TopologyQuery(
        Set.of(),
        Set.of(),
        Set.of(),
        LabelSelector.EVERYTHING,
        Set.of(),
        Optional.of(new Focus(id, hops, direction)));
  }

  @Test
  void nodesAndEdgesAreOrderedByTheTextOfTheirIds() {
    Selection all = select(TopologyQuery.ALL);
    assertThat(all.nodes().map(node -> node.id().toString()))
        .isSortedAccordingTo(Comparator.naturalOrder())
        .hasSize(6);
    assertThat(all.edges().map(Edge::id)).isSortedAccordingTo(Comparator.naturalOrder()).hasSize(5);
  }

  @Test
  void aHiddenRelationIsShownToWhoAsksForIt() {
    assertThat(select(TopologyQuery.ALL).edges().map(Edge::relation)).doesNotContain(CALLS);
    assertThat(select(query(Set.of(), Set.of(), Set.of(CALLS), "")).edges().map(Edge::relation))
        .containsExactly(CALLS);
  }

  @Test
  void aNamespaceBringsTheClusterScopedObjectsAndTheGhostsNextToIt() {
    assertThat(ids(select(query(Set.of("shop"), Set.of(), Set.of(), ""))))
        .containsExactly(DEPLOYMENT, NODE, POD, SECRET, USER);
    assertThat(ids(select(query(Set.of("bank"), Set.of(), Set.of(), ""))))
        .containsExactly(NODE, OTHER);
  }

  @Test
  void anEdgeIntoAnotherNamespaceIsShownWithItsFarEnd() {
    TopologyQuery callers = query(Set.of("shop"), Set.of(), Set.of(CALLS), "");

    assertThat(ids(select(callers))).containsExactly(DEPLOYMENT, OTHER, POD);
    assertThat(select(callers).edges().map(Edge::relation)).containsExactly(CALLS);
  }

  @Test
  void kindsHoldForGhostsAndThingsOutsideToo() {
    assertThat(ids(select(query(Set.of(), Set.of(POD.kind(), SECRET.kind()), Set.of(), ""))))
        .containsExactly(OTHER, POD, SECRET);
  }

  @Test
  void labelsAndHealthAreThoseOfObjects() {
    assertThat(ids(select(query(Set.of(), Set.of(), Set.of(), "app=cart"))))
        .containsExactly(DEPLOYMENT, POD, SECRET, USER);
    assertThat(
            ids(
                select(
                    new TopologyQuery(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        LabelSelector.EVERYTHING,
                        Set.of(Health.Status.FAILED),
                        Optional.empty()))))
        .containsExactly(POD, SECRET, USER);
  }

  @Test
  void aFocusFollowsTheHarm() {
    assertThat(ids(select(focus(POD, 1, Focus.Direction.UP))))
        .as("what harms the Pod")
        .containsExactly(DEPLOYMENT, NODE, POD, SECRET);
    assertThat(ids(select(focus(POD, 1, Focus.Direction.DOWN)))).containsExactly(POD, USER);
    assertThat(ids(select(focus(NODE, 2, Focus.Direction.DOWN))))
        .containsExactly(NODE, OTHER, POD, USER);
    assertThat(ids(select(focus(NODE, 1, Focus.Direction.BOTH)))).containsExactly(NODE, OTHER, POD);
    assertThat(ids(select(focus(NODE, 0, Focus.Direction.BOTH)))).containsExactly(NODE);
  }

  @Test
  void aFocusMayBeAGhostButMustBeThere() {
    assertThat(ids(select(focus(SECRET, 1, Focus.Direction.DOWN)))).containsExactly(POD, SECRET);
    ResourceId nowhere = new ResourceId(POD.kind(), "shop", "nowhere");
    assertThatThrownBy(() -> select(focus(nowhere, 1, Focus.Direction.BOTH)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("Pod/shop/nowhere does not exist");
  }

  @Test
  void whatAViewerMayNotSeeIsAsIfItWereNotThere() {
    Viewer withoutShop = (_, namespace) -> !namespace.equals("shop");
    Selection seen = engine.current().select(TopologyQuery.ALL, withoutShop);
    assertThat(ids(seen)).containsExactly(NODE, OTHER);
    assertThat(seen.kinds().stream().map(KindSummary::kind))
        .containsExactly(NODE.kind(), OTHER.kind());
    assertThat(engine.current().node(POD, withoutShop)).isEmpty();
    assertThat(engine.current().node(SECRET, withoutShop)).isEmpty();
    assertThatThrownBy(
            () -> engine.current().select(focus(SECRET, 1, Focus.Direction.BOTH), withoutShop))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aPartIsCompleteWhenEveryKindInItIsKnown() {
    assertThat(select(TopologyQuery.ALL).complete()).isTrue();
    engine.apply(
        List.of(
            new Change.Known(
                new KindState(
                    SECRET.kind(), "", KindState.Knowledge.FORBIDDEN, "not allowed to list"))));
    assertThat(select(TopologyQuery.ALL).complete()).isFalse();
    assertThat(select(query(Set.of(), Set.of(POD.kind()), Set.of(), "")).complete()).isTrue();
    assertThat(select(TopologyQuery.ALL).nodes()).contains(new Node.Ghost(SECRET, false));
  }
}
