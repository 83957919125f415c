package io.kubilitics.catalogue.health;

import java.util.List;

/// The health rules that come with the product: one class for each kind or family.
public final class HealthRules {
  public static final List<HealthRule> ALL =
      List.of(
          new AttachmentHealth(),
          new BudgetHealth(),
          new ClaimHealth(),
          new CronJobHealth(),
          new DaemonSetHealth(),
          new DeploymentHealth(),
          new DeviceClaimHealth(),
          new GatewayHealth(),
          new IngressHealth(),
          new JobHealth(),
          new NamespaceHealth(),
          new NodeHealth(),
          new PodHealth(),
          new PolicyHealth(),
          new QuotaHealth(),
          new ReplicaSetHealth(),
          new RouteHealth(),
          new SecretHealth(),
          new ServiceHealth(),
          new SigningRequestHealth(),
          new SnapshotHealth(),
          new StatefulSetHealth(),
          new VolumeHealth(),
          VerdictHealth.API_SERVICE,
          VerdictHealth.AUTOSCALER,
          VerdictHealth.COMPONENT,
          VerdictHealth.DEFINITION,
          VerdictHealth.FLOW_SCHEMA,
          VerdictHealth.MIGRATION,
          VerdictHealth.POD_CERTIFICATE,
          VerdictHealth.SERVICE_RANGE,
          VerdictHealth.VERTICAL_AUTOSCALER);

  private HealthRules() {}
}
