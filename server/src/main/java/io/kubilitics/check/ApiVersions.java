package io.kubilitics.check;

import io.kubilitics.model.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// API versions that releases of Kubernetes have stopped serving. Source: the Deprecated API
/// Migration Guide of the Kubernetes documentation, and for what it leaves out the life cycles that
/// the types of the API state (`prerelease-lifecycle-gen`). Up to release 1.34.
final class ApiVersions {
  private static final Map<Key, Fate> FATES = new HashMap<>();

  private record Key(Kind kind, String version) {}

  /// What became of a version.
  ///
  /// @param names the version as it is written, of old twins both
  /// @param removed the first release that does not serve it
  /// @param replacement what to write instead, `""` for nothing
  /// @param since the first release that serves the replacement
  record Fate(String names, String removed, String replacement, String since) {}

  static {
    gone("admissionregistration.k8s.io", "v1beta1", "1.34", "v1", "1.30")
        .of("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
    gone("admissionregistration.k8s.io", "v1alpha1", "1.32", "v1", "1.30")
        .of("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
    gone("flowcontrol.apiserver.k8s.io", "v1beta3", "1.32", "v1", "1.29")
        .of("FlowSchema", "PriorityLevelConfiguration");
    gone("flowcontrol.apiserver.k8s.io", "v1beta2", "1.29", "v1", "1.29")
        .of("FlowSchema", "PriorityLevelConfiguration");
    gone("flowcontrol.apiserver.k8s.io", "v1beta1", "1.26", "v1", "1.29")
        .of("FlowSchema", "PriorityLevelConfiguration");
    gone("storage.k8s.io", "v1beta1", "1.27", "v1", "1.24").of("CSIStorageCapacity");
    gone("storage.k8s.io", "v1alpha1", "1.24", "v1", "1.24").of("CSIStorageCapacity");
    gone("storage.k8s.io", "v1alpha1", "1.24", "v1", "1.13").of("VolumeAttachment");
    gone("autoscaling", "v2beta2", "1.26", "v2", "1.23").of("HorizontalPodAutoscaler");
    gone("autoscaling", "v2beta1", "1.25", "v2", "1.23").of("HorizontalPodAutoscaler");
    gone("batch", "v1beta1", "1.25", "v1", "1.21").of("CronJob");
    gone("batch", "v2alpha1", "1.21", "v1", "1.21").of("CronJob");
    gone("discovery.k8s.io", "v1beta1", "1.25", "v1", "1.21").of("EndpointSlice");
    gone("policy", "v1beta1", "1.25", "v1", "1.21").of("PodDisruptionBudget");
    gone("policy", "v1beta1", "1.25", "", "").of("PodSecurityPolicy");
    gone("extensions", "v1beta1", "1.16", "", "").of("PodSecurityPolicy");
    gone("node.k8s.io", "v1beta1", "1.25", "v1", "1.20").of("RuntimeClass");
    gone("admissionregistration.k8s.io", "v1beta1", "1.22", "v1", "1.16")
        .of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");
    gone("apiextensions.k8s.io", "v1beta1", "1.22", "v1", "1.16").of("CustomResourceDefinition");
    gone("apiregistration.k8s.io", "v1beta1", "1.22", "v1", "1.10").of("APIService");
    gone("certificates.k8s.io", "v1beta1", "1.22", "v1", "1.19").of("CertificateSigningRequest");
    gone("coordination.k8s.io", "v1beta1", "1.22", "v1", "1.14").of("Lease");
    gone("networking.k8s.io", "v1beta1", "1.22", "v1", "1.19").of("IngressClass");
    gone("rbac.authorization.k8s.io", "v1beta1", "1.22", "v1", "1.8")
        .of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");
    gone("rbac.authorization.k8s.io", "v1alpha1", "1.22", "v1", "1.8")
        .of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");
    gone("scheduling.k8s.io", "v1beta1", "1.22", "v1", "1.14").of("PriorityClass");
    gone("scheduling.k8s.io", "v1alpha1", "1.22", "v1", "1.14").of("PriorityClass");
    gone("storage.k8s.io", "v1beta1", "1.22", "v1", "1.18").of("CSIDriver");
    gone("storage.k8s.io", "v1beta1", "1.22", "v1", "1.17").of("CSINode");
    gone("storage.k8s.io", "v1beta1", "1.22", "v1", "1.6").of("StorageClass");
    gone("storage.k8s.io", "v1beta1", "1.22", "v1", "1.13").of("VolumeAttachment");
    gone("apps", "v1beta1", "1.16", "v1", "1.9").of("StatefulSet");
    gone("apps", "v1beta2", "1.16", "v1", "1.9")
        .of("DaemonSet", "Deployment", "ReplicaSet", "StatefulSet");
    twins("extensions/v1beta1", "apps", "v1beta1", "1.16", "1.9").of("Deployment", "ReplicaSet");
    moved("extensions/v1beta1", "apps", "1.16", "1.9").of("DaemonSet");
    twins("extensions/v1beta1", "networking.k8s.io", "v1beta1", "1.22", "1.19").of("Ingress");
    moved("extensions/v1beta1", "networking.k8s.io", "1.16", "1.8").of("NetworkPolicy");
  }

  private ApiVersions() {}

  /// What became of a version, or null when it is served.
  static @Nullable Fate fate(Kind kind, String version) {
    return FATES.get(new Key(kind, version));
  }

  /// A fate and whose it is.
  private record Entry(String group, String version, Fate fate) {
    void of(String... kinds) {
      for (String kind : List.of(kinds)) {
        FATES.put(new Key(new Kind(group, kind), version), fate);
      }
    }
  }

  private static Entry gone(
      String group, String version, String removed, String replacement, String since) {
    String instead = replacement.isEmpty() ? "" : group + '/' + replacement;
    return new Entry(group, version, new Fate(group + '/' + version, removed, instead, since));
  }

  /// Kinds that two groups served, of which the record keeps only the newer.
  private static Entry twins(
      String twin, String group, String version, String removed, String since) {
    return new Entry(
        group,
        version,
        new Fate(twin + " or " + group + '/' + version, removed, group + "/v1", since));
  }

  /// Kinds that another group served in this version, of which the record keeps only the newer.
  private static Entry moved(String from, String group, String removed, String since) {
    String version = from.substring(from.indexOf('/') + 1);
    return new Entry(group, version, new Fate(from, removed, group + "/v1", since));
  }
}
