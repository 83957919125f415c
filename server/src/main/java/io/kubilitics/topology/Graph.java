package io.kubilitics.topology;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.store.IdIndex;
import io.kubilitics.store.LongMap;
import io.kubilitics.store.PagedArray;
import io.kubilitics.store.SortedLongs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The working tables of nodes and links, owned by the writer thread. A node has a handle as long
/// as it is there, is named by a fact, or has an edge; handles are given up only when a batch ends.
final class Graph {
  private final Relations relations;
  private final KindStates kindStates;
  private final PagedArray.Editor<Node> nodes = new PagedArray.Editor<>();
  private final PagedArray.Editor<SortedLongs> out = new PagedArray.Editor<>();
  private final PagedArray.Editor<SortedLongs> in = new PagedArray.Editor<>();
  private final IdIndex.Editor ids = new IdIndex.Editor();

  /// For each handle the facts that name it, whether or not that makes an edge.
  private SortedLongs[] namers = new SortedLongs[0];

  /// What facts mean that depend on other objects.
  private final LongMap<Fact> meanings = new LongMap<>();

  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private final List<Integer> perhapsFree = new ArrayList<>();
  private int handles;
  private int shown;
  private int edges;
  private @Nullable Touched touched;
  private @Nullable Diagnosis diagnosis;

  Graph(Relations relations, KindStates kindStates) {
    this.relations = relations;
    this.kindStates = kindStates;
  }

  /// Tells, from here on, what may change the health of a node.
  void tell(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  /// From here on every change is written down in it; null ends that.
  void record(@Nullable Touched touched) {
    this.touched = touched;
  }

  /// The handle of an id, new if need be.
  int handle(ResourceId id) {
    int handle = find(id);
    if (handle != IdIndex.NOT_FOUND) {
      return handle;
    }
    handle = free.isEmpty() ? handles++ : free.pop();
    Synthetic.Type outside = Synthetic.Type.of(id.kind());
    nodes.set(
        handle,
        outside == null
            ? new Node.Ghost(id, kindStates.provesAbsence(id.kind(), id.namespace()))
            : new Node.Outside(new Synthetic(outside, id.namespace(), id.name()), 1));
    ids.add(id, handle, this::idOf);
    perhapsFree.add(handle);
    return handle;
  }

  int find(ResourceId id) {
    return ids.find(id, this::idOf);
  }

  private @Nullable ResourceId idOf(int handle) {
    Node node = nodes.get(handle);
    return node == null ? null : node.id();
  }

  /// The node behind a handle, or null when the handle is free.
  @Nullable Node nodeOrNull(int handle) {
    return nodes.get(handle);
  }

  Node node(int handle) {
    Node node = nodes.get(handle);
    if (node == null) {
      throw new IllegalStateException("handle " + handle + " is free");
    }
    return node;
  }

  ResourceId id(int handle) {
    return node(handle).id();
  }

  /// The object behind a handle, or null when it is not there.
  @Nullable Resource resource(int handle) {
    return nodes.get(handle) instanceof Node.Present(Resource resource, _) ? resource : null;
  }

  /// The ghost behind a handle, also one that nobody sees; null for anything else.
  Node.@Nullable Ghost ghost(int handle) {
    return nodes.get(handle) instanceof Node.Ghost ghost ? ghost : null;
  }

  /// Lets a fact stand for what it means now; null ends that.
  void interpret(long ref, @Nullable Fact meaning) {
    if (meaning == null) {
      meanings.remove(ref);
    } else {
      meanings.put(ref, meaning);
    }
  }

  /// What a fact that depends on another object means now, or null.
  @Nullable Fact meaning(long ref) {
    return meanings.get(ref);
  }

  /// The fact a reference means; its owner must be there.
  Fact fact(long ref) {
    Fact meaning = meanings.get(ref);
    if (meaning != null) {
      return meaning;
    }
    Resource owner = resource(FactRef.owner(ref));
    if (owner == null) {
      throw new IllegalStateException("a fact of an object that is gone");
    }
    return owner.fact(FactRef.index(ref));
  }

  /// All handles are below this.
  int limit() {
    return handles;
  }

  void set(int handle, Node node) {
    int shownBefore = isShown(handle) ? 1 : 0;
    nodes.set(handle, node);
    shown += (isShown(handle) ? 1 : 0) - shownBefore;
    if (!(node instanceof Node.Present)) {
      perhapsFree.add(handle);
    }
    touchNode(handle);
  }

  SortedLongs namers(int handle) {
    return handle < namers.length && namers[handle] != null ? namers[handle] : SortedLongs.EMPTY;
  }

  void addNamer(int handle, long ref) {
    if (handle >= namers.length) {
      namers = Arrays.copyOf(namers, Math.max(handle + 1, namers.length + (namers.length >> 1)));
    }
    namers[handle] = namers(handle).with(ref);
  }

  void removeNamer(int handle, long ref) {
    namers[handle] = namers(handle).without(ref);
    perhapsFree.add(handle);
  }

  SortedLongs out(int handle) {
    SortedLongs links = out.get(handle);
    return links == null ? SortedLongs.EMPTY : links;
  }

  SortedLongs in(int handle) {
    SortedLongs links = in.get(handle);
    return links == null ? SortedLongs.EMPTY : links;
  }

  /// Draws, or draws again, the edge between the owner of a fact and another node.
  void link(
      long ref,
      int relation,
      int other,
      boolean reversed,
      EdgeState state,
      boolean inferred,
      boolean optional) {
    int owner = FactRef.owner(ref);
    int source = reversed ? other : owner;
    int target = reversed ? owner : other;
    long fixed = Link.of(target, relation, reversed, FactRef.index(ref));
    long link = Link.with(fixed, state, inferred, optional);
    SortedLongs links = out(source);
    long before = links.firstIn(fixed, Link.afterFixed(fixed), -1);
    if (before == link) {
      return;
    }
    if (before != -1) {
      out.set(source, links.without(before).with(link));
      touchEdge(relation, source, target);
      return;
    }
    boolean newEdge =
        links.firstIn(Link.firstOfEdge(target, relation), Link.afterEdge(target, relation), -1)
            == -1;
    int shownBefore = shownOf(source, target);
    out.set(source, links.with(link));
    if (newEdge) {
      in.set(target, in(target).with(Link.incoming(source, relation)));
      edges++;
    }
    shown += shownOf(source, target) - shownBefore;
    touchEdge(relation, source, target);
  }

  /// Takes back what [#link] drew for this fact and node; nothing happens when it drew nothing.
  void unlink(long ref, int relation, int other, boolean reversed) {
    int owner = FactRef.owner(ref);
    int source = reversed ? other : owner;
    int target = reversed ? owner : other;
    long fixed = Link.of(target, relation, reversed, FactRef.index(ref));
    SortedLongs links = out(source);
    long before = links.firstIn(fixed, Link.afterFixed(fixed), -1);
    if (before == -1) {
      return;
    }
    int shownBefore = shownOf(source, target);
    SortedLongs fewer = links.without(before);
    out.set(source, fewer);
    if (fewer.firstIn(Link.firstOfEdge(target, relation), Link.afterEdge(target, relation), -1)
        == -1) {
      in.set(target, in(target).without(Link.incoming(source, relation)));
      edges--;
    }
    shown += shownOf(source, target) - shownBefore;
    perhapsFree.add(other);
    touchEdge(relation, source, target);
  }

  /// The nodes to which a fact of this owner drew forward edges.
  int[] linked(long ref) {
    int owner = FactRef.owner(ref);
    Ints found = new Ints();
    out(owner)
        .forEach(link -> {
          if (!Link.readAtTarget(link) && Link.fact(link) == FactRef.index(ref)) {
            found.add(Link.target(link));
          }
        });
    return found.toArray();
  }

  private int shownOf(int one, int other) {
    return (isShown(one) ? 1 : 0) + (one != other && isShown(other) ? 1 : 0);
  }

  private boolean isShown(int handle) {
    return nodes.get(handle) instanceof Node.Present || hasEdges(handle);
  }

  private boolean hasEdges(int handle) {
    return !in(handle).isEmpty() || !out(handle).isEmpty();
  }

  private void touchNode(int handle) {
    if (diagnosis != null) {
      diagnosis.nodeChanged(handle);
    }
    if (touched != null) {
      touched.node(handle);
    }
  }

  /// Writes down that the evidence of what joins two nodes may have changed.
  void touchEdge(int relation, int source, int target) {
    if (diagnosis != null) {
      diagnosis.edgeChanged(relation, source, target);
    }
    if (touched != null) {
      touched.edge(source, target);
    }
  }

  /// Ends a batch: gives up the handles nothing refers to any more and publishes the rest.
  GraphTables freeze() {
    for (int handle : perhapsFree) {
      Node node = nodes.get(handle);
      if (node != null
          && !(node instanceof Node.Present)
          && !hasEdges(handle)
          && namers(handle).isEmpty()) {
        ids.remove(node.id(), handle);
        nodes.set(handle, null);
        free.push(handle);
      }
    }
    perhapsFree.clear();
    return new GraphTables(
        relations, nodes.freeze(), out.freeze(), in.freeze(), ids.freeze(), handles, shown, edges);
  }
}
