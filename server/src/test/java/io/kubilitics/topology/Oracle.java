package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The definition of a topology in the plainest words: every fact is held against every object,
/// with no index and no memory. Slow, and shares nothing with the engine but the model.
final class Oracle {
  private final Map<ResourceId, Resource> objects;
  private final Map<Kind, Map<String, KindState>> states;
  private final Instant now;
  private final RelationTypes relations;
  private final SortedMap<String, Draft> edges = new TreeMap<>();
  private final SortedMap<String, Node> nodes = new TreeMap<>();

  private Oracle(
      Map<ResourceId, Resource> objects,
      Map<Kind, Map<String, KindState>> states,
      Instant now,
      RelationTypes relations) {
    this.objects = objects;
    this.states = states;
    this.now = now;
    this.relations = relations;
  }

  /// One edge while its evidence is collected.
  private static final class Draft {
    private final ResourceId source;
    private final ResourceId target;
    private final Relation relation;
    private EdgeState state = EdgeState.RESOLVED;
    private boolean inferred = true;
    private boolean optional = true;
    private final List<Edge.Reading> readings = new ArrayList<>();

    private Draft(ResourceId source, ResourceId target, Relation relation) {
      this.source = source;
      this.target = target;
      this.relation = relation;
    }

    private Edge edge() {
      List<Edge.Reading> sorted =
          readings.stream()
              .distinct()
              .sorted(Comparator.comparing(Edge.Reading::end).thenComparing(Edge.Reading::evidence))
              .toList();
      return new Edge(source, target, relation, state, inferred, optional, sorted);
    }
  }

  /// What the topology of these objects is, as text that two sides can be compared by.
  static List<String> topology(
      Map<ResourceId, Resource> objects,
      Map<Kind, Map<String, KindState>> states,
      Instant now,
      RelationTypes relations,
      List<DerivedHealth> healthRules) {
    Oracle oracle = new Oracle(objects, states, now, relations);
    oracle.run();
    healthRules.stream()
        .sorted(Comparator.comparingInt(DerivedHealth::level))
        .forEach(oracle::derive);
    List<String> lines = new ArrayList<>();
    oracle.nodes.values().forEach(node -> lines.add(node.toString()));
    oracle.edges.values().forEach(draft -> lines.add(draft.edge().toString()));
    return lines;
  }

  private void run() {
    for (Resource resource : objects.values()) {
      nodes.put(resource.id().toString(), new Node.Present(resource, resource.health().at(now)));
      for (Fact fact : resource.facts()) {
        resolve(resource, fact);
      }
    }
  }

  /// Rules of a lower level have been here before.
  private void derive(DerivedHealth rule) {
    SortedMap<String, Node> after = new TreeMap<>(nodes);
    for (Resource resource : objects.values()) {
      if (rule.kinds().contains(resource.kind())) {
        after.put(
            resource.id().toString(),
            new Node.Present(resource, health(rule, resource, now, Foresight.FARTHEST)));
      }
    }
    nodes.putAll(after);
  }

  /// What the rule says at an instant, and what it will say when time alone goes on.
  private Health health(DerivedHealth rule, Resource resource, Instant at, int further) {
    Around around = new Around(resource, at);
    Health said = rule.of(around);
    if (further == 0 || around.changes.isEmpty()) {
      return new Health(said.status(), said.reason(), said.message());
    }
    Instant next = around.changes.first();
    Health then = health(rule, resource, next, further - 1);
    boolean isSame =
        new Health(said.status(), said.reason(), said.message())
            .equals(new Health(then.status(), then.reason(), then.message()));
    return new Health(
        said.status(),
        said.reason(),
        said.message(),
        isSame ? then.later() : new Health.Later(next, then));
  }

  private final class Around implements Surroundings {
    private final Resource resource;
    private final Instant at;

    /// When something changes of what was looked at.
    private final TreeSet<Instant> changes = new TreeSet<>();

    private Around(Resource resource, Instant at) {
      this.resource = resource;
      this.at = at;
    }

    private Health seen(Health health) {
      Health then = health.at(at);
      then.changesAt().ifPresent(changes::add);
      return then;
    }

    @Override
    public Resource resource() {
      return resource;
    }

    @Override
    public Health own() {
      return seen(resource.health());
    }

    @Override
    public Instant now() {
      return at;
    }

    @Override
    public Stream<Neighbour> out(Relation relation) {
      return edges.values().stream()
          .filter(edge -> edge.relation.equals(relation) && edge.source.equals(resource.id()))
          .map(edge -> neighbour(edge, edge.target));
    }

    @Override
    public Stream<Neighbour> in(Relation relation) {
      return edges.values().stream()
          .filter(edge -> edge.relation.equals(relation) && edge.target.equals(resource.id()))
          .map(edge -> neighbour(edge, edge.source));
    }

    private Neighbour neighbour(Draft edge, ResourceId other) {
      Node node = nodes.get(other.toString());
      if (node == null) {
        throw new IllegalStateException("an edge to nothing");
      }
      Health health = node instanceof Node.Present present ? present.health() : Health.UNKNOWN;
      return new Neighbour(node, seen(health), edge.state, edge.optional);
    }
  }

  private void resolve(Resource owner, Fact fact) {
    switch (fact) {
      case Fact.Names names -> names(owner, names);
      case Fact.OwnedBy owned -> owned(owner, owned);
      case Fact.Selects selects -> selects(owner, selects);
      case Fact.Reaches reaches -> {
        if (speaks(reaches.rank())) {
          ResourceId outside = reaches.synthetic().id();
          nodes.put(outside.toString(), new Node.Outside(reaches.synthetic(), 1));
          draw(
              owner.id(),
              outside,
              reaches.reversed(),
              reaches.relation(),
              EdgeState.RESOLVED,
              false,
              false,
              reaches.evidence());
        }
      }
      case Fact.MeansTold means -> {
        if (!(meaning(means) instanceof Fact.MeansTold)) {
          resolve(owner, meaning(means));
        }
      }
      case Fact.Offers _, Fact.Permits _, Fact.Places _, Fact.Repels _, Fact.Tells _ -> {}
    }
  }

  private void names(Resource owner, Fact.Names names) {
    if (!speaks(names.rank())) {
      return;
    }
    Resource target = objects.get(names.target());
    EdgeState state;
    if (target == null) {
      if (names.presence() == Presence.IF_EXISTS) {
        return;
      }
      state = ghost(names.target());
    } else {
      boolean other =
          !names.expectedUid().isEmpty()
              && !target.uid().isEmpty()
              && !target.uid().equals(names.expectedUid());
      state = other ? EdgeState.STALE : EdgeState.RESOLVED;
      Fact.PermitNeed need = names.permit();
      if (need != null && !permitted(owner.id(), names.target(), need)) {
        boolean known = known(need.grantKind(), names.target().namespace());
        state = state.worse(known ? EdgeState.DENIED : EdgeState.UNKNOWN);
      }
    }
    boolean optional =
        names.presence() == Presence.OPTIONAL
            || names.presence() == Presence.PRODUCES
            || (target == null && isProduced(names.target()));
    draw(
        owner.id(),
        names.target(),
        names.reversed(),
        names.relation(),
        state,
        names.inferred(),
        optional,
        names.evidence());
  }

  /// What a fact means with what another object tells; the fact itself when nothing is told.
  private Fact meaning(Fact fact) {
    if (!(fact instanceof Fact.MeansTold means) || !objects.containsKey(means.teller())) {
      return fact;
    }
    return objects.get(means.teller()).facts().stream()
        .filter(Fact.Tells.class::isInstance)
        .findFirst()
        .map(tells -> means.of((Fact.Tells) tells))
        .orElse(fact);
  }

  private boolean isProduced(ResourceId id) {
    return objects.values().stream()
        .flatMap(resource -> resource.facts().stream())
        .map(this::meaning)
        .anyMatch(fact ->
            fact instanceof Fact.Names names
                && names.presence() == Presence.PRODUCES
                && names.target().equals(id));
  }

  private boolean permitted(ResourceId from, ResourceId to, Fact.PermitNeed need) {
    for (Resource granter : objects.values()) {
      for (Fact fact : granter.facts()) {
        if (fact instanceof Fact.Permits permit
            && granter.kind().equals(need.grantKind())
            && granter.id().namespace().equals(to.namespace())
            && permit.toKind().equals(to.kind())
            && permit.fromKind().equals(from.kind())
            && inScope(permit.fromScope(), from.namespace())
            && (permit.toName().isEmpty() || permit.toName().equals(to.name()))
            && (need.section().isEmpty()
                || permit.section().isEmpty()
                || permit.section().equals(need.section()))) {
          return true;
        }
      }
    }
    return false;
  }

  private void owned(Resource dependent, Fact.OwnedBy owned) {
    String here = dependent.id().namespace();
    List<ResourceId> places = new ArrayList<>();
    if (!here.isEmpty() && owned.scope() != Scope.CLUSTER) {
      places.add(new ResourceId(owned.kind(), here, owned.name()));
    }
    if (here.isEmpty() || owned.scope() != Scope.NAMESPACED) {
      places.add(ResourceId.clusterScoped(owned.kind(), owned.name()));
    }
    ResourceId chosen = places.getFirst();
    EdgeState state = null;
    for (ResourceId place : places) {
      Resource owner = objects.get(place);
      boolean same =
          owner != null
              && (owned.uid().isEmpty()
                  || owner.uid().isEmpty()
                  || owner.uid().equals(owned.uid()));
      if (same && state != EdgeState.RESOLVED) {
        chosen = place;
        state = EdgeState.RESOLVED;
      } else if (owner != null && state == null) {
        chosen = place;
        state = EdgeState.STALE;
      }
    }
    if (state == null) {
      state = ghost(chosen);
    }
    draw(dependent.id(), chosen, true, owned.relation(), state, false, false, owned.evidence());
  }

  private void selects(Resource owner, Fact.Selects selects) {
    List<Resource> members = new ArrayList<>();
    for (Resource candidate : objects.values()) {
      if (!candidate.id().equals(owner.id()) && match(selects, candidate) != null) {
        members.add(candidate);
      }
    }
    List<ResourceId> bareNamespaces = bareNamespaces(selects);
    int count = members.size() + bareNamespaces.size();
    if (relations.of(selects.relation()).storage() == RelationType.Storage.COUNTED
        && count > RelationType.COUNTED_ABOVE) {
      Synthetic set = set(selects);
      nodes.put(set.id().toString(), new Node.Outside(set, count));
      draw(
          owner.id(),
          set.id(),
          false,
          selects.relation(),
          EdgeState.RESOLVED,
          false,
          false,
          selects.evidence());
      return;
    }
    if (selects.pick() == Fact.Pick.NEWEST && !members.isEmpty()) {
      members.sort(
          Comparator.comparing((Resource r) -> r.createdAt().orElse(Instant.MIN))
              .reversed()
              .thenComparing(Resource::id));
      members = members.subList(0, 1);
    }
    for (Resource member : members) {
      Evidence offered = selects.pick() == Fact.Pick.NEWEST ? offered(selects, member) : null;
      draw(
          owner.id(),
          member.id(),
          false,
          selects.relation(),
          EdgeState.RESOLVED,
          Boolean.TRUE.equals(match(selects, member)),
          false,
          offered == null ? selects.evidence() : offered,
          offered != null);
    }
    for (ResourceId namespace : bareNamespaces) {
      draw(
          owner.id(),
          namespace,
          false,
          selects.relation(),
          ghost(namespace),
          false,
          true,
          selects.evidence());
    }
  }

  /// Where the newest says that it is meant; null when its own labels do.
  private static @Nullable Evidence offered(Fact.Selects selects, Resource member) {
    if (member.kind().equals(selects.kind()) && selects.selector().matches(member.labels())) {
      return null;
    }
    return member.facts().stream()
        .filter(fact ->
            fact instanceof Fact.Offers offer
                && offer.kind().equals(selects.kind())
                && selects.selector().matches(offer.labels()))
        .findFirst()
        .map(Fact::evidence)
        .orElse(null);
  }

  /// Namespaces of which only objects are known and whose assumed label matches.
  private List<ResourceId> bareNamespaces(Fact.Selects selects) {
    if (!selects.kind().equals(RandomWorld.NAMESPACE)
        || selects.pick() == Fact.Pick.NEWEST
        || !inScope(selects.scope(), "")) {
      return List.of();
    }
    return objects.keySet().stream()
        .map(ResourceId::namespace)
        .filter(name -> !name.isEmpty())
        .distinct()
        .filter(name -> selects.selector().matches(Namespaces.assumed(name)))
        .map(name -> ResourceId.clusterScoped(RandomWorld.NAMESPACE, name))
        .filter(id -> !objects.containsKey(id))
        .toList();
  }

  private static Synthetic set(Fact.Selects selects) {
    String where =
        switch (selects.scope()) {
          case NamespaceScope.In(String namespace) -> namespace;
          case NamespaceScope.Everywhere() -> "*";
          case NamespaceScope.Matching(var selector) -> "{" + selector + "}";
        };
    return new Synthetic(
        Synthetic.Type.SELECTION, selects.kind() + "@" + where + ":" + selects.selector());
  }

  /// Null for no match, else whether it is inferred.
  private @Nullable Boolean match(Fact.Selects selects, Resource candidate) {
    if (!inScope(selects.scope(), candidate.id().namespace())) {
      return null;
    }
    Boolean found = null;
    if (candidate.kind().equals(selects.kind()) && selects.selector().matches(candidate.labels())) {
      found = false;
    }
    for (Fact fact : candidate.facts()) {
      if (fact instanceof Fact.Offers offer
          && offer.kind().equals(selects.kind())
          && selects.selector().matches(offer.labels())) {
        found = (found == null || found) && offer.inferred();
      }
    }
    return found;
  }

  private boolean inScope(NamespaceScope scope, String namespace) {
    return switch (scope) {
      case NamespaceScope.In(String only) -> only.equals(namespace);
      case NamespaceScope.Everywhere() -> true;
      case NamespaceScope.Matching(var selector) ->
          !namespace.isEmpty() && selector.matches(labelsOf(namespace));
    };
  }

  private Labels labelsOf(String namespace) {
    Resource object = objects.get(ResourceId.clusterScoped(RandomWorld.NAMESPACE, namespace));
    return object == null ? Namespaces.assumed(namespace) : object.labels();
  }

  private boolean speaks(@Nullable Rank rank) {
    if (rank == null || rank.level() == 0) {
      return true;
    }
    if (!objects.containsKey(rank.group())) {
      return false;
    }
    return objects.values().stream()
        .flatMap(object -> object.facts().stream())
        .map(Oracle::rankOf)
        .noneMatch(other ->
            other != null && other.group().equals(rank.group()) && other.level() < rank.level());
  }

  private static @Nullable Rank rankOf(Fact fact) {
    return switch (fact) {
      case Fact.Names names -> names.rank();
      case Fact.Reaches reaches -> reaches.rank();
      case Fact.OwnedBy _,
          Fact.Selects _,
          Fact.Offers _,
          Fact.Permits _,
          Fact.Places _,
          Fact.Repels _,
          Fact.MeansTold _,
          Fact.Tells _ ->
          null;
    };
  }

  private boolean known(Kind kind, String namespace) {
    Map<String, KindState> ofKind = states.getOrDefault(kind, Map.of());
    KindState here = ofKind.getOrDefault(namespace, ofKind.get(""));
    KindState others = states.getOrDefault(KindState.ANY_OTHER, Map.of()).get("");
    KindState said = here == null ? others : here;
    return said == null || said.knowledge().provesAbsence();
  }

  private EdgeState ghost(ResourceId id) {
    boolean known = known(id.kind(), id.namespace());
    nodes.put(id.toString(), new Node.Ghost(id, known));
    return known ? EdgeState.MISSING : EdgeState.UNKNOWN;
  }

  private void draw(
      ResourceId owner,
      ResourceId other,
      boolean reversed,
      Relation relation,
      EdgeState state,
      boolean inferred,
      boolean optional,
      Evidence evidence) {
    draw(owner, other, reversed, relation, state, inferred, optional, evidence, reversed);
  }

  private void draw(
      ResourceId owner,
      ResourceId other,
      boolean reversed,
      Relation relation,
      EdgeState state,
      boolean inferred,
      boolean optional,
      Evidence evidence,
      boolean atTarget) {
    ResourceId source = reversed ? other : owner;
    ResourceId target = reversed ? owner : other;
    Draft draft =
        edges.computeIfAbsent(
            source + " " + relation + " " + target, _ -> new Draft(source, target, relation));
    draft.state = draft.state.worse(state);
    draft.inferred &= inferred;
    draft.optional &= optional;
    draft.readings.add(new Edge.Reading(evidence, atTarget ? Edge.End.TARGET : Edge.End.SOURCE));
  }
}
