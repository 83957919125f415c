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

/// An Ingress or Gateway with an annotation of cert-manager has the certificates made that it names
/// in its own namespace: their Secrets come by themselves.
final class CertificateOnDemand implements FactRule {
  private static final Relation PRODUCES = new Relation("produces");
  private static final Set<String> ISSUERS =
      Set.of(
          "metadata.annotations[\"cert-manager.io/issuer\"]",
          "metadata.annotations[\"cert-manager.io/cluster-issuer\"]");
  private static final String OLD = "metadata.annotations[\"kubernetes.io/tls-acme\"]";
  private static final String OF_INGRESS = "spec.tls[].secretName";
  private static final String OF_GATEWAY = "spec.listeners[].tls.certificateRefs[]";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.INGRESS, Kinds.GATEWAY);
  }

  @Override
  public Set<String> reads() {
    Set<String> reads = new java.util.HashSet<>(ISSUERS);
    reads.add(OLD);
    reads.add(OF_INGRESS);
    reads.add(OF_GATEWAY);
    return reads;
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    boolean isAsked =
        ISSUERS.stream().anyMatch(issuer -> !object.text(issuer).orElse("").isEmpty())
            || object.isTrue(OLD);
    if (!isAsked) {
      return Stream.of();
    }
    return Stream.concat(
        object.at(OF_INGRESS).flatMap(field -> made(object, field, field.text().orElse(""))),
        object
            .at(OF_GATEWAY)
            .filter(reference -> isOwnSecret(object, reference))
            .flatMap(reference -> made(object, reference, reference.text("name").orElse(""))));
  }

  private static boolean isOwnSecret(ObjectView object, Field reference) {
    return reference.text("kind").orElse("Secret").equals("Secret")
        && reference
            .text("namespace")
            .orElse(object.id().namespace())
            .equals(object.id().namespace());
  }

  private static Stream<Fact> made(ObjectView object, Field field, String secret) {
    return secret.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Fact.Names(
                PRODUCES,
                new Evidence(field.path(), secret),
                new ResourceId(Kinds.SECRET, object.id().namespace(), secret),
                Presence.PRODUCES));
  }
}
