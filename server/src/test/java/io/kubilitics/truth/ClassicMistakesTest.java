package io.kubilitics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.TopologyQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Twenty-five things that maps of clusters get wrong. Each world holds what tempts to the mistake;
/// all its edges are compared.
class ClassicMistakesTest {
  private static final String RBAC = ".rbac.authorization.k8s.io";
  private static final String GATEWAY = ".gateway.networking.k8s.io";

  private static List<String> edges(String yaml) {
    return Manifests.edges(yaml);
  }

  /// The health of an object, as the map shows it.
  private static Health health(String id, String yaml) {
    return Manifests.topology(yaml)
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .nodes()
        .filter(node -> node.id().equals(ResourceId.parse(id)))
        .map(node -> node instanceof Node.Present present ? present.health() : Health.UNKNOWN)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePodsOfADaemonSetRunOnOneNodeEach() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Node, metadata: {name: n1}}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: n2}}
                ---
                {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: agent, namespace: sys, uid: u}, spec: {template: {spec: {tolerations: [{operator: Exists}]}}}, status: {currentNumberScheduled: 1}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: agent-a, namespace: sys, ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: u, controller: true}]}
                spec:
                  nodeName: n1
                  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values: [n1]}]}]}}}
                """))
        .containsExactlyInAnyOrder(
            "DaemonSet.apps/sys/agent owns Pod/sys/agent-a -> metadata.ownerReferences[0]=agent",
            "Pod/sys/agent-a runs-on Node/n1 <- spec.nodeName=n1");
  }

  @Test
  void aRoleBindingMayNameAClusterRole() {
    assertThat(
            edges(
                """
                {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: reader, namespace: shop}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: reader}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: shop}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}}
                """))
        .containsExactly(
            "RoleBinding"
                + RBAC
                + "/shop/b binds ClusterRole"
                + RBAC
                + "/reader <- roleRef=reader");
  }

  @Test
  void aPeerWithBothSelectorsNeedsBoth() {
    assertThat(
            edges(
                """
                {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}, namespaceSelector: {matchLabels: {team: a}}}]}]}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {team: a}}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: b, labels: {team: b}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: both, namespace: a, labels: {app: web}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: only-namespace, namespace: a, labels: {app: api}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: only-labels, namespace: b, labels: {app: web}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: own-namespace, namespace: shop, labels: {app: web}}}
                """))
        .containsExactly(
            "NetworkPolicy.networking.k8s.io/shop/p allows-from Pod/a/both <-"
                + " spec.ingress[0].from[0]=app=web in namespaces team=a");
  }

  @Test
  void anEmptySelectorMeansSomethingElseInEveryKindAndAnAbsentOneToo() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: web}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: empty, namespace: shop}, spec: {selector: {}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: absent, namespace: shop}, spec: {}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: empty, namespace: shop}, spec: {podSelector: {}}}
                ---
                {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: empty, namespace: shop}, spec: {selector: {}}}
                ---
                {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: absent, namespace: shop}, spec: {minAvailable: 1}}
                ---
                {apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: old, namespace: shop}, spec: {selector: {}}}
                """))
        .containsExactlyInAnyOrder(
            "NetworkPolicy.networking.k8s.io/shop/empty governs-network Pod/shop/a <-"
                + " spec.podSelector=*",
            "PodDisruptionBudget.policy/shop/empty protects Pod/shop/a <- spec.selector=*");
  }

  @Test
  void kindsOfOneNameInTwoGroupsAreTwoKinds() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}}
                ---
                {apiVersion: example.com/v1, kind: Service, metadata: {name: api, namespace: shop}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {defaultBackend: {service: {name: api, port: {number: 80}}}}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop, ownerReferences: [{apiVersion: example.com/v1, kind: Service, name: web}]}}
                """))
        .containsExactlyInAnyOrder(
            "Ingress.networking.k8s.io/shop/i routes Service/shop/api missing <-"
                + " spec.defaultBackend.service=api#80",
            "Service.example.com/shop/web owns ConfigMap/shop/c missing ->"
                + " metadata.ownerReferences[0]=web");
  }

  @Test
  void anOwnerThatWasMadeAgainIsNotTheOwner() {
    assertThat(
            edges(
                """
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web, namespace: shop, uid: second}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: first, controller: true}]}}
                """))
        .containsExactly(
            "ReplicaSet.apps/shop/web owns Pod/shop/a stale -> metadata.ownerReferences[0]=web");
  }

  @Test
  void theClaimOfAnotherSetIsNotThisSets() {
    assertThat(
            edges(
                """
                {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web, namespace: shop}, spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: ""}}]}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-0, namespace: shop}, spec: {storageClassName: ""}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-x-0, namespace: shop}, spec: {storageClassName: ""}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-01, namespace: shop}, spec: {storageClassName: ""}}
                """))
        .containsExactly(
            "StatefulSet.apps/shop/web claims PersistentVolumeClaim/shop/data-web-0 <-"
                + " spec.volumeClaimTemplates[0]=data");
  }

  @Test
  void whatIsOptionalMayBeMissing() {
    assertThat(
            edges(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, namespace: shop}
                spec:
                  containers: [{name: a, envFrom: [{configMapRef: {name: needed}}, {configMapRef: {name: perhaps, optional: true}}]}]
                """))
        .containsExactlyInAnyOrder(
            "Pod/shop/a uses-config ConfigMap/shop/needed missing <-"
                + " spec.containers[0].envFrom[0].configMapRef=needed",
            "Pod/shop/a uses-config ConfigMap/shop/perhaps missing optional <-"
                + " spec.containers[0].envFrom[1].configMapRef=perhaps");
  }

  @Test
  void anExternalNameIsAHostAndItsSelectorPlaysNoPart() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {type: ExternalName, externalName: db.example.org, selector: {app: db}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: db}}}
                """))
        .containsExactly(
            "Service/shop/db selects Host/db.example.org <- spec.externalName=db.example.org");
  }

  @Test
  void anIngressNeverReachesIntoAnotherNamespace() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: other}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}}
                """))
        .containsExactly(
            "Ingress.networking.k8s.io/shop/i routes Service/shop/web missing <-"
                + " spec.rules[0].http.paths[0].backend.service=web#80");
  }

  @Test
  void aRouteIntoAnotherNamespaceNeedsAGrant() {
    String route =
        """
        {apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace: edge}, spec: {rules: [{backendRefs: [{name: web, namespace: shop, port: 80}]}]}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}}
        """;
    String grant =
        """
        ---
        {apiVersion: gateway.networking.k8s.io/v1beta1, kind: ReferenceGrant, metadata: {name: g, namespace: shop}, spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge}], to: [{group: "", kind: Service}]}}
        """;
    String edge = "HTTPRoute" + GATEWAY + "/edge/r routes Service/shop/web%s <- spec.rules[0]";
    String place = ".backendRefs[0]=web#80";
    assertThat(edges(route)).containsExactly(edge.formatted(" denied") + place);
    assertThat(edges(route + grant)).containsExactly(edge.formatted("") + place);
  }

  @Test
  void aReleasedVolumeIsNotTheVolumeOfTheNewClaim() {
    String world =
        """
        {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv, uid: v}, spec: {claimRef: {kind: PersistentVolumeClaim, namespace: shop, name: data, uid: first}}, status: {phase: Released}}
        ---
        {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: shop, uid: second}, spec: {storageClassName: ""}, status: {phase: Pending}}
        """;
    assertThat(edges(world))
        .containsExactly(
            "PersistentVolumeClaim/shop/data bound-to PersistentVolume/pv stale ->"
                + " spec.claimRef=data");
    assertThat(health("PersistentVolume/pv", world).status()).isEqualTo(Status.DEGRADED);
  }

  @Test
  void anEmptyClassIsNoClassAndAnUnsetOneTheDefault() {
    assertThat(
            edges(
                """
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}, provisioner: example.com/disk}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: none, namespace: shop}, spec: {storageClassName: ""}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: unset, namespace: shop}, spec: {}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv}, spec: {}}
                """))
        .containsExactly(
            "PersistentVolumeClaim/shop/unset class-of StorageClass.storage.k8s.io/fast ->"
                + " metadata.annotations[\"storageclass.kubernetes.io/is-default-class\"]=true");
  }

  @Test
  void initAndEphemeralContainersNeedThingsToo() {
    assertThat(
            edges(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, namespace: shop}
                spec:
                  initContainers: [{name: i, envFrom: [{secretRef: {name: first}}]}]
                  containers: [{name: c}]
                  ephemeralContainers: [{name: e, env: [{name: X, valueFrom: {configMapKeyRef: {name: last, key: x}}}]}]
                """))
        .containsExactlyInAnyOrder(
            "Pod/shop/a uses-secret Secret/shop/first missing <-"
                + " spec.initContainers[0].envFrom[0].secretRef=first",
            "Pod/shop/a uses-config ConfigMap/shop/last missing <-"
                + " spec.ephemeralContainers[0].env[0].valueFrom.configMapKeyRef=last#x");
  }

  @Test
  void projectedVolumesHaveSources() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}, spec: {volumes: [{name: v, projected: {sources: [{serviceAccountToken: {path: t}}, {configMap: {name: c}}, {secret: {name: s}}]}}]}}
                """))
        .containsExactlyInAnyOrder(
            "Pod/shop/a uses-config ConfigMap/shop/c missing <-"
                + " spec.volumes[0].projected.sources[1].configMap=c",
            "Pod/shop/a uses-secret Secret/shop/s missing <-"
                + " spec.volumes[0].projected.sources[2].secret=s");
  }

  @Test
  void aWorkloadScaledToZeroStillNeedsAndIsNeeded() {
    assertThat(
            edges(
                """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: 0, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: w, envFrom: [{secretRef: {name: s}}]}]}}}, status: {}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}}}
                """))
        .containsExactlyInAnyOrder(
            "Deployment.apps/shop/web uses-secret Secret/shop/s missing <-"
                + " spec.template.spec.containers[0].envFrom[0].secretRef=s",
            "Service/shop/web selects Deployment.apps/shop/web inferred <- spec.selector=app=web");
  }

  @Test
  void theTemplateOfACronJobLiesDeeper() {
    assertThat(
            edges(
                """
                {apiVersion: batch/v1, kind: CronJob, metadata: {name: nightly, namespace: shop}, spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {serviceAccountName: runner}}}}}}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: runner, namespace: shop}}
                """))
        .containsExactly(
            "CronJob.batch/shop/nightly runs-as ServiceAccount/shop/runner <-"
                + " spec.jobTemplate.spec.template.spec.serviceAccountName=runner");
  }

  @Test
  void aPodWhoseInitContainerCrashesIsNotJustPending() {
    Health health =
        health(
            "Pod/shop/a",
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: shop}
            spec: {initContainers: [{name: wait}], containers: [{name: web}]}
            status:
              phase: Pending
              initContainerStatuses: [{name: wait, restartCount: 5, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 1, reason: Error}}}]
              containerStatuses: [{name: web, ready: false, state: {waiting: {reason: PodInitializing}}}]
            """);
    assertThat(health.status()).isEqualTo(Status.FAILED);
    assertThat(health.reason()).isEqualTo("CrashLoopBackOff");
    assertThat(health.message()).contains("wait");
  }

  @Test
  void aJobThatSucceededAtItsSecondTryIsWell() {
    assertThat(
            health(
                    "Job.batch/shop/migrate",
                    """
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {name: migrate, namespace: shop}
                    spec: {backoffLimit: 6, template: {spec: {}}}
                    status: {failed: 1, succeeded: 1, conditions: [{type: Complete, status: "True"}]}
                    """)
                .status())
        .isEqualTo(Status.HEALTHY);
  }

  @Test
  void aClaimThatWaitsForItsFirstConsumerIsNoFault() {
    String world =
        """
        {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: local}, provisioner: example.com/disk, volumeBindingMode: WaitForFirstConsumer}
        ---
        {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: shop}, spec: {storageClassName: local}, status: {phase: Pending}}
        """;
    assertThat(edges(world))
        .containsExactly(
            "PersistentVolumeClaim/shop/data class-of StorageClass.storage.k8s.io/local <-"
                + " spec.storageClassName=local");
    assertThat(health("PersistentVolumeClaim/shop/data", world).status())
        .isNotIn(Status.FAILED, Status.DEGRADED);
  }

  @Test
  void endpointsNextToSlicesAreNotCountedAgain() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}}
                ---
                {apiVersion: v1, kind: Endpoints, metadata: {name: web, namespace: shop}, subsets: [{addresses: [{ip: 10.0.0.1, targetRef: {kind: Pod, name: a, namespace: shop}}]}]}
                ---
                {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}}, endpoints: [{addresses: [10.0.0.1], targetRef: {kind: Pod, name: a, namespace: shop}}]}
                """))
        .containsExactlyInAnyOrder(
            "EndpointSlice.discovery.k8s.io/shop/web-1 backs Service/shop/web <-"
                + " metadata.labels[\"kubernetes.io/service-name\"]=web",
            "EndpointSlice.discovery.k8s.io/shop/web-1 targets Pod/shop/a <-"
                + " endpoints[0].targetRef=a");
  }

  @Test
  void aWebhookIsMeantByExpressionsToo() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: a}}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: kube-system}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: free, labels: {webhook: "off"}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: hook, namespace: kube-system}}
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: w}
                webhooks:
                  - name: a.example.com
                    clientConfig: {service: {name: hook, namespace: kube-system}}
                    namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system]}, {key: webhook, operator: NotIn, values: ["off"]}]}
                """))
        .filteredOn(edge -> edge.contains(" intercepts "))
        .singleElement()
        .asString()
        .startsWith(
            "ValidatingWebhookConfiguration.admissionregistration.k8s.io/w intercepts"
                + " Namespace/shop <- webhooks[0].namespaceSelector=");
  }

  @Test
  void anAggregatedRoleTakesInOthersButNotItself() {
    assertThat(
            edges(
                """
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: all, labels: {agg: "yes"}}, aggregationRule: {clusterRoleSelectors: [{matchLabels: {agg: "yes"}}]}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: part, labels: {agg: "yes"}}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: other, labels: {agg: "no"}}}
                """))
        .containsExactly(
            "ClusterRole"
                + RBAC
                + "/all aggregates ClusterRole"
                + RBAC
                + "/part <- aggregationRule.clusterRoleSelectors[0]=agg=yes");
  }

  @Test
  void customResourcesOwnAndAreOwned() {
    assertThat(
            edges(
                """
                {apiVersion: example.com/v1, kind: Database, metadata: {name: orders, namespace: shop, uid: d}}
                ---
                {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: orders, namespace: shop, uid: s, ownerReferences: [{apiVersion: example.com/v1alpha1, kind: Database, name: orders, uid: d, controller: true}]}}
                ---
                {apiVersion: example.com/v1, kind: Backup, metadata: {name: b, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: orders, uid: s}]}}
                """))
        .containsExactlyInAnyOrder(
            "Database.example.com/shop/orders owns StatefulSet.apps/shop/orders ->"
                + " metadata.ownerReferences[0]=orders",
            "StatefulSet.apps/shop/orders owns Backup.example.com/shop/b ->"
                + " metadata.ownerReferences[0]=orders");
  }

  @Test
  void aCustomResourceNobodyDescribedIsReadByItsStructureAndNeverMakesGhosts() {
    assertThat(
            edges(
                """
                {apiVersion: example.com/v1, kind: Gadget, metadata: {name: g, namespace: shop}, spec: {secretName: there, configMapRef: {name: gone}}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: there, namespace: shop}}
                """))
        .containsExactly(
            "Gadget.example.com/shop/g refers-to Secret/shop/there inferred <-"
                + " spec.secretName=there");
  }
}
