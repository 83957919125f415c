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

/// A FlowSchema is about the requests of users, groups and ServiceAccounts. The account `*` is
/// every account of the namespace, which is the group `system:serviceaccounts:ns`. That an account
/// does not exist is no fault: clusters come with schemas for controllers that they may not have.
final class FlowSubjects implements FactRule {
  private static final Relation LIMITS_FLOW = new Relation("limits-flow");
  private static final String SUBJECTS = "spec.rules[].subjects[]";

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("flowcontrol.apiserver.k8s.io", "FlowSchema"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        SUBJECTS + ".kind",
        SUBJECTS + ".user.name",
        SUBJECTS + ".group.name",
        SUBJECTS + ".serviceAccount.name",
        SUBJECTS + ".serviceAccount.namespace");
  }

  @Override
  public Stream<Fact> facts(ObjectView schema) {
    return schema
        .at(SUBJECTS)
        .flatMap(subject ->
            switch (subject.text("kind").orElse("")) {
              case "User" -> subject.at("user").flatMap(user -> of(user, Synthetic.Type.USER));
              case "Group" -> subject.at("group").flatMap(group -> of(group, Synthetic.Type.GROUP));
              case "ServiceAccount" -> subject.at("serviceAccount").flatMap(FlowSubjects::account);
              case String _ -> Stream.of();
            });
  }

  private static Stream<Fact> of(Field subject, Synthetic.Type type) {
    return subject.text("name").stream()
        .filter(name -> !name.isEmpty())
        .map(name -> reaches(subject, name, type, name));
  }

  private static Stream<Fact> account(Field account) {
    String name = account.text("name").orElse("");
    String namespace = account.text("namespace").orElse("");
    if (name.isEmpty() || namespace.isEmpty()) {
      return Stream.of();
    }
    if (name.equals("*")) {
      String group = "system:serviceaccounts:" + namespace;
      return Stream.of(reaches(account, name, Synthetic.Type.GROUP, group));
    }
    return Stream.of(
        new Fact.Names(
            LIMITS_FLOW,
            new Evidence(account.path(), name),
            new ResourceId(Kinds.SERVICE_ACCOUNT, namespace, name),
            Presence.OPTIONAL));
  }

  private static Fact reaches(Field field, String value, Synthetic.Type type, String name) {
    return new Fact.Reaches(
        LIMITS_FLOW, new Evidence(field.path(), value), new Synthetic(type, name));
  }
}
