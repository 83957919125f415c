package io.kubilitics.layout.outline;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.topology.Node;
import java.util.Arrays;
import java.util.Set;

/// In whose card each object stands: a Pod in that of its workload, a ReplicaSet in that of its
/// Deployment, an EndpointSlice in that of its Service, the claim of one Pod of a StatefulSet in
/// that of the set, a Pod that only endpoints still name in that of its Service. Everything else
/// has a card of its own.
final class Folding {
  /// What an object is in the card it stands in.
  enum Role {
    CARD,
    POD,
    GENERATION,
    FOLDED
  }

  private static final int NOBODY = -1;

  private static final Set<Kind> GENERATIONS =
      Set.of(
          new Kind("apps", "ReplicaSet"),
          new Kind("apps", "ControllerRevision"),
          new Kind("batch", "Job"),
          Kind.core("ReplicationController"));

  private static final Kind SERVICE = Kind.core("Service");
  private static final Kind CLAIM = Kind.core("PersistentVolumeClaim");

  private final LocalGraph graph;
  private final int[] owner;
  private final int[] card;
  private final Role[] roles;
  private final boolean[] hasPods;
  private final boolean[] hasMembers;

  private Folding(LocalGraph graph) {
    this.graph = graph;
    owner = new int[graph.size()];
    card = new int[graph.size()];
    roles = new Role[graph.size()];
    hasPods = new boolean[graph.size()];
    hasMembers = new boolean[graph.size()];
    Arrays.fill(owner, NOBODY);
    Arrays.fill(roles, Role.CARD);
    Arrays.setAll(card, number -> number);
  }

  /// Every object in the card it belongs to.
  static Folding of(LocalGraph graph) {
    Folding folding = new Folding(graph);
    folding.findOwners();
    folding.foldGenerations();
    folding.foldPods();
    folding.foldEndpoints();
    folding.foldClaims();
    folding.foldMissingPods();
    return folding;
  }

  /// Every object in a card of its own.
  static Folding none(LocalGraph graph) {
    return new Folding(graph);
  }

  /// The number of the object in whose card this one stands: its own when it has one.
  int card(int number) {
    return card[number];
  }

  Role role(int number) {
    return roles[number];
  }

  /// A Pod that is gone and that endpoints still name. What names it from another card is no line
  /// to the card it happens to stand in.
  boolean isMissingPod(int number) {
    return roles[number] == Role.FOLDED && isPod(number);
  }

  /// Of a workload by its kind; also of one that is not there and still has Pods or generations, as
  /// while an app is being deleted: so it stays as it was, drawn as a ghost.
  CardShape shape(int number) {
    if (!(graph.node(number) instanceof Node.Present) && !hasMembers[number]) {
      return CardShape.SIMPLE;
    }
    Workloads.Workload workload = Workloads.of(graph.id(number).kind());
    if (workload != null) {
      return workload.shape();
    }
    return hasPods[number] ? Workloads.OTHER.shape() : CardShape.SIMPLE;
  }

  boolean surges(int number) {
    Workloads.Workload workload = Workloads.of(graph.id(number).kind());
    return workload != null && workload.surges();
  }

  /// Of several owners the first by id counts.
  private void findOwners() {
    int owns = graph.relationNamed(Relation.OWNS.name());
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (graph.relationNumber(edge) != owns) {
        continue;
      }
      int source = graph.source(edge);
      int target = graph.target(edge);
      if (owner[target] == NOBODY || graph.id(source).compareTo(graph.id(owner[target])) < 0) {
        owner[target] = source;
      }
    }
  }

  private void foldGenerations() {
    for (int number = 0; number < graph.size(); number++) {
      if (isGeneration(number)) {
        card[number] = owner[number];
        roles[number] = Role.GENERATION;
        hasMembers[owner[number]] = true;
      }
    }
  }

  /// One whose owner is a workload and not a generation itself, so that there are no chains and no
  /// cycles.
  private boolean isGeneration(int number) {
    int by = owner[number];
    return by != NOBODY
        && GENERATIONS.contains(graph.id(number).kind())
        && isWorkload(by)
        && !GENERATIONS.contains(graph.id(by).kind());
  }

  private void foldPods() {
    for (int number = 0; number < graph.size(); number++) {
      int by = owner[number];
      if (by != NOBODY && isPod(number) && !isPod(by)) {
        int into = card[by];
        card[number] = into;
        roles[number] = Role.POD;
        hasPods[into] = true;
        hasMembers[into] = true;
      }
    }
  }

  private void foldEndpoints() {
    int backs = graph.relationNamed("backs");
    for (int edge = 0; edge < graph.edges(); edge++) {
      int source = graph.source(edge);
      int service = graph.target(edge);
      if (graph.relationNumber(edge) == backs
          && graph.node(service) instanceof Node.Present
          && graph.id(service).kind().equals(SERVICE)
          && !graph.id(source).kind().equals(SERVICE)
          && roles[source] == Role.CARD
          && !hasMembers[source]) {
        card[source] = service;
        roles[source] = Role.FOLDED;
      }
    }
  }

  /// A claim that only one stateful workload and at most one of its Pods know of. It stays where it
  /// is while its Pod is replaced when the workload asked for it, and not for a volume of all Pods.
  private void foldClaims() {
    int claims = graph.relationNamed("claims");
    int[] pods = new int[graph.size()];
    int[] user = new int[graph.size()];
    boolean[] isAskedFor = new boolean[graph.size()];
    Arrays.fill(user, NOBODY);
    for (int edge = 0; edge < graph.edges(); edge++) {
      int claim = graph.target(edge);
      if (!graph.id(claim).kind().equals(CLAIM)) {
        continue;
      }
      int source = graph.source(edge);
      int into = card[source];
      if (roles[source] == Role.POD) {
        pods[claim]++;
      }
      isAskedFor[claim] |= source == into && graph.relationNumber(edge) == claims;
      user[claim] = user[claim] == NOBODY || user[claim] == into ? into : claim;
    }
    for (int claim = 0; claim < graph.size(); claim++) {
      int into = user[claim];
      if (into != NOBODY
          && into != claim
          && (pods[claim] == 1 || (pods[claim] == 0 && isAskedFor[claim]))
          && graph.node(claim) instanceof Node.Present
          && !hasMembers[claim]
          && shape(into) == CardShape.STATEFUL) {
        card[claim] = into;
        roles[claim] = Role.FOLDED;
      }
    }
  }

  /// A Pod that is not there and that nothing but endpoints name, as for a moment whenever a Pod is
  /// replaced. Of several endpoints the first by id counts.
  private void foldMissingPods() {
    int targets = graph.relationNamed("targets");
    int[] by = new int[graph.size()];
    Arrays.fill(by, NOBODY);
    for (int edge = 0; edge < graph.edges(); edge++) {
      int pod = graph.target(edge);
      if (!(graph.node(pod) instanceof Node.Ghost) || !isPod(pod)) {
        continue;
      }
      int source = graph.source(edge);
      if (graph.relationNumber(edge) != targets) {
        by[pod] = pod;
      } else if (by[pod] == NOBODY
          || (by[pod] != pod && graph.id(source).compareTo(graph.id(by[pod])) < 0)) {
        by[pod] = source;
      }
    }
    for (int pod = 0; pod < graph.size(); pod++) {
      if (by[pod] != NOBODY && by[pod] != pod) {
        card[pod] = card[by[pod]];
        roles[pod] = Role.FOLDED;
      }
    }
  }

  private boolean isPod(int number) {
    return graph.id(number).kind().equals(Workloads.POD);
  }

  private boolean isWorkload(int number) {
    return Workloads.of(graph.id(number).kind()) != null;
  }
}
