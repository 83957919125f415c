package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A webhook, and the binding of an admission policy, intercepts requests in the namespaces its
/// selector matches. An absent or empty selector means all of them, which is one edge. Which
/// requests is an attribute of the evidence: the rules, and the selector over objects.
final class WebhookIntercepts implements FactRule {
  private static final Relation INTERCEPTS = new Relation("intercepts");
  private static final Synthetic ALL = new Synthetic(Synthetic.Type.NAMESPACE_SET, "all");
  private static final String SELECTOR = "namespaceSelector";
  private static final Collector<CharSequence, ?, String> JOINED = Collectors.joining(",");
  private static final String OBJECTS = "objectSelector";
  private static final String RULES = "rules";
  private static final String RESOURCE_RULES = "resourceRules";

  /// It is cut here: more than a few rules nobody reads.
  private static final int LONGEST_KEY = 512;

  private static final Set<Kind> BINDINGS =
      Set.of(
          admission("ValidatingAdmissionPolicyBinding"),
          admission("MutatingAdmissionPolicyBinding"));

  private static Kind admission(String name) {
    return new Kind("admissionregistration.k8s.io", name);
  }

  @Override
  public Set<Kind> kinds() {
    Set<Kind> kinds = new HashSet<>(BINDINGS);
    kinds.add(admission("MutatingWebhookConfiguration"));
    kinds.add(admission("ValidatingWebhookConfiguration"));
    return kinds;
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "webhooks[].name",
        "webhooks[]." + SELECTOR,
        "spec.policyName",
        "spec.matchResources." + SELECTOR,
        "webhooks[]." + OBJECTS,
        "webhooks[]." + RULES,
        "spec.matchResources." + OBJECTS,
        "spec.matchResources." + RESOURCE_RULES);
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    if (!BINDINGS.contains(object.id().kind())) {
      return object
          .at("webhooks[]")
          .flatMap(webhook -> intercepts(webhook, SELECTOR, requests(webhook, "", RULES)));
    }
    return object
        .at("spec")
        .flatMap(spec ->
            intercepts(
                spec,
                "matchResources." + SELECTOR,
                requests(spec, "matchResources.", RESOURCE_RULES)));
  }

  private static Stream<Fact> intercepts(Field owner, String path, String requests) {
    if (owner.first(path).isEmpty()) {
      return Stream.of(
          new Fact.Reaches(
              INTERCEPTS, new Evidence(owner.path(), "all").withAttributes(requests), ALL));
    }
    return owner
        .at(path)
        .flatMap(field ->
            owner.labelSelector(path).stream()
                .map(selector -> {
                  Evidence evidence =
                      new Evidence(field.path(), selector.toString()).withAttributes(requests);
                  return selector.isEverything()
                      ? new Fact.Reaches(INTERCEPTS, evidence, ALL)
                      : new Fact.Selects(
                          INTERCEPTS, evidence, Kinds.NAMESPACE, NamespaceScope.CLUSTER, selector);
                }));
  }

  /// `CREATE,UPDATE pods; DELETE apps/deployments; objects app=web`.
  private static String requests(Field owner, String prefix, String rules) {
    Stream<String> each =
        owner
            .at(prefix + rules + "[]")
            .map(WebhookIntercepts::rule)
            .filter(text -> !text.isEmpty());
    Stream<String> objects =
        owner.labelSelector(prefix + OBJECTS).stream()
            .filter(selector -> !selector.isEverything())
            .map(selector -> "objects " + selector);
    String all = Stream.concat(each, objects).collect(Collectors.joining("; "));
    return all.length() <= LONGEST_KEY ? all : all.substring(0, LONGEST_KEY) + "…";
  }

  private static String rule(Field rule) {
    String groups = texts(rule, "apiGroups[]").filter(group -> !group.isEmpty()).collect(JOINED);
    String resources = texts(rule, "resources[]").collect(JOINED);
    String operations = texts(rule, "operations[]").collect(JOINED);
    String what = groups.isEmpty() ? resources : groups + "/" + resources;
    return resources.isEmpty() ? "" : (operations + " " + what).strip();
  }

  private static Stream<String> texts(Field field, String path) {
    return field.at(path).flatMap(text -> text.text().stream());
  }
}
