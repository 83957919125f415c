package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the Prometheus operator's objects select by labels. A ServiceMonitor, PodMonitor or Probe
/// says with `namespaceSelector` where: `any`, `matchNames`, else its own namespace. A server's
/// selector of monitors, rules or configurations takes all when it is empty and none when it is
/// absent; the namespace selector beside it is the own namespace when it is absent and all when it
/// is empty.
final class MonitorSelections implements FactRule {
  private static final Relation MONITORS = new Relation("monitors");
  private static final Relation CONFIGURED_BY = new Relation("configured-by");

  private static final Kind SERVICE_MONITOR = kind("ServiceMonitor");
  private static final Kind POD_MONITOR = kind("PodMonitor");
  private static final Kind PROBE = kind("Probe");

  /// A pair of fields `<name>Selector` and `<name>NamespaceSelector`, and what they select.
  private record Wish(String name, Kind kind) {}

  private static final List<Wish> WISHES =
      List.of(
          new Wish("serviceMonitor", SERVICE_MONITOR),
          new Wish("podMonitor", POD_MONITOR),
          new Wish("probe", PROBE),
          new Wish("scrapeConfig", kind("ScrapeConfig")),
          new Wish("rule", kind("PrometheusRule")),
          new Wish("alertmanagerConfig", kind("AlertmanagerConfig")));

  private static Kind kind(String name) {
    return new Kind("monitoring.coreos.com", name);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(
        SERVICE_MONITOR,
        POD_MONITOR,
        PROBE,
        kind("Prometheus"),
        kind("PrometheusAgent"),
        kind("ThanosRuler"),
        kind("Alertmanager"));
  }

  @Override
  public Set<String> reads() {
    Set<String> reads = new java.util.HashSet<>();
    reads.addAll(List.of("spec.selector", "spec.namespaceSelector", "spec.targets.ingress"));
    for (Wish wish : WISHES) {
      reads.add("spec." + wish.name + "Selector");
      reads.add("spec." + wish.name + "NamespaceSelector");
    }
    return reads;
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    Kind kind = object.id().kind();
    if (kind.equals(SERVICE_MONITOR)) {
      return monitored(object, "spec", Kinds.SERVICE);
    }
    if (kind.equals(POD_MONITOR)) {
      return monitored(object, "spec", Kinds.POD);
    }
    if (kind.equals(PROBE)) {
      return monitored(object, "spec.targets.ingress", Kinds.INGRESS);
    }
    return WISHES.stream().flatMap(wish -> wished(object, wish));
  }

  private static Stream<Fact> monitored(ObjectView monitor, String at, Kind kind) {
    return monitor.at(at).flatMap(parent -> monitored(monitor, parent, kind));
  }

  private static Stream<Fact> monitored(ObjectView monitor, Field parent, Kind kind) {
    Optional<Field> field = parent.first("selector");
    Optional<LabelSelector> selector = parent.labelSelector("selector");
    if (field.isEmpty() || selector.isEmpty()) {
      return Stream.of();
    }
    return scopes(monitor, parent)
        .map(scope ->
            new Fact.Selects(
                MONITORS,
                new Evidence(field.get().path(), selector.get().toString()),
                kind,
                scope,
                selector.get()));
  }

  private static Stream<NamespaceScope> scopes(ObjectView monitor, Field parent) {
    if (parent.isTrue("namespaceSelector.any")) {
      return Stream.of(NamespaceScope.EVERYWHERE);
    }
    List<String> names =
        parent
            .at("namespaceSelector.matchNames[]")
            .flatMap(name -> name.text().stream())
            .distinct()
            .toList();
    return (names.isEmpty() ? List.of(monitor.id().namespace()) : names)
        .stream().map(NamespaceScope.In::new);
  }

  private static Stream<Fact> wished(ObjectView server, Wish wish) {
    String path = "spec." + wish.name + "Selector";
    String beside = "spec." + wish.name + "NamespaceSelector";
    Optional<LabelSelector> selector = server.labelSelector(path);
    if (selector.isEmpty()) {
      return Stream.of();
    }
    Optional<LabelSelector> namespaces = server.labelSelector(beside);
    if (server.first(beside).isPresent() && namespaces.isEmpty()) {
      return Stream.of();
    }
    NamespaceScope scope =
        namespaces
            .map(NamespaceScope::matching)
            .orElse(new NamespaceScope.In(server.id().namespace()));
    return Stream.of(
        new Fact.Selects(
            CONFIGURED_BY,
            new Evidence(path, selector.get().toString()),
            wish.kind,
            scope,
            selector.get()));
  }
}
