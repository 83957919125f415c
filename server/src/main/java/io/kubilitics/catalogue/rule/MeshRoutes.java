package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// Istio's VirtualServices, DestinationRules and ServiceEntries speak of hosts. A name without a
/// dot is a Service of the own namespace, `name.namespace.svc…` that Service, anything else a host
/// outside. Gateways are `name` or `namespace/name`; `mesh` is all sidecars and no object.
final class MeshRoutes implements FactRule {
  private static final Kind VIRTUAL_SERVICE = istio("VirtualService");
  private static final Kind DESTINATION_RULE = istio("DestinationRule");
  private static final Kind SERVICE_ENTRY = istio("ServiceEntry");
  private static final Kind GATEWAY = istio("Gateway");

  private static final Relation ROUTES = new Relation("routes");
  private static final Relation ATTACHES_TO = new Relation("attaches-to");
  private static final Relation GOVERNS = new Relation("governs-network");

  private static Kind istio(String name) {
    return new Kind("networking.istio.io", name);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(VIRTUAL_SERVICE, DESTINATION_RULE, SERVICE_ENTRY);
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "spec.gateways",
        "spec.host",
        "spec.hosts",
        "spec.http[].match[].gateways",
        "spec.http[].route[].destination",
        "spec.http[].mirror",
        "spec.http[].mirrors[].destination",
        "spec.tcp[].match[].gateways",
        "spec.tcp[].route[].destination",
        "spec.tls[].match[].gateways",
        "spec.tls[].route[].destination");
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    Kind kind = object.id().kind();
    if (kind.equals(SERVICE_ENTRY)) {
      return object.at("spec.hosts[]").flatMap(host -> outside(ROUTES, host, text(host), ""));
    }
    if (kind.equals(DESTINATION_RULE)) {
      return object.at("spec.host").flatMap(host -> host(GOVERNS, host, object, text(host), ""));
    }
    Stream<Fact> gateways =
        Stream.of(
                "spec.gateways[]",
                "spec.http[].match[].gateways[]",
                "spec.tcp[].match[].gateways[]",
                "spec.tls[].match[].gateways[]")
            .flatMap(object::at)
            .flatMap(gateway -> gateway(gateway, object));
    Stream<Fact> destinations =
        Stream.of(
                "spec.http[].route[].destination",
                "spec.http[].mirror",
                "spec.http[].mirrors[].destination",
                "spec.tcp[].route[].destination",
                "spec.tls[].route[].destination")
            .flatMap(object::at)
            .flatMap(destination ->
                host(
                    ROUTES,
                    destination,
                    object,
                    destination.text("host").orElse(""),
                    destination.text("port.number").orElse("")));
    return Stream.concat(gateways, destinations);
  }

  private static String text(Field field) {
    return field.text().orElse("");
  }

  private static Stream<Fact> gateway(Field field, ObjectView object) {
    String text = text(field);
    int slash = text.indexOf('/');
    String namespace = slash < 0 ? object.id().namespace() : text.substring(0, slash);
    String name = text.substring(slash + 1);
    if (name.isEmpty() || namespace.isEmpty() || text.equals("mesh") || name.contains("/")) {
      return Stream.of();
    }
    return Stream.of(
        new Fact.Names(
            ATTACHES_TO,
            new Evidence(field.path(), text),
            new ResourceId(GATEWAY, namespace, name),
            Presence.REQUIRED));
  }

  private static Stream<Fact> host(
      Relation relation, Field field, ObjectView object, String host, String port) {
    if (host.isEmpty()) {
      return Stream.of();
    }
    String[] labels = host.split("\\.", -1);
    boolean isShort = labels.length == 1;
    if (!isShort && (labels.length < 3 || !labels[2].equals("svc"))) {
      return outside(relation, field, host, port);
    }
    String namespace = isShort ? object.id().namespace() : labels[1];
    if (labels[0].isEmpty() || labels[0].startsWith("*") || namespace.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(
        new Fact.Names(
            relation,
            new Evidence(field.path(), host, port),
            new ResourceId(Kinds.SERVICE, namespace, labels[0]),
            Presence.REQUIRED));
  }

  private static Stream<Fact> outside(Relation relation, Field field, String host, String port) {
    return host.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Fact.Reaches(
                relation,
                new Evidence(field.path(), host, port),
                new Synthetic(Synthetic.Type.HOST, host)));
  }
}
