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
/// it says otherwise. A Gateway must admit it, at the listener it names or at any.
final class RouteParents implements FactRule {
  private static final Relation ATTACHES_TO = new Relation("attaches-to");

  @Override
  public Set<Kind> kinds() {
    return Set.of(
        Kinds.gateway("HTTPRoute"),
        Kinds.gateway("GRPCRoute"),
        Kinds.gateway("TLSRoute"),
        Kinds.gateway("TCPRoute"),
        Kinds.gateway("UDPRoute"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("spec.parentRefs");
  }

  @Override
  public Stream<Fact> facts(ObjectView route) {
    return route.at("spec.parentRefs[]").flatMap(parent -> parent(route, parent));
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
    String key = section.isEmpty() ? parent.text("port").orElse("") : section;
    Fact.Names names =
        new Fact.Names(
            ATTACHES_TO,
            new Evidence(parent.path(), name, key),
            new ResourceId(kind, parent.text("namespace").orElse(route.id().namespace()), name),
            Presence.REQUIRED);
    return Stream.of(
        kind.equals(Kinds.GATEWAY)
            ? names.withPermit(new Fact.PermitNeed(Kinds.GATEWAY, section))
            : names);
  }
}
