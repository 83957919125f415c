package io.kubilitics.catalogue.health;

import java.util.List;

/// The health rules that come with the product: one class for each kind or family.
public final class HealthRules {
  public static final List<HealthRule> ALL =
      List.of(
          new CronJobHealth(),
          new DaemonSetHealth(),
          new DeploymentHealth(),
          new JobHealth(),
          new NamespaceHealth(),
          new NodeHealth(),
          new PodHealth(),
          new ReplicaSetHealth(),
          new StatefulSetHealth(),
          new StorageHealth());

  private HealthRules() {}
}
