package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom a NetworkPolicy governs, and whom its rules let in and out. Its selector governs all Pods
/// of the namespace when it is empty or absent. A rule without peers lets everyone through. In one
/// peer a podSelector and a namespaceSelector must both match; without the latter the own namespace
/// is meant, without the former whole namespaces. Rules of a direction that `policyTypes` leaves
/// out have no effect.
final class NetworkPolicyPeers implements FactRule {
  private static final Relation GOVERNS = new Relation("governs-network");
  private static final Synthetic EVERYONE = new Synthetic(Synthetic.Type.EVERYONE, "all");
  private static final Synthetic EVERY_NAMESPACE =
      new Synthetic(Synthetic.Type.NAMESPACE_SET, "all");
  private static final String POD_SELECTOR = "podSelector";
  private static final String NAMESPACE_SELECTOR = "namespaceSelector";

  /// One of the two directions of traffic.
  private record Direction(String type, String rules, String peers, Relation relation) {}

  private static final List<Direction> DIRECTIONS =
      List.of(
          new Direction("Ingress", "spec.ingress[]", "from", new Relation("allows-from")),
          new Direction("Egress", "spec.egress[]", "to", new Relation("allows-to")));

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.NETWORK_POLICY);
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "spec.podSelector",
        "spec.policyTypes",
        "spec.ingress[].from",
        "spec.ingress[].ports",
        "spec.egress[].to",
        "spec.egress[].ports");
  }

  @Override
  public Stream<Fact> facts(ObjectView policy) {
    List<String> types =
        policy.at("spec.policyTypes[]").flatMap(type -> type.text().stream()).toList();
    Stream<Fact> peers =
        DIRECTIONS.stream()
            .filter(direction -> types.isEmpty() || types.contains(direction.type))
            .flatMap(direction ->
                policy.at(direction.rules).flatMap(rule -> rule(policy, rule, direction)));
    return Stream.concat(governs(policy), peers);
  }

  private static Stream<Fact> governs(ObjectView policy) {
    Optional<LabelSelector> selector =
        policy.first("spec." + POD_SELECTOR).isPresent()
            ? policy.labelSelector("spec." + POD_SELECTOR)
            : Optional.of(LabelSelector.EVERYTHING);
    return selector.stream()
        .map(pods ->
            new Fact.Selects(
                GOVERNS,
                new Evidence("spec." + POD_SELECTOR, pods.toString()),
                Kinds.POD,
                new NamespaceScope.In(policy.id().namespace()),
                pods));
  }

  private static Stream<Fact> rule(ObjectView policy, Field rule, Direction direction) {
    String ports = ports(rule);
    List<Field> peers = rule.at(direction.peers + "[]").toList();
    if (peers.isEmpty()) {
      return Stream.of(
          new Fact.Reaches(
              direction.relation,
              new Evidence(rule.path(), "all").withAttributes(ports),
              EVERYONE));
    }
    return peers.stream().flatMap(peer -> peer(policy, peer, direction.relation, ports));
  }

  /// `TCP/8080,UDP/53`, `""` for all ports.
  private static String ports(Field rule) {
    return rule.at("ports[]").map(NetworkPolicyPeers::port).collect(Collectors.joining(","));
  }

  private static String port(Field port) {
    String protocol = port.text("protocol").orElse("TCP");
    String first = port.text("port").map(number -> "/" + number).orElse("");
    return protocol + first + port.text("endPort").map(last -> "-" + last).orElse("");
  }

  private static Stream<Fact> peer(ObjectView policy, Field peer, Relation relation, String ports) {
    Optional<Field> block = peer.first("ipBlock");
    if (block.isPresent()) {
      return block.get().text("cidr").stream()
          .filter(cidr -> !cidr.isEmpty())
          .map(cidr -> cidr(block.get(), cidr, relation, ports));
    }
    Optional<LabelSelector> pods = peer.labelSelector(POD_SELECTOR);
    Optional<LabelSelector> namespaces = peer.labelSelector(NAMESPACE_SELECTOR);
    boolean podsMeant = peer.first(POD_SELECTOR).isPresent();
    boolean namespacesMeant = peer.first(NAMESPACE_SELECTOR).isPresent();
    if (podsMeant != pods.isPresent() || namespacesMeant != namespaces.isPresent()) {
      return Stream.of(); // a selector that no API server takes
    }
    if (pods.isPresent()) {
      NamespaceScope scope =
          namespaces
              .<NamespaceScope>map(labels ->
                  labels.isEverything()
                      ? NamespaceScope.EVERYWHERE
                      : new NamespaceScope.Matching(labels))
              .orElseGet(() -> new NamespaceScope.In(policy.id().namespace()));
      String text = pods.get() + namespaces.map(labels -> " in namespaces " + labels).orElse("");
      return Stream.of(
          new Fact.Selects(
              relation,
              new Evidence(peer.path(), text).withAttributes(ports),
              Kinds.POD,
              scope,
              pods.get()));
    }
    if (namespaces.isPresent() && namespaces.get().isEverything()) {
      return Stream.of(
          new Fact.Reaches(
              relation, new Evidence(peer.path(), "*").withAttributes(ports), EVERY_NAMESPACE));
    }
    return namespaces.stream()
        .map(labels ->
            new Fact.Selects(
                relation,
                new Evidence(peer.path(), labels.toString()).withAttributes(ports),
                Kinds.NAMESPACE,
                NamespaceScope.CLUSTER,
                labels));
  }

  private static Fact cidr(Field block, String cidr, Relation relation, String ports) {
    List<String> except = block.at("except[]").flatMap(part -> part.text().stream()).toList();
    String attributes =
        except.isEmpty() ? ports : (ports + " except " + String.join(",", except)).strip();
    return new Fact.Reaches(
        relation,
        new Evidence(block.path(), cidr).withAttributes(attributes),
        new Synthetic(Synthetic.Type.CIDR, cidr));
  }
}
