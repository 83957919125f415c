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
import java.util.Set;
import java.util.stream.Stream;

/// A webhook, and the binding of an admission policy, intercepts requests in the namespaces its
/// selector matches. An absent or empty selector means all of them, which is one edge.
final class WebhookIntercepts implements FactRule {
  private static final Relation INTERCEPTS = new Relation("intercepts");
  private static final Synthetic ALL = new Synthetic(Synthetic.Type.NAMESPACE_SET, "all");
  private static final String SELECTOR = "namespaceSelector";
  private static final Kind BINDING = admission("ValidatingAdmissionPolicyBinding");

  private static Kind admission(String name) {
    return new Kind("admissionregistration.k8s.io", name);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(
        BINDING,
        admission("MutatingWebhookConfiguration"),
        admission("ValidatingWebhookConfiguration"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "webhooks[].name",
        "webhooks[]." + SELECTOR,
        "spec.policyName",
        "spec.matchResources." + SELECTOR);
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    if (!object.id().kind().equals(BINDING)) {
      return object.at("webhooks[]").flatMap(webhook -> intercepts(webhook, SELECTOR));
    }
    return object.at("spec").flatMap(spec -> intercepts(spec, "matchResources." + SELECTOR));
  }

  private static Stream<Fact> intercepts(Field owner, String path) {
    if (owner.first(path).isEmpty()) {
      return Stream.of(new Fact.Reaches(INTERCEPTS, new Evidence(owner.path(), "all"), ALL));
    }
    return owner
        .at(path)
        .flatMap(field ->
            owner.labelSelector(path).stream()
                .map(selector -> {
                  Evidence evidence = new Evidence(field.path(), selector.toString());
                  return selector.isEverything()
                      ? new Fact.Reaches(INTERCEPTS, evidence, ALL)
                      : new Fact.Selects(
                          INTERCEPTS, evidence, Kinds.NAMESPACE, NamespaceScope.CLUSTER, selector);
                }));
  }
}
