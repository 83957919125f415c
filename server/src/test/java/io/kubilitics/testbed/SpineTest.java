package io.kubilitics.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// From manifests to explained edges, through every part: one or two relations for each type of
/// fact, where it must be drawn, where it must not, and where it is easily got wrong.
class SpineTest {
  private static List<String> edges(String yaml, String... relations) {
    return Manifests.edges(yaml).stream()
        .filter(line -> relations.length == 0 || List.of(relations).contains(line.split(" ", 3)[1]))
        .toList();
  }

  @Test
  void anOwnerIsFoundByNameInTheOwnNamespaceAndCheckedByUid() {
    assertThat(
            edges(
                """
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-1, namespace: shop, uid: u-1}}
                ---
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-2, namespace: shop, uid: u-2b}}
                ---
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-3, namespace: other, uid: u-3}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: u-1, controller: true}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-2, uid: u-2, controller: true}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: c, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-3, uid: u-3, controller: true}]}}
                """,
                "owns"))
        .containsExactly(
            "ReplicaSet.apps/shop/web-1 owns Pod/shop/a -> metadata.ownerReferences[0]=web-1",
            "ReplicaSet.apps/shop/web-2 owns Pod/shop/b stale -> metadata.ownerReferences[0]=web-2",
            "ReplicaSet.apps/shop/web-3 owns Pod/shop/c missing -> metadata.ownerReferences[0]=web-3");
  }

  @Test
  void aServiceSelectsPodsOfItsNamespaceAndWithoutSelectorNone() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: none, namespace: shop}, spec: {}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: empty, namespace: shop}, spec: {selector: {}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: out, namespace: shop}, spec: {type: ExternalName, externalName: api.example.org, selector: {app: web}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: web}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: shop, labels: {app: api}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: c, namespace: other, labels: {app: web}}}
                """,
                "selects"))
        .containsExactly(
            "Service/shop/out selects Host/api.example.org <- spec.externalName=api.example.org",
            "Service/shop/web selects Pod/shop/a <- spec.selector=app=web");
  }

  @Test
  void aWorkloadWithoutPodsStandsInForThemButNotWhatItOwns() {
    assertThat(
            edges(
                """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop, uid: d}
                spec: {template: {metadata: {labels: {app: web}}}}
                status: {replicas: 0}
                ---
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web-1, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: d, controller: true}]}
                spec: {template: {metadata: {labels: {app: web}}}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: running, namespace: shop}
                spec: {template: {metadata: {labels: {app: web}}}}
                status: {replicas: 2}
                """,
                "selects"))
        .containsExactly(
            "Service/shop/web selects Deployment.apps/shop/web inferred <- spec.selector=app=web");
  }

  @Test
  void aBudgetWithAnEmptySelectorProtectsAllPodsAndWithoutOneNone() {
    String pods =
        """
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: web}}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: other, labels: {app: web}}}
        ---
        """;
    assertThat(
            edges(
                pods
                    + "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: p,"
                    + " namespace: shop}, spec: {selector: {}}}",
                "protects"))
        .containsExactly(
            "PodDisruptionBudget.policy/shop/p protects Pod/shop/a <- spec.selector=*");
    assertThat(
            edges(
                pods
                    + "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: p,"
                    + " namespace: shop}, spec: {minAvailable: 1}}",
                "protects"))
        .isEmpty();
    assertThat(
            edges(
                pods
                    + "{apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: p,"
                    + " namespace: shop}, spec: {selector: {}}}",
                "protects"))
        .as("in v1beta1 an empty selector matched nothing")
        .isEmpty();
  }

  @Test
  void aPeerWithBothSelectorsMeansPodsInMatchingNamespacesOnly() {
    assertThat(
            edges(
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p, namespace: shop}
                spec:
                  podSelector: {matchLabels: {app: web}}
                  ingress:
                    - from:
                        - podSelector: {matchLabels: {app: prom}}
                          namespaceSelector: {matchLabels: {team: ops}}
                        - podSelector: {matchLabels: {app: prom}}
                        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: mon}}
                        - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: mon, labels: {team: ops}}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: dev, labels: {team: dev}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: prom, namespace: mon, labels: {app: prom}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: prom, namespace: dev, labels: {app: prom}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: prom, namespace: shop, labels: {app: prom}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}
                """,
                "governs-network",
                "allows-from",
                "allows-to"))
        .containsExactly(
            "NetworkPolicy.networking.k8s.io/shop/p allows-from CIDR/10.0.0.0%2F8 <-"
                + " spec.ingress[0].from[3].ipBlock=10.0.0.0/8 except 10.1.0.0/16",
            "NetworkPolicy.networking.k8s.io/shop/p allows-from Namespace/mon <-"
                + " spec.ingress[0].from[2]=kubernetes.io/metadata.name=mon",
            "NetworkPolicy.networking.k8s.io/shop/p allows-from Pod/mon/prom <-"
                + " spec.ingress[0].from[0]=app=prom in namespaces team=ops",
            "NetworkPolicy.networking.k8s.io/shop/p allows-from Pod/shop/prom <-"
                + " spec.ingress[0].from[1]=app=prom",
            "NetworkPolicy.networking.k8s.io/shop/p governs-network Pod/shop/web <-"
                + " spec.podSelector=app=web");
  }

  @Test
  void aRouteIntoAnotherNamespaceIsDeniedWithoutAGrantThere() {
    String route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: r, namespace: edge}
        spec: {rules: [{backendRefs: [{name: api, namespace: back, port: 80}, {name: own, port: 80}]}]}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: api, namespace: back}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: own, namespace: edge}}
        ---
        """;
    String grant =
        """
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: g, namespace: back}
        spec:
          from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: %s}]
          to: [{group: "", kind: Service}]
        """;
    String id = "HTTPRoute.gateway.networking.k8s.io/edge/r routes Service/";
    String own = id + "edge/own <- spec.rules[0].backendRefs[1]=own#80";
    assertThat(edges(route, "routes"))
        .containsExactly(id + "back/api denied <- spec.rules[0].backendRefs[0]=api#80", own);
    assertThat(edges(route + grant.formatted("edge"), "routes"))
        .containsExactly(id + "back/api <- spec.rules[0].backendRefs[0]=api#80", own);
    assertThat(edges(route + grant.formatted("elsewhere"), "routes"))
        .containsExactly(id + "back/api denied <- spec.rules[0].backendRefs[0]=api#80", own);
  }

  @Test
  void aRouteAttachesOnlyWhereAListenerAllowsItsNamespace() {
    String world =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: gw, namespace: infra}
        spec:
          listeners:
            - {name: own, protocol: HTTP, port: 80}
            - {name: teams, protocol: HTTP, port: 81, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: a}}}}}
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: r, namespace: edge}
        spec: {parentRefs: [{name: gw, namespace: infra%s}]}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: edge, labels: {team: %s}}}
        """;
    String edge =
        "HTTPRoute.gateway.networking.k8s.io/edge/r attaches-to"
            + " Gateway.gateway.networking.k8s.io/infra/gw";
    assertThat(edges(world.formatted("", "a"), "attaches-to"))
        .singleElement()
        .asString()
        .startsWith(edge + " <- spec.parentRefs[0]=gw");
    assertThat(edges(world.formatted("", "b"), "attaches-to"))
        .singleElement()
        .asString()
        .startsWith(edge + " denied <-");
    assertThat(edges(world.formatted(", sectionName: own", "a"), "attaches-to"))
        .singleElement()
        .asString()
        .startsWith(edge + " denied <-");
  }

  @Test
  void endpointsSpeakOnlyWhereNoSliceDoes() {
    String endpoints =
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}}
        ---
        apiVersion: v1
        kind: Endpoints
        metadata: {name: web, namespace: shop}
        subsets: [{addresses: [{ip: 10.0.0.1, targetRef: {kind: Pod, name: a, namespace: shop}}, {ip: 10.9.9.9}]}]
        ---
        apiVersion: v1
        kind: Endpoints
        metadata: {name: leader-election, namespace: shop}
        subsets: [{addresses: [{ip: 10.0.0.2}]}]
        """;
    assertThat(edges(endpoints, "backs", "targets"))
        .containsExactly(
            "Endpoints/shop/web backs Service/shop/web <- metadata.name=web",
            "Endpoints/shop/web targets Host/10.9.9.9 <- subsets[0].addresses[1]=10.9.9.9",
            "Endpoints/shop/web targets Pod/shop/a <-" + " subsets[0].addresses[0].targetRef=a");
    assertThat(
            edges(
                endpoints
                    + """
                    ---
                    apiVersion: discovery.k8s.io/v1
                    kind: EndpointSlice
                    metadata: {name: web-x, namespace: shop, labels: {kubernetes.io/service-name: web}}
                    endpoints: [{addresses: [10.0.0.1], targetRef: {kind: Pod, name: a, namespace: shop, uid: gone}}]
                    """,
                "backs",
                "targets"))
        .containsExactly(
            "EndpointSlice.discovery.k8s.io/shop/web-x backs Service/shop/web <-"
                + " metadata.labels[\"kubernetes.io/service-name\"]=web",
            "EndpointSlice.discovery.k8s.io/shop/web-x targets Pod/shop/a <-"
                + " endpoints[0].targetRef=a");
  }

  @Test
  void aClaimBelongsToTheSetWhoseStemAndOrdinalItsNameHas() {
    assertThat(
            edges(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web, namespace: shop}
                spec: {replicas: 1, volumeClaimTemplates: [{metadata: {name: data}}]}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-0, namespace: shop}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-12, namespace: shop}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-x-0, namespace: shop}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-01, namespace: shop}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-web-0, namespace: other}}
                """,
                "claims"))
        .containsExactly(
            "StatefulSet.apps/shop/web claims PersistentVolumeClaim/shop/data-web-0 <-"
                + " spec.volumeClaimTemplates[0]=data",
            "StatefulSet.apps/shop/web claims PersistentVolumeClaim/shop/data-web-12 <-"
                + " spec.volumeClaimTemplates[0]=data");
  }

  @Test
  void aClaimWithoutClassUsesTheNewestDefaultAndAnEmptyClassNone() {
    assertThat(
            edges(
                """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: old, creationTimestamp: "2024-01-01T00:00:00Z", annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
                provisioner: x
                ---
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: new, creationTimestamp: "2025-01-01T00:00:00Z", annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
                provisioner: x
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: other, creationTimestamp: "2026-01-01T00:00:00Z"}, provisioner: x}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: unset, namespace: shop}, spec: {}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: none, namespace: shop}, spec: {storageClassName: ""}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: named, namespace: shop}, spec: {storageClassName: other}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv}, spec: {}}
                """,
                "class-of"))
        .hasSize(2)
        .anyMatch(line ->
            line.startsWith(
                "PersistentVolumeClaim/shop/named class-of StorageClass.storage.k8s.io/other <- spec.storageClassName=other"))
        .anyMatch(line ->
            line.startsWith(
                "PersistentVolumeClaim/shop/unset class-of StorageClass.storage.k8s.io/new <- spec.storageClassName="));
  }

  @Test
  void aVolumeAndItsClaimAreOneEdgeReadAtBothEnds() {
    String volume =
        "{apiVersion: v1, kind: PersistentVolume, metadata: {name: pv}, spec: {claimRef: {kind:"
            + " PersistentVolumeClaim, namespace: shop, name: data, uid: u-1}}}\n---\n";
    String claim =
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: shop, uid:"
            + " %s}, spec: {volumeName: pv, storageClassName: \"\"}}";
    String edge = "PersistentVolumeClaim/shop/data bound-to PersistentVolume/pv";
    assertThat(edges(volume + claim.formatted("u-1"), "bound-to"))
        .containsExactly(edge + " <- spec.volumeName=pv", edge + " -> spec.claimRef=data");
    assertThat(edges(volume + claim.formatted("u-2"), "bound-to"))
        .containsExactly(
            edge + " stale <- spec.volumeName=pv", edge + " stale -> spec.claimRef=data");
    assertThat(edges(volume, "bound-to")).containsExactly(edge + " missing -> spec.claimRef=data");
  }

  @Test
  void anAggregatedRoleTakesInTheRolesItsSelectorsMatchButNotItself() {
    assertThat(
            edges(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: view, labels: {to-view: "true"}}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {to-view: "true"}}]}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: crd-view, labels: {to-view: "true"}}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: other}}
                """,
                "aggregates"))
        .containsExactly(
            "ClusterRole.rbac.authorization.k8s.io/view aggregates"
                + " ClusterRole.rbac.authorization.k8s.io/crd-view <-"
                + " aggregationRule.clusterRoleSelectors[0]=to-view=true");
  }

  @Test
  void aSecretThatACertificateWillMakeIsDrawnAsItsProduct() {
    assertThat(
            edges(
                """
                apiVersion: cert-manager.io/v1
                kind: Certificate
                metadata: {name: web, namespace: shop}
                spec: {secretName: web-tls, issuerRef: {name: ca}}
                """,
                "produces"))
        .containsExactly(
            "Certificate.cert-manager.io/shop/web produces Secret/shop/web-tls missing optional <-"
                + " spec.secretName=web-tls");
  }

  @Test
  void aHostNameInAnEnvironmentVariableIsACallWhenSuchAServiceExists() {
    assertThat(
            edges(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec:
                  containers:
                    - name: web
                      env:
                        - {name: API, value: "http://api.back.svc.cluster.local:8080/v1"}
                        - {name: DB, value: "db:5432"}
                        - {name: WORD, value: "nothing to see"}
                        - {name: GONE, value: "http://gone.back.svc"}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: api, namespace: back}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: nothing, namespace: shop}}
                """,
                "calls"))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("Pod/shop/web calls Service/back/api"))
        .anyMatch(line -> line.startsWith("Pod/shop/web calls Service/shop/db"))
        .allMatch(line -> line.contains("spec.containers[0].env["));
  }

  @Test
  void bindingsGrantToAccountsUsersAndGroups() {
    assertThat(
            edges(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: b, namespace: shop}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
                subjects:
                  - {kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}
                  - {kind: Group, name: "system:serviceaccounts:shop", apiGroup: rbac.authorization.k8s.io}
                  - {kind: ServiceAccount, name: web}
                  - {kind: ServiceAccount, name: web, namespace: other}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: view}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: view, namespace: shop}}
                """,
                "binds",
                "grants-to"))
        .containsExactly(
            "RoleBinding.rbac.authorization.k8s.io/shop/b binds"
                + " ClusterRole.rbac.authorization.k8s.io/view <- roleRef=view",
            "RoleBinding.rbac.authorization.k8s.io/shop/b grants-to"
                + " Group/system:serviceaccounts:shop <- subjects[1]=system:serviceaccounts:shop",
            "RoleBinding.rbac.authorization.k8s.io/shop/b grants-to ServiceAccount/other/web missing"
                + " <- subjects[3]=web",
            "RoleBinding.rbac.authorization.k8s.io/shop/b grants-to ServiceAccount/shop/web <-"
                + " subjects[2]=web",
            "RoleBinding.rbac.authorization.k8s.io/shop/b grants-to User/jane <- subjects[0]=jane");
  }

  @Test
  void aWorkloadThatRunsNothingStillShowsWhatItNeeds() {
    assertThat(
            edges(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, namespace: shop}
                spec:
                  replicas: 0
                  template:
                    spec:
                      serviceAccountName: cart
                      containers:
                        - name: cart
                          env:
                            - {name: A, value: x}
                            - {name: B, valueFrom: {secretKeyRef: {name: db-password, key: password}}}
                            - {name: C, valueFrom: {configMapKeyRef: {name: flags, key: c, optional: true}}}
                          envFrom: [{configMapRef: {name: cart-config}}]
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: cart-config, namespace: shop}}
                """))
        .containsExactly(
            "Deployment.apps/shop/cart runs-as ServiceAccount/shop/cart missing <-"
                + " spec.template.spec.serviceAccountName=cart",
            "Deployment.apps/shop/cart uses-config ConfigMap/shop/cart-config <-"
                + " spec.template.spec.containers[0].envFrom[0].configMapRef=cart-config",
            "Deployment.apps/shop/cart uses-config ConfigMap/shop/flags missing optional <-"
                + " spec.template.spec.containers[0].env[2].valueFrom.configMapKeyRef=flags#c",
            "Deployment.apps/shop/cart uses-secret Secret/shop/db-password missing <-"
                + " spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef=db-password#password");
  }

  @Test
  void whatEveryClusterHasIsNoGhostInManifestsThatDoNotBringIt() {
    assertThat(
            edges(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: ops}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: a, namespace: shop}
                spec: {serviceAccountName: default, priorityClassName: system-node-critical, volumes: [{name: ca, configMap: {name: kube-root-ca.crt}}]}
                """))
        .isEmpty();
  }

  @Test
  void aPeerOfAllNamespacesIsOneNode() {
    assertThat(
            edges(
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p, namespace: shop}
                spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: other}}
                """,
                "allows-from"))
        .containsExactly(
            "NetworkPolicy.networking.k8s.io/shop/p allows-from Namespace-set/all <-"
                + " spec.ingress[0].from[0]=*");
  }
}
