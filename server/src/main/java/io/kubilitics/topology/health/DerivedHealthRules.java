package io.kubilitics.topology.health;

import io.kubilitics.topology.DerivedHealth;
import java.util.List;

/// All rules that come with the product, at most one for a kind.
public final class DerivedHealthRules {
  public static final List<DerivedHealth> ALL =
      List.of(
          new ApiServiceBackend(),
          new AutoscalerTarget(),
          new ClaimOfClass(),
          new ClassGivesAddresses(),
          new CronJobRuns(),
          new DeploymentCause(),
          new IngressOfClass(),
          new OwnedPods(),
          new PodCause(),
          new ServiceEndpoints(),
          new WebhookBackend());

  private DerivedHealthRules() {}
}
