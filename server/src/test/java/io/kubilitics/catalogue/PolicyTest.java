package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Budgets, network policies, autoscalers, quotas, leases.
class PolicyTest {
  private static Extracted of(String apiVersion, String kind, String rest) {
    return Extracted.yaml(
        "apiVersion: %s\nkind: %s\nmetadata: {name: web, namespace: shop}\n%s"
            .formatted(apiVersion, kind, rest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | {matchLabels: {app: a}} | app=a",
        "v1 | {} | *",
        "v1 | null | ''",
        "v1 | [a] | ''",
        "v1 | {matchExpressions: [{key: a, operator: In, values: [x]}]} | a=x",
        "v1 | {matchExpressions: [{key: a, operator: Like, values: [x]}]} | ''",
        "v1 | {matchExpressions: [{key: a, operator: In}]} | ''",
        "v1 | {matchExpressions: [{key: a, operator: Exists, values: [x]}]} | ''",
        "v1beta1 | {} | ''",
        "v1beta1 | {matchLabels: {app: a}} | app=a"
      })
  void aBudgetProtectsWhatItsSelectorMatches(String version, String selector, String matches) {
    assertThat(
            of("policy/" + version, "PodDisruptionBudget", "spec: {selector: " + selector + "}")
                .facts())
        .isEqualTo(
            matches.isEmpty()
                ? List.of()
                : List.of("protects Pod in shop " + matches + " @ spec.selector=" + matches));
  }

  @Test
  void aNetworkPolicyLetsItsPeersThrough() {
    assertThat(
            of(
                    "networking.k8s.io/v1",
                    "NetworkPolicy",
                    """
                    spec:
                      podSelector: {matchLabels: {app: db}}
                      ingress:
                        - from:
                            - podSelector: {matchLabels: {app: web}}
                            - podSelector: {}
                              namespaceSelector: {matchLabels: {team: a}}
                            - podSelector: {matchLabels: {app: x}}
                              namespaceSelector: {}
                            - namespaceSelector: {matchLabels: {team: b}}
                            - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}
                            - podSelector: {matchExpressions: [{key: a, operator: Nonsense}]}
                              namespaceSelector: {}
                            - {}
                        - ports: [{port: 80}]
                      egress:
                        - to: []
                    """)
                .facts())
        .containsExactly(
            "governs-network Pod in shop app=db @ spec.podSelector=app=db",
            "allows-from Pod in shop app=web @ spec.ingress[0].from[0]=app=web",
            "allows-from Pod in namespaces team=a *"
                + " @ spec.ingress[0].from[1]=* in namespaces team=a",
            "allows-from Pod everywhere app=x @ spec.ingress[0].from[2]=app=x in namespaces *",
            "allows-from Namespace in cluster team=b @ spec.ingress[0].from[3]=team=b",
            "allows-from CIDR/10.0.0.0%2F8"
                + " @ spec.ingress[0].from[4].ipBlock=10.0.0.0/8 (except 10.1.0.0/16)",
            "allows-from Everyone/all @ spec.ingress[1]=all (TCP/80)",
            "allows-to Everyone/all @ spec.egress[0]=all");
  }

  @Test
  void rulesOfADirectionThatThePolicyDoesNotHaveMeanNothing() {
    assertThat(
            of(
                    "networking.k8s.io/v1",
                    "NetworkPolicy",
                    "spec: {podSelector: {}, policyTypes: [Ingress], egress: [{}]}")
                .facts())
        .containsExactly("governs-network Pod in shop * @ spec.podSelector=*");
  }

  @Test
  void aNetworkPolicyWithoutPodSelectorGovernsAllPods() {
    assertThat(of("networking.k8s.io/v1", "NetworkPolicy", "spec: {}").facts())
        .containsExactly("governs-network Pod in shop * @ spec.podSelector=*");
  }

  @Test
  void anAutoscalerScalesAnyKind() {
    assertThat(
            of(
                    "autoscaling/v2",
                    "HorizontalPodAutoscaler",
                    """
                    spec:
                      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}
                      metrics:
                        - object:
                            describedObject: {apiVersion: networking.k8s.io/v1, kind: Ingress, name: main}
                    """)
                .facts())
        .containsExactly(
            "scales Deployment.apps/shop/cart required @ spec.scaleTargetRef=cart",
            "watches-metric-of Ingress.networking.k8s.io/shop/main required"
                + " @ spec.metrics[0].object.describedObject=main");
  }

  @Test
  void aQuotaLimitsItsNamespace() {
    assertThat(of("v1", "ResourceQuota", "").facts())
        .containsExactly("limits Namespace/shop if_exists @ metadata.namespace=shop");
  }

  @Test
  void onlyLeasesOfNodesAreHeartbeats() {
    assertThat(of("coordination.k8s.io/v1", "Lease", "").facts()).isEmpty();
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: coordination.k8s.io/v1
                    kind: Lease
                    metadata: {name: n1, namespace: kube-node-lease}
                    """)
                .facts())
        .containsExactly("lease-of Node/n1 if_exists @ metadata.name=n1");
  }

  @Test
  void aFlowSchemaLimitsItsSubjects() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: flowcontrol.apiserver.k8s.io/v1
                    kind: FlowSchema
                    metadata: {name: a}
                    spec:
                      priorityLevelConfiguration: {name: low}
                      rules:
                        - subjects:
                            - {kind: ServiceAccount, serviceAccount: {name: me, namespace: shop}}
                            - {kind: User, user: {name: ann}}
                            - {kind: Group, group: {name: devs}}
                    """)
                .facts())
        .containsExactly(
            "limits-flow PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io/low required"
                + " @ spec.priorityLevelConfiguration=low",
            "limits-flow ServiceAccount/shop/me optional"
                + " @ spec.rules[0].subjects[0].serviceAccount=me",
            "limits-flow User/ann @ spec.rules[0].subjects[1].user=ann",
            "limits-flow Group/devs @ spec.rules[0].subjects[2].group=devs");
  }
}
