package io.kubilitics.topology;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.store.LabelIndex;
import io.kubilitics.store.LongMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Facts that mean every object with certain labels. A fact is tested against one object when that
/// object changes, and against the indexed candidates when the fact is new. Nothing selects itself.
final class Selections {
  private enum Match {
    NO,
    INFERRED,
    YES
  }

  private static final Comparator<Resource> NEWEST_FIRST =
      Comparator.comparing((Resource resource) -> resource.createdAt().orElse(Instant.MIN))
          .reversed()
          .thenComparing(Resource::id);

  private final Graph graph;
  private final Relations relations;
  private final Namespaces namespaces;
  private final LabelIndex index = new LabelIndex();
  private final Selectors selectors = new Selectors(index);

  /// Namespaces of which only objects are known. They are matched by the label that every namespace
  /// has, and are drawn as what they are: not there, and no fault.
  private final Set<String> assumed = new TreeSet<>();

  /// How many members the facts of counted relations have.
  private final LongMap<Integer> members = new LongMap<>();

  Selections(Graph graph, Relations relations, Namespaces namespaces) {
    this.graph = graph;
    this.relations = relations;
    this.namespaces = namespaces;
  }

  void add(long ref, Fact.Selects selects) {
    cover(selects.kind(), LabelIndex.ANY);
    LabelSelector.Requirement anchor = selects.selector().anchor();
    if (anchor != null) {
      cover(selects.kind(), anchor.key());
    }
    selectors.add(ref, selects);
    namespaces.register(selects.scope(), ref);
    draw(ref, selects);
  }

  void remove(long ref, Fact.Selects selects) {
    selectors.remove(ref, selects);
    namespaces.unregister(selects.scope(), ref);
    erase(ref, selects);
    members.remove(ref);
  }

  /// Begins to index a kind by a label: the objects that are there already are added.
  private void cover(Kind kind, String key) {
    if (!index.cover(kind, key)) {
      return;
    }
    for (int handle = 0; handle < graph.limit(); handle++) {
      Resource resource = graph.resource(handle);
      for (Bearer bearer : Bearer.of(resource)) {
        if (resource != null && bearer.kind().equals(kind)) {
          index.add(handle, kind, resource.id().namespace(), key, bearer.labels());
        }
      }
    }
  }

  /// Tells of an object that came, changed or went; `graph` has its new state already.
  void changed(int handle, @Nullable Resource before, @Nullable Resource now) {
    List<Bearer> old = Bearer.of(before);
    List<Bearer> fresh = Bearer.of(now);
    boolean sameAge = before != null && now != null && before.createdAt().equals(now.createdAt());
    if (sameAge && old.equals(fresh)) {
      return;
    }
    String namespace = graph.id(handle).namespace();
    for (Bearer bearer : old) {
      index.remove(handle, bearer.kind(), namespace, bearer.labels());
    }
    for (Bearer bearer : fresh) {
      index.add(handle, bearer.kind(), namespace, bearer.labels());
    }
    LongSet near = new LongSet();
    for (Bearer bearer : old) {
      selectors.forEach(bearer, namespace, near::add);
    }
    for (Bearer bearer : fresh) {
      selectors.forEach(bearer, namespace, near::add);
    }
    for (long ref : near.toSortedArray()) {
      if (FactRef.owner(ref) != handle && graph.fact(ref) instanceof Fact.Selects selects) {
        Match was = match(selects, namespace, old);
        Match is = match(selects, namespace, fresh);
        if (selects.pick() == Fact.Pick.NEWEST && (was != Match.NO || is != Match.NO)) {
          draw(ref, selects);
          graph.touchEdge(relations.number(selects.relation()), FactRef.owner(ref), handle);
        } else if (was != is) {
          change(ref, selects, handle, was, is);
        }
      }
    }
  }

  /// Tells whether only objects are known of a namespace.
  void assume(String namespace, boolean is) {
    if (is == assumed.contains(namespace)) {
      return;
    }
    if (is) {
      assumed.add(namespace);
    } else {
      assumed.remove(namespace);
    }
    int handle = graph.handle(ResourceId.clusterScoped(Namespaces.KIND, namespace));
    forEachNear(
        namespace,
        (ref, selects) ->
            change(ref, selects, handle, is ? Match.NO : Match.YES, is ? Match.YES : Match.NO));
  }

  /// Tells that it may be better or less known whether what is behind a handle is missing.
  void restate(int handle) {
    ResourceId id = graph.id(handle);
    if (isAssumed(id)) {
      forEachNear(id.name(), (ref, selects) -> change(ref, selects, handle, Match.YES, Match.YES));
    }
  }

  /// The facts that select a namespace by its one assumed label. Where the newest is meant it is
  /// not: nobody knows how old it is.
  private void forEachNear(String namespace, SelectsAction action) {
    Bearer bearer = Bearer.ofNamespace(namespace);
    LongSet near = new LongSet();
    selectors.forEach(bearer, "", near::add);
    for (long ref : near.toSortedArray()) {
      if (graph.fact(ref) instanceof Fact.Selects selects
          && selects.pick() == Fact.Pick.ALL
          && match(selects, "", List.of(bearer)) != Match.NO) {
        action.of(ref, selects);
      }
    }
  }

  private interface SelectsAction {
    void of(long ref, Fact.Selects selects);
  }

  /// What can be selected of the node behind a handle.
  private List<Bearer> bearers(int handle) {
    Resource resource = graph.resource(handle);
    if (resource != null) {
      return Bearer.of(resource);
    }
    ResourceId id = graph.id(handle);
    return isAssumed(id) ? List.of(Bearer.ofNamespace(id.name())) : List.of();
  }

  private boolean isAssumed(ResourceId id) {
    return id.kind().equals(Namespaces.KIND)
        && id.namespace().isEmpty()
        && assumed.contains(id.name());
  }

  /// Tells that a namespace has entered or left the scope of a fact.
  void rescope(long ref, Fact.Selects selects, String namespace) {
    if (selects.pick() == Fact.Pick.NEWEST || isCounted(selects)) {
      draw(ref, selects);
      return;
    }
    boolean in = namespaces.contains(selects.scope(), namespace);
    for (int handle : candidates(selects, List.of(namespace), FactRef.owner(ref))) {
      Match match = in ? match(selects, namespace, bearers(handle)) : Match.NO;
      apply(ref, selects, handle, match);
    }
  }

  private Match match(Fact.Selects selects, String namespace, List<Bearer> bearers) {
    Match best = Match.NO;
    for (Bearer bearer : bearers) {
      if (best != Match.YES
          && bearer.kind().equals(selects.kind())
          && selects.selector().matches(bearer.labels())
          && namespaces.contains(selects.scope(), namespace)) {
        best = bearer.inferred() ? Match.INFERRED : Match.YES;
      }
    }
    return best;
  }

  private void change(long ref, Fact.Selects selects, int handle, Match was, Match is) {
    if (isCounted(selects)) {
      int before = Objects.requireNonNullElse(members.get(ref), 0);
      int count = before + (is == Match.NO ? 0 : 1) - (was == Match.NO ? 0 : 1);
      members.put(ref, count);
      if (before > RelationType.COUNTED_ABOVE || count > RelationType.COUNTED_ABOVE) {
        if (before > RelationType.COUNTED_ABOVE && count > RelationType.COUNTED_ABOVE) {
          drawCount(ref, selects, count);
        } else {
          draw(ref, selects);
        }
        return;
      }
    }
    apply(ref, selects, handle, is);
  }

  private void apply(long ref, Fact.Selects selects, int handle, Match match) {
    int relation = relations.number(selects.relation());
    if (match == Match.NO) {
      graph.unlink(ref, relation, handle, false);
      return;
    }
    Node.Ghost ghost = graph.ghost(handle);
    EdgeState state = EdgeState.RESOLVED;
    if (ghost != null) {
      state = ghost.known() ? EdgeState.MISSING : EdgeState.UNKNOWN;
    }
    graph.link(ref, relation, handle, false, state, match == Match.INFERRED, ghost != null);
  }

  /// Draws all edges of a fact afresh; those that stay are not touched.
  private void draw(long ref, Fact.Selects selects) {
    int owner = FactRef.owner(ref);
    Ints found = new Ints();
    for (int handle : candidates(selects, namespaces.in(selects.scope()), owner)) {
      if (matchOf(selects, handle) != Match.NO) {
        found.add(handle);
      }
    }
    if (isCounted(selects)) {
      members.put(ref, found.size());
      if (found.size() > RelationType.COUNTED_ABOVE) {
        eraseOthers(ref, selects, new int[] {setNode(selects)});
        drawCount(ref, selects, found.size());
        return;
      }
    }
    int[] chosen = selects.pick() == Fact.Pick.NEWEST ? newest(found) : found.toArray();
    eraseOthers(ref, selects, chosen);
    for (int handle : chosen) {
      apply(ref, selects, handle, matchOf(selects, handle));
    }
  }

  private Match matchOf(Fact.Selects selects, int handle) {
    return match(selects, graph.id(handle).namespace(), bearers(handle));
  }

  private int[] newest(Ints found) {
    int best = -1;
    for (int at = 0; at < found.size(); at++) {
      Resource candidate = graph.resource(found.get(at));
      Resource chosen = best < 0 ? null : graph.resource(best);
      if (candidate != null && (chosen == null || NEWEST_FIRST.compare(candidate, chosen) < 0)) {
        best = found.get(at);
      }
    }
    return best < 0 ? new int[0] : new int[] {best};
  }

  private void erase(long ref, Fact.Selects selects) {
    eraseOthers(ref, selects, new int[0]);
  }

  private void eraseOthers(long ref, Fact.Selects selects, int[] kept) {
    int relation = relations.number(selects.relation());
    int[] sorted = kept.clone();
    java.util.Arrays.sort(sorted);
    for (int handle : graph.linked(ref)) {
      if (java.util.Arrays.binarySearch(sorted, handle) < 0) {
        graph.unlink(ref, relation, handle, false);
      }
    }
  }

  /// One edge to a node that stands for all members.
  private void drawCount(long ref, Fact.Selects selects, int count) {
    int handle = setNode(selects);
    graph.set(handle, new Node.Outside(synthetic(selects), count));
    graph.link(
        ref, relations.number(selects.relation()), handle, false, EdgeState.RESOLVED, false, false);
  }

  private int setNode(Fact.Selects selects) {
    return graph.handle(synthetic(selects).id());
  }

  /// Named by what it stands for: `Pod@shop:app=web`, `Pod@{team=a}:*`.
  private static Synthetic synthetic(Fact.Selects selects) {
    String where =
        switch (selects.scope()) {
          case NamespaceScope.In(String namespace) -> namespace;
          case NamespaceScope.Everywhere() -> "*";
          case NamespaceScope.Matching(LabelSelector selector) -> "{" + selector + "}";
        };
    return new Synthetic(
        Synthetic.Type.SELECTION, selects.kind() + "@" + where + ":" + selects.selector());
  }

  private boolean isCounted(Fact.Selects selects) {
    return relations.type(relations.number(selects.relation())).storage()
        == RelationType.Storage.COUNTED;
  }

  /// Objects in these namespaces that may match, each once, without the owner of the fact.
  private int[] candidates(Fact.Selects selects, Iterable<String> where, int owner) {
    Ints found = new Ints();
    LabelSelector.Requirement anchor = selectors.anchor(selects);
    for (String namespace : where) {
      if (anchor == null) {
        collect(selects.kind(), namespace, LabelIndex.ANY, "", owner, found);
      } else {
        for (String value : anchor.values()) {
          collect(selects.kind(), namespace, anchor.key(), value, owner, found);
        }
      }
      if (namespace.isEmpty()
          && selects.kind().equals(Namespaces.KIND)
          && selects.pick() == Fact.Pick.ALL) {
        collectAssumed(selects, found);
      }
    }
    return found.toSortedSet();
  }

  private void collectAssumed(Fact.Selects selects, Ints found) {
    LabelSelector.Requirement anchor = selects.selector().anchor();
    if (anchor != null && !anchor.key().equals(NamespaceScope.NAME_LABEL)) {
      return;
    }
    for (String name : anchor == null ? assumed : anchor.values()) {
      if (assumed.contains(name) && selects.selector().matches(Namespaces.assumed(name))) {
        found.add(graph.handle(ResourceId.clusterScoped(Namespaces.KIND, name)));
      }
    }
  }

  private void collect(
      Kind kind, String namespace, String key, String value, int owner, Ints found) {
    index.forEach(
        kind,
        namespace,
        key,
        value,
        handle -> {
          if (handle != owner) {
            found.add((int) handle);
          }
        });
  }
}
