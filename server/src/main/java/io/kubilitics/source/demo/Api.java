package io.kubilitics.source.demo;

import io.kubilitics.model.Kind;

/// The kinds of object the demo has, with the version they are written in.
enum Api {
  NAMESPACE("", "v1", "Namespace", false),
  NODE("", "v1", "Node", false),
  POD("", "v1", "Pod", true),
  SERVICE("", "v1", "Service", true),
  ENDPOINTS("", "v1", "Endpoints", true),
  CONFIG_MAP("", "v1", "ConfigMap", true),
  SECRET("", "v1", "Secret", true),
  SERVICE_ACCOUNT("", "v1", "ServiceAccount", true),
  PERSISTENT_VOLUME("", "v1", "PersistentVolume", false),
  PERSISTENT_VOLUME_CLAIM("", "v1", "PersistentVolumeClaim", true),
  RESOURCE_QUOTA("", "v1", "ResourceQuota", true),
  LIMIT_RANGE("", "v1", "LimitRange", true),
  DEPLOYMENT("apps", "v1", "Deployment", true),
  REPLICA_SET("apps", "v1", "ReplicaSet", true),
  STATEFUL_SET("apps", "v1", "StatefulSet", true),
  DAEMON_SET("apps", "v1", "DaemonSet", true),
  CONTROLLER_REVISION("apps", "v1", "ControllerRevision", true),
  JOB("batch", "v1", "Job", true),
  CRON_JOB("batch", "v1", "CronJob", true),
  HORIZONTAL_POD_AUTOSCALER("autoscaling", "v2", "HorizontalPodAutoscaler", true),
  POD_DISRUPTION_BUDGET("policy", "v1", "PodDisruptionBudget", true),
  LEASE("coordination.k8s.io", "v1", "Lease", true),
  ENDPOINT_SLICE("discovery.k8s.io", "v1", "EndpointSlice", true),
  INGRESS("networking.k8s.io", "v1", "Ingress", true),
  INGRESS_CLASS("networking.k8s.io", "v1", "IngressClass", false),
  NETWORK_POLICY("networking.k8s.io", "v1", "NetworkPolicy", true),
  ROLE("rbac.authorization.k8s.io", "v1", "Role", true),
  ROLE_BINDING("rbac.authorization.k8s.io", "v1", "RoleBinding", true),
  CLUSTER_ROLE("rbac.authorization.k8s.io", "v1", "ClusterRole", false),
  CLUSTER_ROLE_BINDING("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", false),
  PRIORITY_CLASS("scheduling.k8s.io", "v1", "PriorityClass", false),
  STORAGE_CLASS("storage.k8s.io", "v1", "StorageClass", false),
  CSI_DRIVER("storage.k8s.io", "v1", "CSIDriver", false),
  VALIDATING_WEBHOOK_CONFIGURATION(
      "admissionregistration.k8s.io", "v1", "ValidatingWebhookConfiguration", false),
  MUTATING_WEBHOOK_CONFIGURATION(
      "admissionregistration.k8s.io", "v1", "MutatingWebhookConfiguration", false),
  API_SERVICE("apiregistration.k8s.io", "v1", "APIService", false),
  CUSTOM_RESOURCE_DEFINITION("apiextensions.k8s.io", "v1", "CustomResourceDefinition", false),
  GATEWAY_CLASS("gateway.networking.k8s.io", "v1", "GatewayClass", false),
  GATEWAY("gateway.networking.k8s.io", "v1", "Gateway", true),
  HTTP_ROUTE("gateway.networking.k8s.io", "v1", "HTTPRoute", true),
  REFERENCE_GRANT("gateway.networking.k8s.io", "v1beta1", "ReferenceGrant", true),
  CLUSTER_ISSUER("cert-manager.io", "v1", "ClusterIssuer", false),
  CERTIFICATE("cert-manager.io", "v1", "Certificate", true),
  SERVICE_MONITOR("monitoring.coreos.com", "v1", "ServiceMonitor", true);

  @SuppressWarnings("ImmutableEnumChecker") // a record of two texts
  private final Kind kind;

  private final String version;
  private final String apiVersion;
  private final boolean namespaced;

  Api(String group, String version, String name, boolean namespaced) {
    this.kind = new Kind(group, name);
    this.version = version;
    this.apiVersion = group.isEmpty() ? version : group + "/" + version;
    this.namespaced = namespaced;
  }

  Kind kind() {
    return kind;
  }

  String version() {
    return version;
  }

  /// Group and version as `apiVersion` gives them.
  String apiVersion() {
    return apiVersion;
  }

  boolean isNamespaced() {
    return namespaced;
  }
}
