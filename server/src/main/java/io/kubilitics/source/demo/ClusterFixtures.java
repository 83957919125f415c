package io.kubilitics.source.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The objects of the cluster itself that no team owns: classes, roles, custom kinds. In groups, as
/// the platform team installed them.
final class ClusterFixtures {
  static final String CLUSTER_CRITICAL = "system-cluster-critical";
  static final int CLUSTER_CRITICAL_VALUE = 2_000_000_000;
  static final String NODE_CRITICAL = "system-node-critical";
  static final int NODE_CRITICAL_VALUE = 2_000_001_000;

  private static final long AGE_SECONDS = 730L * 86_400;
  private static final String VIEW = "rbac.authorization.k8s.io/aggregate-to-view";
  private static final String EDIT = "rbac.authorization.k8s.io/aggregate-to-edit";

  private final Births births;

  ClusterFixtures(Births births) {
    this.births = births;
  }

  /// Without these there is no cluster.
  List<Part> core() {
    List<Part> all = new ArrayList<>();
    all.add(storageClass(Volumes.DEFAULT_CLASS, true));
    all.add(part(Api.CSI_DRIVER, Volumes.DRIVER, ClusterFixtures::driver));
    all.add(part(Api.INGRESS_CLASS, "nginx", ClusterFixtures::ingressClass));
    all.add(part(Api.GATEWAY_CLASS, "envoy", EdgeBodies::gatewayClass));
    all.add(priorityClass(CLUSTER_CRITICAL, CLUSTER_CRITICAL_VALUE));
    all.add(priorityClass(NODE_CRITICAL, NODE_CRITICAL_VALUE));
    all.add(clusterRole("cluster-admin", Tree.of(), Tree.list(Tree.rule("*", "*", "*"))));
    all.add(clusterRole("admin", "rbac.authorization.k8s.io/aggregate-to-admin"));
    all.add(clusterRole("edit", EDIT));
    all.add(clusterRole("view", VIEW));
    all.add(
        clusterRole(
            "gateway-view",
            Tree.of(VIEW, "true"),
            Tree.list(
                Tree.rule("gateway.networking.k8s.io", "gateways,httproutes", "get,list,watch"))));
    all.add(
        part(
            Api.CLUSTER_ROLE_BINDING,
            "cluster-admin",
            part ->
                AccessBodies.boundTo(
                    part,
                    Api.CLUSTER_ROLE,
                    "cluster-admin",
                    Tree.list(AccessBodies.group("system:masters")))));
    all.add(customKind(Api.GATEWAY_CLASS, "gatewayclasses"));
    all.add(customKind(Api.GATEWAY, "gateways"));
    all.add(customKind(Api.HTTP_ROUTE, "httproutes"));
    return all;
  }

  List<Part> grants() {
    return List.of(customKind(Api.REFERENCE_GRANT, "referencegrants"));
  }

  List<Part> certificates() {
    return List.of(
        customKind(Api.CERTIFICATE, "certificates"),
        customKind(Api.CLUSTER_ISSUER, "clusterissuers"),
        part(Api.CLUSTER_ISSUER, CertificateBodies.ISSUER, CertificateBodies::issuer),
        Webhooks.mutating(births, "cert-manager-webhook"),
        Webhooks.validating(births, "cert-manager-webhook"));
  }

  List<Part> monitoring() {
    List<Object> rules =
        Tree.list(
            Tree.rule("-", "nodes,services,endpoints,pods", "get,list,watch"),
            Tree.rule("discovery.k8s.io", "endpointslices", "get,list,watch"));
    return List.of(
        customKind(Api.SERVICE_MONITOR, "servicemonitors"),
        clusterRole("prometheus", Tree.of(), rules),
        boundTo("prometheus", "monitoring", "prometheus"),
        clusterRole(
            "monitoring-edit",
            Tree.of(EDIT, "true"),
            Tree.list(Tree.rule("monitoring.coreos.com", "servicemonitors", "*"))));
  }

  List<Part> metrics() {
    return List.of(
        part(Api.API_SERVICE, "v1beta1.metrics.k8s.io", ClusterFixtures::metricsService),
        clusterRole(
            "system:metrics-server",
            Tree.of(),
            Tree.list(Tree.rule("-", "nodes/metrics", "get"), Tree.rule("-", "pods", "list"))),
        boundTo("system:metrics-server", "kube-system", "metrics-server"));
  }

  List<Part> classes() {
    return List.of(
        storageClass("archive", false),
        priorityClass("business-critical", 100_000),
        priorityClass("batch", -100),
        part(
            Api.CLUSTER_ROLE_BINDING,
            "auditors",
            part ->
                AccessBodies.boundTo(
                    part,
                    Api.CLUSTER_ROLE,
                    "view",
                    Tree.list(
                        AccessBodies.group("auditors"),
                        AccessBodies.user("j.ortiz@example.com")))));
  }

  private Part part(Api api, String name, Part.Writer writer) {
    return new Part(births.old(api, "", name, births.now() - AGE_SECONDS), writer);
  }

  private Part boundTo(String role, String namespace, String account) {
    return part(
        Api.CLUSTER_ROLE_BINDING,
        role,
        part ->
            AccessBodies.boundTo(
                part, Api.CLUSTER_ROLE, role, Tree.list(AccessBodies.account(namespace, account))));
  }

  private Part storageClass(String name, boolean isDefault) {
    return part(
        Api.STORAGE_CLASS,
        name,
        part ->
            part.draft()
                .annotation(
                    "storageclass.kubernetes.io/is-default-class", String.valueOf(isDefault))
                .with(
                    "provisioner",
                    Volumes.DRIVER,
                    "parameters",
                    Tree.of(
                        "clusterID",
                        "rook-ceph",
                        "pool",
                        name,
                        "csi.storage.k8s.io/provisioner-secret-name",
                        "ceph-provisioner",
                        "csi.storage.k8s.io/provisioner-secret-namespace",
                        "kube-system"),
                    "reclaimPolicy",
                    isDefault ? "Delete" : "Retain",
                    "allowVolumeExpansion",
                    true,
                    "volumeBindingMode",
                    "Immediate"));
  }

  private Part priorityClass(String name, int value) {
    return part(
        Api.PRIORITY_CLASS,
        name,
        part ->
            part.draft()
                .generation(1)
                .with(
                    "value",
                    value,
                    "description",
                    "Pods of class " + name,
                    "preemptionPolicy",
                    "PreemptLowerPriority"));
  }

  /// One that gathers the rules of all that carry a label.
  private Part clusterRole(String name, String gatheredBy) {
    return part(
        Api.CLUSTER_ROLE,
        name,
        part ->
            part.draft()
                .label("kubernetes.io/bootstrapping", "rbac-defaults")
                .with(
                    "aggregationRule",
                    Tree.of(
                        "clusterRoleSelectors",
                        Tree.list(Tree.matching(Tree.of(gatheredBy, "true")))),
                    "rules",
                    Tree.list(
                        Tree.rule("-", "configmaps,pods,services,endpoints", "get,list,watch"),
                        Tree.rule("apps", "deployments,statefulsets", "get,list,watch"))));
  }

  private Part clusterRole(String name, Map<String, Object> labels, List<Object> rules) {
    return part(Api.CLUSTER_ROLE, name, part -> part.draft().labels(labels).with("rules", rules));
  }

  private Part customKind(Api api, String plural) {
    String group = api.kind().group();
    return part(
        Api.CUSTOM_RESOURCE_DEFINITION,
        plural + "." + group,
        part -> CustomKinds.of(part, api, plural));
  }

  private static Map<String, Object> driver(Part part) {
    return part.draft()
        .with(
            "spec",
            Tree.of(
                "attachRequired",
                true,
                "podInfoOnMount",
                false,
                "fsGroupPolicy",
                "File",
                "storageCapacity",
                false,
                "volumeLifecycleModes",
                Tree.list("Persistent")));
  }

  private static Map<String, Object> ingressClass(Part part) {
    return part.draft()
        .generation(1)
        .annotation("ingressclass.kubernetes.io/is-default-class", "true")
        .with("spec", Tree.of("controller", "k8s.io/ingress-nginx"));
  }

  private static Map<String, Object> metricsService(Part part) {
    return part.draft()
        .with(
            "spec",
            Tree.of(
                "service",
                Tree.of("namespace", "kube-system", "name", "metrics-server", "port", 80),
                "group",
                "metrics.k8s.io",
                "version",
                "v1beta1",
                "insecureSkipTLSVerify",
                true,
                "groupPriorityMinimum",
                100,
                "versionPriority",
                100),
            "status",
            Tree.of(
                "conditions",
                Tree.list(
                    Tree.condition(
                        "Available",
                        true,
                        "Passed",
                        "all checks passed",
                        part.identity().createdAt()))));
  }
}
