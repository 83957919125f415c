package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Kind;

/// The kinds that rules of code speak of.
final class Kinds {
  static final Kind CLUSTER_ROLE = rbac("ClusterRole");
  static final Kind CLUSTER_ROLE_BINDING = rbac("ClusterRoleBinding");
  static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  static final Kind DAEMON_SET = new Kind("apps", "DaemonSet");
  static final Kind ENDPOINTS = Kind.core("Endpoints");
  static final Kind ENDPOINT_SLICE = new Kind("discovery.k8s.io", "EndpointSlice");
  static final Kind GATEWAY = gateway("Gateway");
  static final Kind INGRESS = new Kind("networking.k8s.io", "Ingress");
  static final Kind INGRESS_CLASS = new Kind("networking.k8s.io", "IngressClass");
  static final Kind LEASE = new Kind("coordination.k8s.io", "Lease");
  static final Kind LISTENER_SET = gateway("ListenerSet");
  static final Kind LIMIT_RANGE = Kind.core("LimitRange");
  static final Kind NAMESPACE = Kind.core("Namespace");
  static final Kind NETWORK_POLICY = new Kind("networking.k8s.io", "NetworkPolicy");
  static final Kind NODE = Kind.core("Node");
  static final Kind PERSISTENT_VOLUME = Kind.core("PersistentVolume");
  static final Kind PERSISTENT_VOLUME_CLAIM = Kind.core("PersistentVolumeClaim");
  static final Kind POD = Kind.core("Pod");
  static final Kind POD_DISRUPTION_BUDGET = new Kind("policy", "PodDisruptionBudget");
  static final Kind REFERENCE_GRANT = gateway("ReferenceGrant");
  static final Kind RESOURCE_QUOTA = Kind.core("ResourceQuota");
  static final Kind ROLE_BINDING = rbac("RoleBinding");
  static final Kind SECRET = Kind.core("Secret");
  static final Kind SERVICE = Kind.core("Service");
  static final Kind SERVICE_ACCOUNT = Kind.core("ServiceAccount");
  static final Kind STATEFUL_SET = new Kind("apps", "StatefulSet");
  static final Kind STORAGE_CLASS = new Kind("storage.k8s.io", "StorageClass");

  private Kinds() {}

  private static Kind rbac(String name) {
    return new Kind("rbac.authorization.k8s.io", name);
  }

  static Kind gateway(String name) {
    return new Kind("gateway.networking.k8s.io", name);
  }
}
