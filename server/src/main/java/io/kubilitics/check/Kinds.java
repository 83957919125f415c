package io.kubilitics.check;

import io.kubilitics.model.Kind;

/// The kinds that checks speak of.
final class Kinds {
  static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  static final Kind HORIZONTAL_POD_AUTOSCALER = new Kind("autoscaling", "HorizontalPodAutoscaler");
  static final Kind INGRESS = new Kind("networking.k8s.io", "Ingress");
  static final Kind NAMESPACE = Kind.core("Namespace");
  static final Kind NETWORK_POLICY = new Kind("networking.k8s.io", "NetworkPolicy");
  static final Kind PERSISTENT_VOLUME_CLAIM = Kind.core("PersistentVolumeClaim");
  static final Kind POD = Kind.core("Pod");
  static final Kind POD_DISRUPTION_BUDGET = new Kind("policy", "PodDisruptionBudget");
  static final Kind SECRET = Kind.core("Secret");
  static final Kind SERVICE = Kind.core("Service");
  static final Kind STORAGE_CLASS = new Kind("storage.k8s.io", "StorageClass");

  private Kinds() {}
}
