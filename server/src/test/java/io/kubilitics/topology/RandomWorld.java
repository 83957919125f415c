package io.kubilitics.topology;

import io.kubilitics.model.Change;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Operator;
import io.kubilitics.model.LabelSelector.Requirement;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Rank;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Synthetic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A seeded source of changes in a world so small that everything meets everything: few names, few
/// labels, and facts of every type with every option.
final class RandomWorld {
  static final Kind NAMESPACE = Kind.core("Namespace");
  static final Kind POD = Kind.core("Pod");
  static final Kind SERVICE = Kind.core("Service");
  static final Kind NODE = Kind.core("Node");
  static final Kind ROUTE = new Kind("gateway.networking.k8s.io", "HTTPRoute");
  static final Kind GRANT = new Kind("gateway.networking.k8s.io", "ReferenceGrant");

  private static final List<Kind> NAMESPACED = List.of(POD, SERVICE, ROUTE, GRANT);
  private static final List<Kind> CLUSTER = List.of(NAMESPACE, NODE);
  private static final List<String> NAMESPACES = List.of("blue", "green", "red");
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<String> UIDS =
      List.of("", "00000000-0000-4000-8000-000000000001", "odd-uid");
  private static final List<String> KEYS = List.of("app", "tier", "%stem");
  private static final List<String> VALUES = List.of("x", "y");

  static final Relation NAMES_IT = new Relation("names");
  static final Relation SELECTS = new Relation("selects");
  static final Relation COUNTED = new Relation("counted");
  static final Relation REACHES = new Relation("reaches");

  static final RelationTypes RELATIONS =
      new RelationTypes(
          List.of(
              type(Relation.OWNS, RelationType.Storage.EDGE),
              type(NAMES_IT, RelationType.Storage.EDGE),
              type(SELECTS, RelationType.Storage.EDGE),
              type(COUNTED, RelationType.Storage.COUNTED),
              type(REACHES, RelationType.Storage.EDGE)));

  /// A rule of the first level along edges to and from a node, and one of the second that sees what
  /// the first has found.
  static final List<DerivedHealth> HEALTH_RULES =
      List.of(
          new CountingRule(Set.of(SERVICE), SELECTS, 1),
          new CountingRule(Set.of(POD, ROUTE), NAMES_IT, 2));

  /// Tells how often each state and each health is next to an object; of those that are not healthy
  /// the first by id.
  private record CountingRule(Set<Kind> kinds, Relation relation, int level)
      implements DerivedHealth {
    @Override
    public Set<Relation> along() {
      return Set.of(relation);
    }

    @Override
    public Health of(Surroundings object) {
      Map<String, Integer> counts = new TreeMap<>();
      object.out(relation).forEach(neighbour -> count("to", neighbour, counts));
      object.in(relation).forEach(neighbour -> count("from", neighbour, counts));
      return counts.isEmpty()
          ? object.own()
          : new Health(Health.Status.DEGRADED, object.own().reason(), counts.toString());
    }

    private static void count(
        String end, Surroundings.Neighbour neighbour, Map<String, Integer> counts) {
      counts.merge(
          end
              + neighbour.node().id()
              + neighbour.state()
              + neighbour.optional()
              + neighbour.health(),
          1,
          Integer::sum);
    }
  }

  private static RelationType type(Relation relation, RelationType.Storage storage) {
    return new RelationType(
        relation,
        RelationType.Category.TRAFFIC,
        Harm.NONE,
        storage,
        RelationType.Layout.CORE,
        false,
        "");
  }

  static final int LATEST = 30;

  private final Random random;

  RandomWorld(long seed) {
    this.random = new Random(seed);
  }

  List<Change> changes(int count) {
    List<Change> changes = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      changes.add(change());
    }
    return changes;
  }

  Change change() {
    int dice = random.nextInt(100);
    if (dice < 65) {
      return new Change.Put(resource());
    }
    if (dice < 90) {
      return new Change.Gone(id());
    }
    return dice < 94
        ? new Change.Now(Instant.ofEpochSecond(random.nextInt(LATEST)))
        : new Change.Known(kindState());
  }

  private KindState kindState() {
    Kind kind = random.nextInt(3) == 0 ? one(CLUSTER) : one(NAMESPACED);
    String namespace = CLUSTER.contains(kind) || random.nextBoolean() ? "" : one(NAMESPACES);
    return new KindState(kind, namespace, one(List.of(KindState.Knowledge.values())), "");
  }

  ResourceId id() {
    if (random.nextInt(4) == 0) {
      Kind kind = one(CLUSTER);
      return ResourceId.clusterScoped(kind, kind.equals(NAMESPACE) ? one(NAMESPACES) : one(NAMES));
    }
    return new ResourceId(one(NAMESPACED), one(NAMESPACES), one(NAMES));
  }

  Resource resource() {
    ResourceId id = id();
    return Resource.builder(id)
        .version("v1")
        .uid(one(UIDS))
        .createdAt(random.nextBoolean() ? Instant.ofEpochSecond(random.nextInt(3)) : null)
        .labels(id.kind().equals(NAMESPACE) ? namespaceLabels(id.name()) : labels())
        .health(health())
        .facts(facts(id))
        .digest(random.nextInt(2))
        .build();
  }

  /// Up to two changes that time alone brings.
  private Health health() {
    Health health = state();
    for (int at = LATEST - random.nextInt(LATEST / 2), steps = random.nextInt(3);
        steps > 0;
        steps--) {
      health = state().until(Instant.ofEpochSecond(at), health);
      at -= 1 + random.nextInt(LATEST / 4);
    }
    return health;
  }

  private Health state() {
    return new Health(one(List.of(Health.Status.values())), one(VALUES), "");
  }

  private Labels namespaceLabels(String name) {
    return labels().withDefault(Namespaces.NAME_LABEL, name);
  }

  private Labels labels() {
    Map<String, String> labels = new TreeMap<>();
    for (String key : KEYS) {
      if (random.nextInt(3) > 0) {
        labels.put(key, one(VALUES));
      }
    }
    return Labels.of(labels);
  }

  private List<Fact> facts(ResourceId owner) {
    List<Fact> facts = new ArrayList<>();
    int count = random.nextInt(5);
    for (int at = 0; at < count; at++) {
      facts.add(fact(owner));
    }
    return facts;
  }

  private Fact fact(ResourceId owner) {
    return switch (random.nextInt(10)) {
      case 8 ->
          new Fact.Tells(
              evidence(),
              random.nextInt(4) == 0 ? one(CLUSTER) : one(NAMESPACED),
              one(List.of(Scope.values())));
      case 9 ->
          new Fact.MeansTold(
              random.nextBoolean() ? NAMES_IT : SELECTS,
              evidence(),
              id(),
              random.nextInt(3) == 0 ? "" : one(NAMESPACES),
              random.nextBoolean() ? "" : one(NAMES),
              LabelSelector.matching(one(KEYS), one(VALUES)),
              one(List.of(Presence.values())));
      case 0, 1 -> names();
      case 2 -> owned();
      case 3, 4 -> selects();
      case 5 -> new Fact.Offers(evidence(), one(NAMESPACED), labels(), random.nextBoolean());
      case 6 -> permits(owner);
      default ->
          new Fact.Reaches(
              REACHES,
              evidence(),
              new Synthetic(one(List.of(Synthetic.Type.USER, Synthetic.Type.CIDR)), one(NAMES)),
              rank(),
              random.nextBoolean());
    };
  }

  private Fact.Names names() {
    return new Fact.Names(
        random.nextBoolean() ? NAMES_IT : Relation.OWNS,
        evidence(),
        id(),
        one(List.of(Presence.values())),
        one(UIDS),
        random.nextInt(3) == 0
            ? new Fact.PermitNeed(GRANT, random.nextBoolean() ? "" : one(VALUES))
            : null,
        rank(),
        random.nextBoolean(),
        random.nextInt(4) == 0);
  }

  private Fact.OwnedBy owned() {
    ResourceId owner = id();
    return new Fact.OwnedBy(
        Relation.OWNS,
        evidence(),
        one(UIDS),
        owner.kind(),
        owner.name(),
        one(List.of(Scope.values())),
        true);
  }

  private Fact.Selects selects() {
    Kind kind = random.nextInt(4) == 0 ? one(CLUSTER) : one(NAMESPACED);
    return new Fact.Selects(
        random.nextInt(3) == 0 ? COUNTED : SELECTS,
        evidence(),
        kind,
        CLUSTER.contains(kind) ? NamespaceScope.CLUSTER : scope(),
        kind.equals(NAMESPACE) && random.nextBoolean()
            ? LabelSelector.matching(Namespaces.NAME_LABEL, one(NAMESPACES))
            : selector(),
        random.nextInt(4) == 0 ? Fact.Pick.NEWEST : Fact.Pick.ALL);
  }

  private Fact.Permits permits(ResourceId owner) {
    return new Fact.Permits(
        evidence(),
        one(NAMESPACED),
        scope(),
        owner.namespace().isEmpty() ? one(CLUSTER) : one(NAMESPACED),
        random.nextBoolean() ? "" : one(NAMES),
        random.nextBoolean() ? "" : one(VALUES));
  }

  private NamespaceScope scope() {
    return switch (random.nextInt(4)) {
      case 0 -> NamespaceScope.EVERYWHERE;
      case 1 -> new NamespaceScope.Matching(selector());
      case 2 ->
          new NamespaceScope.Matching(
              LabelSelector.matching(Namespaces.NAME_LABEL, one(NAMESPACES)));
      default -> new NamespaceScope.In(one(NAMESPACES));
    };
  }

  private LabelSelector selector() {
    List<Requirement> requirements = new ArrayList<>();
    int count = random.nextInt(3);
    for (int at = 0; at < count; at++) {
      requirements.add(
          switch (random.nextInt(5)) {
            case 0 -> new Requirement(one(KEYS), Operator.EXISTS, List.of());
            case 1 -> new Requirement(one(KEYS), Operator.DOES_NOT_EXIST, List.of());
            case 2 -> new Requirement(one(KEYS), Operator.NOT_IN, List.of(one(VALUES)));
            case 3 -> new Requirement(one(KEYS), Operator.IN, VALUES);
            default -> new Requirement(one(KEYS), Operator.IN, List.of(one(VALUES)));
          });
    }
    return new LabelSelector(requirements);
  }

  private @Nullable Rank rank() {
    return random.nextInt(3) == 0
        ? new Rank(new ResourceId(SERVICE, one(NAMESPACES), one(NAMES)), random.nextInt(3))
        : null;
  }

  private Evidence evidence() {
    return new Evidence("spec.f[" + random.nextInt(3) + "]", one(VALUES));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
