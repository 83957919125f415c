package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Each listener of a Gateway permits routes to attach: from its own namespace unless
/// `allowedRoutes` says All or Selector, and of the kinds its protocol serves unless it lists them.
final class GatewayAdmitsRoutes implements FactRule {
  private static final String GROUP = "gateway.networking.k8s.io";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.GATEWAY);
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "spec.listeners[].name", "spec.listeners[].protocol", "spec.listeners[].allowedRoutes");
  }

  @Override
  public Stream<Fact> facts(ObjectView gateway) {
    return gateway.at("spec.listeners[]").flatMap(listener -> listener(gateway, listener));
  }

  private static Stream<Fact> listener(ObjectView gateway, Field listener) {
    String section = listener.text("name").orElse("");
    return scope(gateway, listener)
        .flatMap(scope ->
            routes(gateway, listener)
                .map(route ->
                    new Fact.Permits(
                        new Evidence(listener.path(), section),
                        route,
                        scope,
                        Kinds.GATEWAY,
                        gateway.id().name(),
                        section)));
  }

  /// One scope, or none when what is written means nothing.
  private static Stream<NamespaceScope> scope(ObjectView gateway, Field listener) {
    return switch (listener.text("allowedRoutes.namespaces.from").orElse("Same")) {
      case "Same" -> Stream.of(new NamespaceScope.In(gateway.id().namespace()));
      case "All" -> Stream.of(NamespaceScope.EVERYWHERE);
      case "Selector" ->
          listener.labelSelector("allowedRoutes.namespaces.selector").stream()
              .map(GatewayAdmitsRoutes::matching);
      default -> Stream.of();
    };
  }

  private static NamespaceScope matching(LabelSelector namespaces) {
    return namespaces.isEverything()
        ? NamespaceScope.EVERYWHERE
        : new NamespaceScope.Matching(namespaces);
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
