package io.kubilitics.topology.query;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.model.Harm.Outcome;
import io.kubilitics.model.Kind;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.query.Impact.Cause;
import io.kubilitics.topology.query.Impact.Event;
import io.kubilitics.topology.query.Impact.Harmed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Follows harm level by level until nothing gets worse. Every level looks only at what the one
/// before it did, so no order of edges matters; effects only grow, so it ends.
public final class ImpactQuery {
  private static final Kind NAMESPACE = Kind.core("Namespace");

  private final Network network;
  private final Dependencies dependencies;
  private final Map<Integer, Hit> hits = new HashMap<>();

  /// @param causes the dependencies that have this effect; none for the object itself and for what
  ///   goes with its Namespace
  /// @param feltAt from which hop on others feel it, when they do
  private record Hit(Effect effect, int hops, int feltAt, List<Dependencies.Group> causes) {
    static Hit at(int hop, Effect effect, List<Dependencies.Group> causes) {
      return new Hit(effect, hop, hop, causes);
    }

    /// The same after something less bad.
    Hit after(Hit before) {
      return new Hit(effect, hops, before.isFelt() ? before.feltAt : feltAt, causes);
    }

    /// Whether others feel it.
    boolean isFelt() {
      return effect.compareTo(Effect.BREAKS) >= 0;
    }
  }

  private ImpactQuery(Network network) {
    this.network = network;
    this.dependencies = new Dependencies(network);
  }

  /// Follows one event.
  ///
  /// @param object a handle with a node
  /// @param most how many hops at most
  public static Impact of(Network network, int object, Event event, int most) {
    return new ImpactQuery(network).follow(object, event, most);
  }

  private Impact follow(int object, Event event, int most) {
    hits.put(object, Hit.at(0, event.effect(), List.of()));
    Set<Integer> news = Set.of(object);
    for (int hop = 1; hop <= most && !news.isEmpty(); hop++) {
      news = level(news, hop);
    }
    record Entry(Hit hit, String text, int handle) {}
    Comparator<Entry> order =
        Comparator.comparingInt((Entry entry) -> entry.hit.hops())
            .thenComparing(entry -> entry.hit.effect(), Comparator.reverseOrder())
            .thenComparing(Entry::text);
    return new Impact(
        Ids.of(network, object),
        event,
        hits.entrySet().stream()
            .filter(hit -> hit.getKey() != object)
            .map(hit ->
                new Entry(hit.getValue(), Ids.of(network, hit.getKey()).toString(), hit.getKey()))
            .sorted(order)
            .map(entry -> harmed(entry.handle, entry.hit))
            .toList());
  }

  /// What is felt for the first time at this hop.
  private Set<Integer> level(Set<Integer> news, int hop) {
    Set<Dependencies.Group> touched = new HashSet<>();
    Map<Integer, Hit> found = new HashMap<>();
    for (int handle : news) {
      touched.addAll(dependencies.on(handle));
      contained(handle, hop, found);
    }
    for (Dependencies.Group group : touched) {
      Effect effect = effect(group);
      boolean misses = effect == Effect.DELETES || !dependencies.isPast(group.dependent());
      if (effect != Effect.NONE && misses) {
        found.merge(group.dependent(), Hit.at(hop, effect, List.of(group)), ImpactQuery::worse);
      }
    }
    Set<Integer> felt = new HashSet<>();
    found.forEach((handle, hit) -> {
      Hit before = hits.get(handle);
      if (before == null || hit.effect().compareTo(before.effect()) > 0) {
        hits.put(handle, before == null ? hit : hit.after(before));
        if (hit.isFelt()) {
          felt.add(handle);
        }
      }
    });
    return felt;
  }

  /// A deleted Namespace takes along everything in it.
  private void contained(int handle, int hop, Map<Integer, Hit> found) {
    Node namespace = network.node(handle);
    if (!(namespace instanceof Node.Present)
        || !namespace.id().kind().equals(NAMESPACE)
        || !isDeleted(handle)) {
      return;
    }
    for (int other = 0; other < network.limit(); other++) {
      if (network.node(other) instanceof Node.Present object
          && object.id().namespace().equals(namespace.id().name())) {
        found.put(other, Hit.at(hop, Effect.DELETES, List.of()));
      }
    }
  }

  private boolean isDeleted(int handle) {
    Hit hit = hits.get(handle);
    return hit != null && hit.effect() == Effect.DELETES;
  }

  private static Hit worse(Hit one, Hit other) {
    int order = one.effect().compareTo(other.effect());
    if (order != 0) {
      return order > 0 ? one : other;
    }
    if (one.causes().isEmpty() || other.causes().isEmpty()) {
      return one.causes().isEmpty() ? one : other;
    }
    List<Dependencies.Group> causes = new ArrayList<>(one.causes());
    causes.addAll(other.causes());
    return Hit.at(one.hops(), one.effect(), causes);
  }

  /// What losing those of the group that are lost does to the one that hangs on them.
  private Effect effect(Dependencies.Group group) {
    Harm harm = network.relation(group.relation()).harm();
    Effect any = Effect.NONE;
    Effect all = Effect.NONE;
    for (Dependencies.Member member : dependencies.members(group)) {
      Hit hit = hits.get(member.handle());
      if (hit != null && hit.isFelt()) {
        Outcome outcome = outcome(harm, group, hit.effect());
        any = any.or(cap(outcome.any(), member));
        all = all.or(cap(outcome.all(), member));
      }
    }
    if (any == all) {
      return any;
    }
    return standing(group, all) ? any : all;
  }

  /// What may be missing without harm degrades at most.
  private static Effect cap(Effect effect, Dependencies.Member member) {
    return member.optional() && effect == Effect.BREAKS ? Effect.DEGRADES : effect;
  }

  private static Outcome outcome(Harm harm, Dependencies.Group group, Effect hit) {
    boolean deleted = hit == Effect.DELETES;
    if (group.onSource()) {
      return deleted ? harm.sourceDeleted() : harm.sourceFails();
    }
    return deleted ? harm.targetDeleted() : harm.targetFails();
  }

  private boolean standing(Dependencies.Group group, Effect all) {
    return dependencies.members(group).stream().anyMatch(member -> stands(member, all));
  }

  /// Whether a member is left. An owner is an owner however ill it is; anything else must work.
  private boolean stands(Dependencies.Member member, Effect all) {
    Hit hit = hits.get(member.handle());
    return (hit == null || !hit.isFelt())
        && (all == Effect.DELETES ? member.isThere() : member.works());
  }

  private Harmed harmed(int handle, Hit hit) {
    List<Cause> causes =
        hit.causes().isEmpty()
            ? List.of(new Cause(Impact.CONTAINS, 1, 1, List.of()))
            : hit.causes().stream()
                .sorted(
                    Comparator.comparingInt(Dependencies.Group::relation)
                        .thenComparing(Dependencies.Group::onSource))
                .map(group -> cause(group, hit))
                .toList();
    return new Harmed(
        Objects.requireNonNull(network.node(handle)), hit.effect(), hit.hops(), causes);
  }

  private Cause cause(Dependencies.Group group, Hit hit) {
    List<Dependencies.Member> members = dependencies.members(group);
    int lost = 0;
    List<Dependencies.Member> carriers = new ArrayList<>();
    for (Dependencies.Member member : members) {
      Hit other = hits.get(member.handle());
      boolean carried = other != null && other.isFelt() && other.feltAt() < hit.hops();
      lost += carried || !member.works() ? 1 : 0;
      if (carried) {
        carriers.add(member);
      }
    }
    List<Edge> edges =
        carriers.stream()
            .sorted(Comparator.comparing(member -> Ids.of(network, member.handle()).toString()))
            .limit(Impact.MOST_EDGES)
            .map(member -> dependencies.edge(group, member))
            .toList();
    return new Cause(network.relation(group.relation()).relation(), lost, members.size(), edges);
  }
}
