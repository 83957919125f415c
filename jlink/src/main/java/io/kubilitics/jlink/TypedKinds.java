package io.kubilitics.jlink;

import java.util.Set;

/// The Kubernetes client lists 337 kinds as services and loads every one of them at its first use,
/// 90 ms of each start. Only those that the product reads as their own Java type stay listed; all
/// others are read as generic objects.
final class TypedKinds {
  static final String SERVICE = "io.fabric8.kubernetes.api.model.KubernetesResource";

  static final Set<String> NAMES = Set.of("io.fabric8.kubernetes.api.model.Status");

  private TypedKinds() {}
}
