package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A route attaches to its parents: Gateways unless it says otherwise, in its own namespace unless
/// it says otherwise. A Gateway, or a ListenerSet, must admit it, at the listener it names or at
/// any. A ListenerSet attaches to its Gateway in the same way.
final class RouteParents implements FactRule {
  private static final Relation ATTACHES_TO = new Relation("attaches-to");

  @Override
  public Set<Kind> kinds() {
    return Set.of(
        Kinds.gateway("HTTPRoute"),
        Kinds.gateway("GRPCRoute"),
        Kinds.gateway("TLSRoute"),
        Kinds.gateway("TCPRoute"),
        Kinds.gateway("UDPRoute"),
        Kinds.LISTENER_SET);
  }

  @Override
  public Set<String> reads() {
    return Set.of("spec.parentRefs", "spec.parentRef");
  }

  @Override
  public Stream<Fact> facts(ObjectView route) {
    String parents =
        route.id().kind().equals(Kinds.LISTENER_SET) ? "spec.parentRef" : "spec.parentRefs[]";
    return route.at(parents).flatMap(parent -> parent(route, parent));
  }

  private static Stream<Fact> parent(ObjectView route, Field parent) {
    String name = parent.text("name").orElse("");
    if (name.isEmpty()) {
      return Stream.of();
    }
    String group = parent.text("group").orElse(Kinds.GATEWAY.group());
    String kindName = parent.text("kind").orElse(Kinds.GATEWAY.name());
    if (kindName.isEmpty()) {
      return Stream.of();
    }
    Kind kind = route.kindOf(group + "/", kindName);
    String section = parent.text("sectionName").orElse("");
    String port = parent.text("port").orElse("");
    Evidence evidence = new Evidence(parent.path(), name, section.isEmpty() ? port : section);
    String namespace = parent.text("namespace").orElse(route.id().namespace());
    return switch (route.scopeOf(kind)) {
      case CLUSTER -> Stream.of(names(evidence, kind, "", name, Presence.REQUIRED));
      case NAMESPACED -> {
        Fact.Names names = names(evidence, kind, namespace, name, Presence.REQUIRED);
        boolean admits = kind.equals(Kinds.GATEWAY) || kind.equals(Kinds.LISTENER_SET);
        String listener = port.isEmpty() ? section : section + ":" + port;
        yield Stream.of(admits ? names.withPermit(new Fact.PermitNeed(kind, listener)) : names);
      }
      // A ghost of a kind whose scope nobody knows would be a guess.
      case UNKNOWN ->
          Stream.of(
              names(evidence, kind, namespace, name, Presence.IF_EXISTS),
              names(evidence, kind, "", name, Presence.IF_EXISTS));
    };
  }

  private static Fact.Names names(
      Evidence evidence, Kind kind, String namespace, String name, Presence presence) {
    return new Fact.Names(ATTACHES_TO, evidence, new ResourceId(kind, namespace, name), presence);
  }
}
