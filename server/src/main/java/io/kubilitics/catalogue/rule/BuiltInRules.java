package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.model.Kind;
import io.kubilitics.plugin.FactRule;
import java.util.ArrayList;
import java.util.List;

/// The rules of code that come with the product, in the order in which they run.
public final class BuiltInRules {
  /// Read in every object.
  public static final List<Rule> FOR_EVERY_KIND = List.of(new OwnerReferences(), new AppOfObject());

  private static final List<FactRule> BY_KIND =
      List.of(
          new BudgetProtectsPods(),
          new CertificateOnDemand(),
          new ClaimStem(),
          new ClassOfClaim(),
          new ClassOfIngress(),
          new DefaultClass(),
          new EndpointSliceFacts(),
          new EndpointsFacts(),
          new EphemeralClaims(),
          new FlowSubjects(),
          new ExternalSecretMakes(),
          new GatewayAdmitsRoutes(),
          new GrantSubjects(),
          new LeaseOfNode(),
          new LimitsOfNamespace(),
          new MeshAdmits(),
          new MeshRoutes(),
          new MonitorSelections(),
          new NetworkPolicyPeers(),
          new NodeTaints(),
          new PolicyParameters(),
          new PostgresMakes(),
          new ReferenceGrantPermits(),
          new RouteParents(),
          new ServiceSelectsPods(),
          new StatefulSetClaims(),
          new SecretParameters(),
          new VolumeHandle(),
          new VolumePinnedToNode(),
          new VolumeSecrets(),
          new WebhookIntercepts());

  private BuiltInRules() {}

  /// The rules for the objects of a kind, beside those for every kind.
  public static List<Rule> of(Kind kind) {
    List<Rule> rules = new ArrayList<>();
    for (FactRule rule : BY_KIND) {
      if (rule.kinds().contains(kind)) {
        rules.add(new CodedRule(rule));
      }
    }
    if (kind.equals(Kinds.CONFIG_MAP)) {
      rules.add(new CallsByName(List.of(FieldPath.parse("data{}"))));
    }
    return rules;
  }
}
