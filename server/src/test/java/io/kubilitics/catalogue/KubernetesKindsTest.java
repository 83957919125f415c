package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kinds of the Kubernetes API, v1.36, as `kubectl api-resources` lists them. Kinds that are
/// answered and never stored (reviews, bindings, evictions, scales) are no part of a topology.
class KubernetesKindsTest {
  /// Plural, short names or `-`, group or `core`, `n`amespaced or `c`luster, kind.
  private static final String KINDS =
      """
      componentstatuses                 cs       core c ComponentStatus
      configmaps                        cm       core n ConfigMap
      endpoints                         ep       core n Endpoints
      events                            ev       core n Event
      limitranges                       limits   core n LimitRange
      namespaces                        ns       core c Namespace
      nodes                             no       core c Node
      persistentvolumeclaims            pvc      core n PersistentVolumeClaim
      persistentvolumes                 pv       core c PersistentVolume
      pods                              po       core n Pod
      podtemplates                      -        core n PodTemplate
      replicationcontrollers            rc       core n ReplicationController
      resourcequotas                    quota    core n ResourceQuota
      secrets                           -        core n Secret
      serviceaccounts                   sa       core n ServiceAccount
      services                          svc      core n Service
      mutatingadmissionpolicies         -        admissionregistration.k8s.io c MutatingAdmissionPolicy
      mutatingadmissionpolicybindings   -        admissionregistration.k8s.io c MutatingAdmissionPolicyBinding
      mutatingwebhookconfigurations     -        admissionregistration.k8s.io c MutatingWebhookConfiguration
      validatingadmissionpolicies       -        admissionregistration.k8s.io c ValidatingAdmissionPolicy
      validatingadmissionpolicybindings -        admissionregistration.k8s.io c ValidatingAdmissionPolicyBinding
      validatingwebhookconfigurations   -        admissionregistration.k8s.io c ValidatingWebhookConfiguration
      customresourcedefinitions         crd,crds apiextensions.k8s.io c CustomResourceDefinition
      apiservices                       -        apiregistration.k8s.io c APIService
      controllerrevisions               -        apps n ControllerRevision
      daemonsets                        ds       apps n DaemonSet
      deployments                       deploy   apps n Deployment
      replicasets                       rs       apps n ReplicaSet
      statefulsets                      sts      apps n StatefulSet
      horizontalpodautoscalers          hpa      autoscaling n HorizontalPodAutoscaler
      cronjobs                          cj       batch n CronJob
      jobs                              -        batch n Job
      certificatesigningrequests        csr      certificates.k8s.io c CertificateSigningRequest
      clustertrustbundles               -        certificates.k8s.io c ClusterTrustBundle
      podcertificaterequests            -        certificates.k8s.io n PodCertificateRequest
      leases                            -        coordination.k8s.io n Lease
      leasecandidates                   -        coordination.k8s.io n LeaseCandidate
      endpointslices                    -        discovery.k8s.io n EndpointSlice
      flowschemas                       -        flowcontrol.apiserver.k8s.io c FlowSchema
      prioritylevelconfigurations       -        flowcontrol.apiserver.k8s.io c PriorityLevelConfiguration
      storageversions                   -        internal.apiserver.k8s.io c StorageVersion
      ingresses                         ing      networking.k8s.io n Ingress
      ingressclasses                    -        networking.k8s.io c IngressClass
      ipaddresses                       ip       networking.k8s.io c IPAddress
      networkpolicies                   netpol   networking.k8s.io n NetworkPolicy
      servicecidrs                      -        networking.k8s.io c ServiceCIDR
      runtimeclasses                    -        node.k8s.io c RuntimeClass
      poddisruptionbudgets              pdb      policy n PodDisruptionBudget
      clusterrolebindings               -        rbac.authorization.k8s.io c ClusterRoleBinding
      clusterroles                      -        rbac.authorization.k8s.io c ClusterRole
      rolebindings                      -        rbac.authorization.k8s.io n RoleBinding
      roles                             -        rbac.authorization.k8s.io n Role
      deviceclasses                     -        resource.k8s.io c DeviceClass
      devicetaintrules                  -        resource.k8s.io c DeviceTaintRule
      resourceclaims                    -        resource.k8s.io n ResourceClaim
      resourceclaimtemplates            -        resource.k8s.io n ResourceClaimTemplate
      resourcepoolstatusrequests        -        resource.k8s.io c ResourcePoolStatusRequest
      resourceslices                    -        resource.k8s.io c ResourceSlice
      podgroups                         -        scheduling.k8s.io n PodGroup
      priorityclasses                   pc       scheduling.k8s.io c PriorityClass
      workloads                         -        scheduling.k8s.io n Workload
      csidrivers                        -        storage.k8s.io c CSIDriver
      csinodes                          -        storage.k8s.io c CSINode
      csistoragecapacities              -        storage.k8s.io n CSIStorageCapacity
      storageclasses                    sc       storage.k8s.io c StorageClass
      volumeattachments                 -        storage.k8s.io c VolumeAttachment
      volumeattributesclasses           vac      storage.k8s.io c VolumeAttributesClass
      storageversionmigrations          -        storagemigration.k8s.io c StorageVersionMigration
      """;

  /// What `kubectl get` prints without `-o wide`, beside name, namespace and age. Left out is what
  /// changes without anything having happened (ages of events, current metrics, capacities).
  private static final String COLUMNS =
      """
      Pod: Ready, Status, Restarts
      Service: Type, Cluster-IP, External-IP, Port(s)
      Endpoints: Endpoints
      ConfigMap: Data
      Secret: Type, Data
      ServiceAccount: Secrets
      Namespace: Status
      Node: Status, Roles, Version
      PersistentVolume: Capacity, Access Modes, Reclaim Policy, Status, Claim, StorageClass, VolumeAttributesClass, Reason
      PersistentVolumeClaim: Status, Volume, Capacity, Access Modes, StorageClass, VolumeAttributesClass
      ReplicationController: Desired, Current, Ready
      PodTemplate: Containers, Images, Pod Labels
      ResourceQuota: Request, Limit
      Event: Type, Reason, Object, Message
      ComponentStatus: Status, Message, Error
      MutatingAdmissionPolicy.admissionregistration.k8s.io: Mutations, ParamKind
      MutatingAdmissionPolicyBinding.admissionregistration.k8s.io: PolicyName, ParamRef
      MutatingWebhookConfiguration.admissionregistration.k8s.io: Webhooks
      ValidatingAdmissionPolicy.admissionregistration.k8s.io: Validations, ParamKind
      ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io: PolicyName, ParamRef
      ValidatingWebhookConfiguration.admissionregistration.k8s.io: Webhooks
      APIService.apiregistration.k8s.io: Service, Available
      ControllerRevision.apps: Controller, Revision
      DaemonSet.apps: Desired, Current, Ready, Up-to-date, Available, Node Selector
      Deployment.apps: Ready, Up-to-date, Available
      ReplicaSet.apps: Desired, Current, Ready
      StatefulSet.apps: Ready
      HorizontalPodAutoscaler.autoscaling: Reference, Targets, MinPods, MaxPods, Replicas
      CronJob.batch: Schedule, Timezone, Suspend, Active, Last Schedule
      Job.batch: Status, Completions
      CertificateSigningRequest.certificates.k8s.io: SignerName, Requestor, RequestedDuration, Condition
      ClusterTrustBundle.certificates.k8s.io: SignerName
      Lease.coordination.k8s.io: Holder
      LeaseCandidate.coordination.k8s.io: LeaseName, BinaryVersion, EmulationVersion
      EndpointSlice.discovery.k8s.io: AddressType, Ports, Endpoints
      FlowSchema.flowcontrol.apiserver.k8s.io: PriorityLevel, MatchingPrecedence, DistinguisherMethod, MissingPL
      PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io: Type, NominalConcurrencyShares, Queues, HandSize, QueueLengthLimit
      StorageVersion.internal.apiserver.k8s.io: CommonEncodingVersion, StorageVersions
      Ingress.networking.k8s.io: Class, Hosts, Address, Ports
      IngressClass.networking.k8s.io: Controller, Parameters
      IPAddress.networking.k8s.io: ParentRef
      NetworkPolicy.networking.k8s.io: Pod-Selector
      ServiceCIDR.networking.k8s.io: CIDRs
      RuntimeClass.node.k8s.io: Handler
      PodDisruptionBudget.policy: Min Available, Max Unavailable, Allowed Disruptions
      ClusterRoleBinding.rbac.authorization.k8s.io: Role
      RoleBinding.rbac.authorization.k8s.io: Role
      ResourceClaim.resource.k8s.io: State
      ResourceSlice.resource.k8s.io: Node, Driver, Pool
      PriorityClass.scheduling.k8s.io: Value, Global-Default, PreemptionPolicy
      CSIDriver.storage.k8s.io: AttachRequired, PodInfoOnMount, StorageCapacity, TokenRequests, RequiresRepublish, Modes
      CSINode.storage.k8s.io: Drivers
      CSIStorageCapacity.storage.k8s.io: StorageClassName
      StorageClass.storage.k8s.io: Provisioner, ReclaimPolicy, VolumeBindingMode, AllowVolumeExpansion
      VolumeAttachment.storage.k8s.io: Attacher, PV, Node, Attached
      VolumeAttributesClass.storage.k8s.io: DriverName
      StorageVersionMigration.storagemigration.k8s.io: Resource
      """;

  private static final Set<String> STORED_GROUPS_OF_OTHERS =
      Set.of(
          "gateway.networking.k8s.io",
          "snapshot.storage.k8s.io",
          "autoscaling.k8s.io",
          "groupsnapshot.storage.k8s.io",
          "metrics.k8s.io");

  private static KindDefinition definition(String kind) {
    return Extracted.CATALOGUE.definition(Kind.parse(kind)).orElseThrow();
  }

  @Test
  void everyKindIsThereUnderTheNamesOfKubectl() {
    List<String> listed = new ArrayList<>();
    for (KindDefinition kind : Extracted.CATALOGUE.kinds()) {
      if (isKubernetes(kind.kind().group())) {
        listed.add(
            String.join(
                " ",
                kind.plural(),
                kind.shortNames().isEmpty() ? "-" : String.join(",", kind.shortNames()),
                kind.kind().group().isEmpty() ? "core" : kind.kind().group(),
                kind.scope() == Scope.NAMESPACED ? "n" : "c",
                kind.kind().name()));
      }
    }
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            KINDS.lines().map(line -> line.replaceAll(" +", " ")).toList());
  }

  private static boolean isKubernetes(String group) {
    return !STORED_GROUPS_OF_OTHERS.contains(group)
        && (!group.contains(".") || group.endsWith(".k8s.io"));
  }

  @Test
  void everyWordOfKubectlMeansItsKind() {
    for (String line : KINDS.lines().toList()) {
      String[] fields = line.split(" +", -1);
      Kind kind = new Kind(fields[2].equals("core") ? "" : fields[2], fields[4]);
      Set<String> words = new TreeSet<>(List.of(fields[0], fields[4]));
      if (!fields[1].equals("-")) {
        words.addAll(List.of(fields[1].split(",")));
      }
      words.forEach(word -> assertThat(Extracted.CATALOGUE.kind(word)).as(word).contains(kind));
    }
  }

  @Test
  void everyKindHasTheColumnsOfKubectlFirst() {
    Set<String> withColumns = new TreeSet<>();
    for (String line : COLUMNS.lines().toList()) {
      String kind = line.substring(0, line.indexOf(": "));
      List<String> expected = List.of(line.substring(line.indexOf(": ") + 2).split(", "));
      List<String> columns = definition(kind).columns().stream().map(Column::name).toList();
      assertThat(columns).as(kind).startsWith(expected.toArray(String[]::new));
      withColumns.add(kind);
    }
    assertThat(withColumns).hasSize(57);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Binding",
        "SelfSubjectReview.authentication.k8s.io",
        "TokenReview.authentication.k8s.io",
        "LocalSubjectAccessReview.authorization.k8s.io",
        "SelfSubjectAccessReview.authorization.k8s.io",
        "SelfSubjectRulesReview.authorization.k8s.io",
        "SubjectAccessReview.authorization.k8s.io",
        "Eviction.policy",
        "Scale.autoscaling"
      })
  void whatIsNeverStoredIsNoKind(String kind) {
    assertThat(Extracted.CATALOGUE.definition(Kind.parse(kind))).isEmpty();
  }

  @Test
  void twinsOfOldGroupsAreOneKind() {
    assertThat(Extracted.CATALOGUE.kindOf("extensions/v1beta1", "Ingress"))
        .isEqualTo(new Kind("networking.k8s.io", "Ingress"));
    assertThat(Extracted.CATALOGUE.kindOf("extensions/v1beta1", "DaemonSet"))
        .isEqualTo(new Kind("apps", "DaemonSet"));
    assertThat(Extracted.CATALOGUE.kindOf("events.k8s.io/v1", "Event"))
        .isEqualTo(Kind.core("Event"));
  }
}
