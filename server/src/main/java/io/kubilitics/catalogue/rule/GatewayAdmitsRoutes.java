package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Each listener of a Gateway or of a ListenerSet permits routes to attach: from its own namespace
/// unless `allowedRoutes` says All or Selector, and of the kinds its protocol serves unless it
/// lists them. A route may ask for a listener by name, by port (`:443`) or by both. ListenerSets
/// attach where a Gateway's `allowedListeners` lets them, and nowhere unless it says so.
final class GatewayAdmitsRoutes implements FactRule {
  private static final String GROUP = "gateway.networking.k8s.io";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.GATEWAY, Kinds.LISTENER_SET);
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "spec.listeners[].name",
        "spec.listeners[].port",
        "spec.listeners[].protocol",
        "spec.listeners[].allowedRoutes",
        "spec.allowedListeners");
  }

  @Override
  public Stream<Fact> facts(ObjectView gateway) {
    return Stream.concat(
        gateway.at("spec.listeners[]").flatMap(listener -> listener(gateway, listener)),
        gateway.id().kind().equals(Kinds.GATEWAY)
            ? gateway.at("spec.allowedListeners").flatMap(allowed -> sets(gateway, allowed))
            : Stream.of());
  }

  private static Stream<Fact> sets(ObjectView gateway, Field allowed) {
    return scope(gateway, allowed, "namespaces", "None")
        .map(scope ->
            new Fact.Permits(
                new Evidence(allowed.path(), ""),
                Kinds.LISTENER_SET,
                scope,
                Kinds.GATEWAY,
                gateway.id().name(),
                ""));
  }

  private static Stream<Fact> listener(ObjectView gateway, Field listener) {
    String name = listener.text("name").orElse("");
    List<String> sections =
        listener.text("port").stream()
            .flatMap(port -> Stream.of(name, ":" + port, name + ":" + port))
            .distinct()
            .toList();
    return scope(gateway, listener, "allowedRoutes.namespaces", "Same")
        .flatMap(scope ->
            routes(gateway, listener)
                .flatMap(route ->
                    (sections.isEmpty() ? List.of(name) : sections)
                        .stream()
                            .map(section ->
                                new Fact.Permits(
                                    new Evidence(listener.path(), name),
                                    route,
                                    scope,
                                    gateway.id().kind(),
                                    gateway.id().name(),
                                    section))));
  }

  /// One scope, or none when what is written means nothing.
  ///
  /// @param namespaces where it is written
  /// @param otherwise what holds when nothing is
  private static Stream<NamespaceScope> scope(
      ObjectView gateway, Field owner, String namespaces, String otherwise) {
    return switch (owner.text(namespaces + ".from").orElse(otherwise)) {
      case "Same" -> Stream.of(new NamespaceScope.In(gateway.id().namespace()));
      case "All" -> Stream.of(NamespaceScope.EVERYWHERE);
      case "Selector" ->
          owner.labelSelector(namespaces + ".selector").stream().map(NamespaceScope::matching);
      default -> Stream.of();
    };
  }

  private static Stream<Kind> routes(ObjectView gateway, Field listener) {
    List<Kind> listed =
        listener
            .at("allowedRoutes.kinds[]")
            .flatMap(kind ->
                kind.text("kind").stream()
                    .filter(name -> !name.isEmpty())
                    .map(name -> gateway.kindOf(kind.text("group").orElse(GROUP) + "/", name)))
            .toList();
    return listed.isEmpty() ? served(listener.text("protocol").orElse("")) : listed.stream();
  }

  private static Stream<Kind> served(String protocol) {
    return switch (protocol) {
      case "HTTP", "HTTPS" -> Stream.of(Kinds.gateway("HTTPRoute"), Kinds.gateway("GRPCRoute"));
      case "TLS" -> Stream.of(Kinds.gateway("TLSRoute"), Kinds.gateway("TCPRoute"));
      case "TCP" -> Stream.of(Kinds.gateway("TCPRoute"));
      case "UDP" -> Stream.of(Kinds.gateway("UDPRoute"));
      default -> Stream.of();
    };
  }
}
