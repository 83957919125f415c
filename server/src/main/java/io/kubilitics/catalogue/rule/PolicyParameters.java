package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The binding of an admission policy names its parameters, one object or those with certain
/// labels, and the policy says of which kind they are. A binding that allows parameters to be
/// missing says so. Parameters in the namespace of whatever is admitted are none that can be told.
final class PolicyParameters implements FactRule {
  private static final Relation BINDS_POLICY = new Relation("binds-policy");
  private static final String GROUP = "admissionregistration.k8s.io";
  private static final Kind VALIDATING = new Kind(GROUP, "ValidatingAdmissionPolicy");
  private static final Kind MUTATING = new Kind(GROUP, "MutatingAdmissionPolicy");
  private static final Kind BINDS_VALIDATING = new Kind(GROUP, "ValidatingAdmissionPolicyBinding");
  private static final Kind BINDS_MUTATING = new Kind(GROUP, "MutatingAdmissionPolicyBinding");
  private static final String KIND = "spec.paramKind";
  private static final String REFERENCE = "spec.paramRef";

  @Override
  public Set<Kind> kinds() {
    return Set.of(VALIDATING, MUTATING, BINDS_VALIDATING, BINDS_MUTATING);
  }

  @Override
  public Set<String> reads() {
    return Set.of(KIND, REFERENCE, "spec.policyName");
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    Kind kind = object.id().kind();
    if (kind.equals(BINDS_VALIDATING)) {
      return object.at(REFERENCE).flatMap(field -> means(object, field, VALIDATING));
    }
    if (kind.equals(BINDS_MUTATING)) {
      return object.at(REFERENCE).flatMap(field -> means(object, field, MUTATING));
    }
    return object.at(KIND).flatMap(field -> tells(object, field));
  }

  private static Stream<Fact> tells(ObjectView policy, Field field) {
    String name = field.text("kind").orElse("");
    if (name.isEmpty()) {
      return Stream.of();
    }
    Kind kind = policy.kindOf(field.text("apiVersion").orElse(""), name);
    return Stream.of(
        new Fact.Tells(new Evidence(field.path(), kind.toString()), kind, policy.scopeOf(kind)));
  }

  private static Stream<Fact> means(ObjectView binding, Field field, Kind policies) {
    String policy = binding.text("spec.policyName").orElse("");
    String name = field.text("name").orElse("");
    Optional<LabelSelector> selector = field.labelSelector("selector");
    if (policy.isEmpty() || (name.isEmpty() && selector.isEmpty())) {
      return Stream.of();
    }
    boolean mayMiss = field.text("parameterNotFoundAction").map("Allow"::equals).orElse(false);
    String value = name.isEmpty() ? selector.map(LabelSelector::toString).orElse("") : name;
    return Stream.of(
        new Fact.MeansTold(
            BINDS_POLICY,
            new Evidence(field.path(), value),
            ResourceId.clusterScoped(policies, policy),
            field.text("namespace").orElse(""),
            name,
            selector.orElse(LabelSelector.EVERYTHING),
            mayMiss ? Presence.OPTIONAL : Presence.REQUIRED));
  }
}
