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

/// An Istio AuthorizationPolicy that allows lets in the namespaces, and the ServiceAccounts
/// (`DOMAIN/ns/NAMESPACE/sa/NAME`), that its sources name. A policy that denies, audits or asks
/// somebody else lets nobody in by itself. Patterns name nothing.
final class MeshAdmits implements FactRule {
  private static final Relation ALLOWS_FROM = new Relation("allows-from");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("security.istio.io", "AuthorizationPolicy"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("spec.action", "spec.rules[].from[].source");
  }

  @Override
  public Stream<Fact> facts(ObjectView policy) {
    if (!policy.text("spec.action").orElse("ALLOW").equals("ALLOW")) {
      return Stream.of();
    }
    return policy
        .at("spec.rules[].from[].source")
        .flatMap(source ->
            Stream.concat(
                source.at("namespaces[]").flatMap(MeshAdmits::namespace),
                source.at("principals[]").flatMap(MeshAdmits::account)));
  }

  private static Stream<Fact> namespace(Field field) {
    String name = field.text().orElse("");
    return name.isEmpty() || name.contains("*")
        ? Stream.of()
        : names(field, ResourceId.clusterScoped(Kinds.NAMESPACE, name));
  }

  private static Stream<Fact> account(Field field) {
    String[] parts = field.text().orElse("").split("/", -1);
    boolean isAccount =
        parts.length == 5
            && parts[1].equals("ns")
            && parts[3].equals("sa")
            && !parts[2].isEmpty()
            && !parts[4].isEmpty()
            && !parts[2].contains("*")
            && !parts[4].contains("*");
    return isAccount
        ? names(field, new ResourceId(Kinds.SERVICE_ACCOUNT, parts[2], parts[4]))
        : Stream.of();
  }

  private static Stream<Fact> names(Field field, ResourceId target) {
    return Stream.of(
        new Fact.Names(
            ALLOWS_FROM,
            new Evidence(field.path(), field.text().orElse("")),
            target,
            Presence.IF_EXISTS));
  }
}
