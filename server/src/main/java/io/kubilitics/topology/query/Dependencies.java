package io.kubilitics.topology.query;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Health;
import io.kubilitics.model.Resource;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Past;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who hangs on whom, one relation at a time, along edges that lead to something and are shown.
final class Dependencies {
  /// Everything that one object hangs on by one relation.
  ///
  /// @param onSource whether it hangs, as a target, on the sources of its edges
  record Group(int dependent, int relation, boolean onSource) {}

  /// One of a group.
  ///
  /// @param optional whether the object can do without it
  /// @param isThere whether it exists, or may exist as far as is known
  /// @param works whether it is there and has not failed
  record Member(int handle, boolean optional, boolean isThere, boolean works) {}

  private final Network network;
  private final Map<Group, List<Member>> known = new HashMap<>();

  Dependencies(Network network) {
    this.network = network;
  }

  /// The groups of which a node is one.
  Set<Group> on(int handle) {
    Set<Group> groups = new LinkedHashSet<>();
    network.forEachOut(
        handle,
        (relation, target) -> {
          if (carries(handle, relation, target) && harm(relation).reachesTarget()) {
            groups.add(new Group(target, relation, true));
          }
        });
    network.forEachIn(
        handle,
        (relation, source) -> {
          if (carries(source, relation, handle) && harm(relation).reachesSource()) {
            groups.add(new Group(source, relation, false));
          }
        });
    return groups;
  }

  private Harm harm(int relation) {
    return network.relation(relation).harm();
  }

  /// An edge to another object of that name, or one that is not permitted, carries nothing.
  private boolean carries(int source, int relation, int target) {
    return !network.relation(relation).hidden()
        && switch (network.state(source, relation, target)) {
          case RESOLVED, UNKNOWN, MISSING -> true;
          case STALE, DENIED -> false;
        };
  }

  List<Member> members(Group group) {
    return known.computeIfAbsent(group, this::find);
  }

  private List<Member> find(Group group) {
    List<Member> members = new ArrayList<>();
    Network.Visitor visitor =
        (relation, other) -> {
          if (relation != group.relation()) {
            return;
          }
          int source = group.onSource() ? other : group.dependent();
          int target = group.onSource() ? group.dependent() : other;
          if (carries(source, relation, target)) {
            Edge edge = network.edge(source, relation, target);
            members.add(member(other, edge));
          }
        };
    if (group.onSource()) {
      network.forEachIn(group.dependent(), visitor);
    } else {
      network.forEachOut(group.dependent(), visitor);
    }
    return group.onSource() ? members : withoutIdle(members);
  }

  private Member member(int handle, Edge edge) {
    Node node = network.node(handle);
    boolean isThere = edge.state() == EdgeState.RESOLVED || edge.state() == EdgeState.UNKNOWN;
    boolean works =
        isThere
            && !(node instanceof Node.Present present
                && present.health().status() == Health.Status.FAILED);
    return new Member(handle, edge.optional(), isThere, works);
  }

  /// What has had its day, such as the old ReplicaSets of a Deployment, carries nothing beside what
  /// has not; nor does a workload without Pods beside those that have some.
  private List<Member> withoutIdle(List<Member> members) {
    if (members.size() < 2 || members.stream().allMatch(member -> isIdle(member.handle()))) {
      return members;
    }
    return members.stream().filter(member -> !isIdle(member.handle())).toList();
  }

  /// Whether nothing is started from it any more, so that it misses nothing.
  boolean isPast(int handle) {
    return network.node(handle) instanceof Node.Present present && Past.is(present.resource());
  }

  /// A workload without Pods stands in for them with its template.
  private boolean isIdle(int handle) {
    if (!(network.node(handle) instanceof Node.Present present)) {
      return false;
    }
    Resource resource = present.resource();
    if (Past.is(resource)) {
      return true;
    }
    for (int at = 0; at < resource.factCount(); at++) {
      if (resource.fact(at) instanceof Fact.Offers offers && offers.inferred()) {
        return true;
      }
    }
    return false;
  }

  Edge edge(Group group, Member member) {
    return group.onSource()
        ? network.edge(member.handle(), group.relation(), group.dependent())
        : network.edge(group.dependent(), group.relation(), member.handle());
  }
}
