package io.kubilitics.testbed;

import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which kinds are served now, in the order in which they came. Any thread.
final class FakeKinds {
  /// Group or `-`, version, plural, kind, scope, short names or `-`, category or `-`, subresources.
  private static final String BUILT_IN =
      """
      - v1 bindings Binding ns - - only:create
      - v1 componentstatuses ComponentStatus cluster cs - only:get,list
      - v1 configmaps ConfigMap ns cm -
      - v1 endpoints Endpoints ns ep -
      - v1 events Event ns ev -
      - v1 limitranges LimitRange ns limits -
      - v1 namespaces Namespace cluster ns - finalize,status
      - v1 nodes Node cluster no - proxy,status
      - v1 persistentvolumeclaims PersistentVolumeClaim ns pvc - status
      - v1 persistentvolumes PersistentVolume cluster pv - status
      - v1 pods Pod ns po all attach,binding,eviction,exec,log,portforward,status
      - v1 podtemplates PodTemplate ns - -
      - v1 replicationcontrollers ReplicationController ns rc all scale,status
      - v1 resourcequotas ResourceQuota ns quota - status
      - v1 secrets Secret ns - -
      - v1 serviceaccounts ServiceAccount ns sa - token
      - v1 services Service ns svc all proxy,status
      apiregistration.k8s.io v1 apiservices APIService cluster - api-extensions status
      apps v1 controllerrevisions ControllerRevision ns - -
      apps v1 daemonsets DaemonSet ns ds all status
      apps v1 deployments Deployment ns deploy all scale,status
      apps v1 replicasets ReplicaSet ns rs all scale,status
      apps v1 statefulsets StatefulSet ns sts all scale,status
      events.k8s.io v1 events Event ns ev -
      authentication.k8s.io v1 tokenreviews TokenReview cluster - - only:create
      authorization.k8s.io v1 selfsubjectaccessreviews SelfSubjectAccessReview cluster - - only:create
      authorization.k8s.io v1 selfsubjectrulesreviews SelfSubjectRulesReview cluster - - only:create
      autoscaling v2 horizontalpodautoscalers HorizontalPodAutoscaler ns hpa all status
      batch v1 cronjobs CronJob ns cj all status
      batch v1 jobs Job ns - all status
      certificates.k8s.io v1 certificatesigningrequests CertificateSigningRequest cluster csr - status
      networking.k8s.io v1 ingressclasses IngressClass cluster - -
      networking.k8s.io v1 ingresses Ingress ns ing - status
      networking.k8s.io v1 networkpolicies NetworkPolicy ns netpol -
      policy v1 poddisruptionbudgets PodDisruptionBudget ns pdb - status
      rbac.authorization.k8s.io v1 clusterrolebindings ClusterRoleBinding cluster - -
      rbac.authorization.k8s.io v1 clusterroles ClusterRole cluster - -
      rbac.authorization.k8s.io v1 rolebindings RoleBinding ns - -
      rbac.authorization.k8s.io v1 roles Role ns - -
      storage.k8s.io v1 csidrivers CSIDriver cluster - -
      storage.k8s.io v1 csinodes CSINode cluster - -
      storage.k8s.io v1 storageclasses StorageClass cluster sc -
      storage.k8s.io v1 volumeattachments VolumeAttachment cluster - - status
      admissionregistration.k8s.io v1 mutatingwebhookconfigurations MutatingWebhookConfiguration cluster - api-extensions
      admissionregistration.k8s.io v1 validatingwebhookconfigurations ValidatingWebhookConfiguration cluster - api-extensions
      apiextensions.k8s.io v1 customresourcedefinitions CustomResourceDefinition cluster crd,crds api-extensions status
      scheduling.k8s.io v1 priorityclasses PriorityClass cluster pc -
      coordination.k8s.io v1 leases Lease ns - -
      node.k8s.io v1 runtimeclasses RuntimeClass cluster - -
      discovery.k8s.io v1 endpointslices EndpointSlice ns - -
      flowcontrol.apiserver.k8s.io v1 flowschemas FlowSchema cluster - - status
      """;

  private final Map<Kind, FakeKind> kinds = new LinkedHashMap<>();

  FakeKinds() {
    BUILT_IN.lines().map(FakeKinds::read).forEach(kind -> kinds.put(kind.kind(), kind));
  }

  private static FakeKind read(String line) {
    String[] words = line.split(" ", -1);
    Kind kind = new Kind(words[0].equals("-") ? "" : words[0], words[3]);
    FakeKind read =
        FakeKind.builtIn(kind, words[1], words[2], words[4].equals("ns"), several(words[5]))
            .withCategories(several(words[6]));
    if (words.length == 7) {
      return read;
    }
    return words[7].startsWith("only:")
        ? read.withVerbs(words[7].substring("only:".length()).split(",", -1))
        : read.withSubresources(several(words[7]));
  }

  private static List<String> several(String word) {
    return word.equals("-") ? List.of() : List.of(word.split(",", -1));
  }

  /// Adds a kind, or replaces what was said of it.
  synchronized void add(FakeKind kind) {
    kinds.put(kind.kind(), kind);
  }

  synchronized boolean remove(Kind kind) {
    return kinds.remove(kind) != null;
  }

  synchronized List<FakeKind> all() {
    return List.copyOf(kinds.values());
  }

  synchronized Optional<FakeKind> find(Kind kind) {
    return Optional.ofNullable(kinds.get(kind));
  }

  /// The kind behind a path.
  synchronized Optional<FakeKind> find(String group, String version, String plural) {
    return kinds.values().stream()
        .filter(kind ->
            kind.plural().equals(plural)
                && kind.group().equals(group)
                && kind.versions().contains(version))
        .findFirst();
  }

  /// Every group with its versions, the preferred one first, in the order of their first kinds.
  synchronized Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (FakeKind kind : kinds.values()) {
      List<String> versions = groups.computeIfAbsent(kind.group(), _ -> new ArrayList<>());
      kind.versions().stream()
          .filter(version -> !versions.contains(version))
          .forEach(versions::add);
    }
    return groups;
  }
}
