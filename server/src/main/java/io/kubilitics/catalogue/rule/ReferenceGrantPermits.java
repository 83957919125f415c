package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A ReferenceGrant permits each kind and namespace it trusts to refer to each kind, or one object,
/// of its own namespace.
final class ReferenceGrantPermits implements FactRule {
  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.REFERENCE_GRANT);
  }

  @Override
  public Set<String> reads() {
    return Set.of("spec.from", "spec.to");
  }

  @Override
  public Stream<Fact> facts(ObjectView grant) {
    return grant
        .at("spec.from[]")
        .flatMap(from -> grant.at("spec.to[]").flatMap(to -> permit(grant, from, to)));
  }

  private static Stream<Fact> permit(ObjectView grant, Field from, Field to) {
    String namespace = from.text("namespace").orElse("");
    String fromKind = from.text("kind").orElse("");
    String toKind = to.text("kind").orElse("");
    if (namespace.isEmpty() || fromKind.isEmpty() || toKind.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(
        new Fact.Permits(
            new Evidence(from.path(), namespace),
            kind(grant, from, fromKind),
            new NamespaceScope.In(namespace),
            kind(grant, to, toKind),
            to.text("name").orElse(""),
            ""));
  }

  private static Kind kind(ObjectView grant, Field side, String name) {
    return grant.kindOf(side.text("group").orElse("") + "/", name);
  }
}
