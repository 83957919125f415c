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

/// A binding grants its role to ServiceAccounts, users and groups. A ServiceAccount without
/// namespace is one of the RoleBinding's own, and invalid in a ClusterRoleBinding. The user
/// `system:serviceaccount:ns:name` is that ServiceAccount.
final class GrantSubjects implements FactRule {
  private static final Relation GRANTS_TO = new Relation("grants-to");
  private static final String ACCOUNT_USER = "system:serviceaccount:";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.ROLE_BINDING, Kinds.CLUSTER_ROLE_BINDING);
  }

  @Override
  public Set<String> reads() {
    return Set.of("subjects[].kind", "subjects[].name", "subjects[].namespace");
  }

  @Override
  public Stream<Fact> facts(ObjectView binding) {
    return binding.at("subjects[]").flatMap(subject -> subject(binding, subject));
  }

  private static Stream<Fact> subject(ObjectView binding, Field subject) {
    String name = subject.text("name").orElse("");
    if (name.isEmpty()) {
      return Stream.of();
    }
    Evidence evidence = new Evidence(subject.path(), name);
    return switch (subject.text("kind").orElse("")) {
      case "ServiceAccount" ->
          account(
              evidence,
              subject
                  .text("namespace")
                  .filter(said -> !said.isEmpty())
                  .orElse(binding.id().namespace()),
              name);
      case "User" -> user(evidence, name);
      case "Group" ->
          Stream.of(
              new Fact.Reaches(GRANTS_TO, evidence, new Synthetic(Synthetic.Type.GROUP, name)));
      default -> Stream.of();
    };
  }

  private static Stream<Fact> user(Evidence evidence, String name) {
    if (name.startsWith(ACCOUNT_USER)) {
      int colon = name.indexOf(':', ACCOUNT_USER.length());
      if (colon > 0 && colon + 1 < name.length()) {
        return account(
            evidence, name.substring(ACCOUNT_USER.length(), colon), name.substring(colon + 1));
      }
    }
    return Stream.of(
        new Fact.Reaches(GRANTS_TO, evidence, new Synthetic(Synthetic.Type.USER, name)));
  }

  private static Stream<Fact> account(Evidence evidence, String namespace, String name) {
    return namespace.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Fact.Names(
                GRANTS_TO,
                evidence,
                new ResourceId(Kinds.SERVICE_ACCOUNT, namespace, name),
                Presence.REQUIRED));
  }
}
