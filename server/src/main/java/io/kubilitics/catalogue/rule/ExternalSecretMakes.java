package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// An ExternalSecret makes a Secret of its own name unless `target` names another. With the policy
/// `Merge` it only writes into one that must be there, with `None` it makes nothing.
final class ExternalSecretMakes implements FactRule {
  private static final Relation PRODUCES = new Relation("produces");
  private static final String TARGET = "spec.target.name";
  private static final String POLICY = "spec.target.creationPolicy";

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("external-secrets.io", "ExternalSecret"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(TARGET, POLICY);
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    String policy = object.text(POLICY).orElse("Owner");
    if (policy.equals("None") || object.id().namespace().isEmpty()) {
      return Stream.of();
    }
    String said = object.text(TARGET).orElse("");
    String name = said.isEmpty() ? object.id().name() : said;
    return Stream.of(
        new Fact.Names(
            PRODUCES,
            new Evidence(said.isEmpty() ? "metadata.name" : TARGET, name),
            new ResourceId(Kinds.SECRET, object.id().namespace(), name),
            policy.equals("Merge") ? Presence.REQUIRED : Presence.PRODUCES));
  }
}
