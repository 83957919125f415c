package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accounts, roles, bindings, and Secrets that belong to them.
class IdentityTest {
  private static final String BINDING =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: %s
      metadata: {name: b, namespace: shop}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: r}
      subjects:
        - {kind: ServiceAccount, name: me}
        - {kind: ServiceAccount, name: you, namespace: other}
        - {kind: User, apiGroup: rbac.authorization.k8s.io, name: ann}
        - {kind: User, name: "system:serviceaccount:ops:bot"}
        - {kind: User, name: "system:serviceaccount:ops"}
        - {kind: Group, name: "system:serviceaccounts:ops"}
        - {kind: Robot, name: r}
        - {kind: User}
      """;

  @Test
  void aRoleBindingMayNameAClusterRole() {
    assertThat(Extracted.yaml(BINDING.formatted("RoleBinding", "ClusterRole")).facts("binds"))
        .containsExactly("binds ClusterRole.rbac.authorization.k8s.io/r required @ roleRef=r");
    assertThat(Extracted.yaml(BINDING.formatted("RoleBinding", "Role")).facts("binds"))
        .containsExactly("binds Role.rbac.authorization.k8s.io/shop/r required @ roleRef=r");
  }

  @ParameterizedTest
  @CsvSource({"RoleBinding, true", "ClusterRoleBinding, false"})
  void aBindingGrantsToItsSubjects(String kind, boolean hasOwnNamespace) {
    var facts = Extracted.yaml(BINDING.formatted(kind, "ClusterRole")).facts("grants-to");

    assertThat(facts)
        .endsWith(
            "grants-to ServiceAccount/other/you required @ subjects[1]=you",
            "grants-to User/ann @ subjects[2]=ann",
            "grants-to ServiceAccount/ops/bot required"
                + " @ subjects[3]=system:serviceaccount:ops:bot",
            "grants-to User/system:serviceaccount:ops @ subjects[4]=system:serviceaccount:ops",
            "grants-to Group/system:serviceaccounts:ops"
                + " @ subjects[5]=system:serviceaccounts:ops");
    assertThat(facts.contains("grants-to ServiceAccount/shop/me required @ subjects[0]=me"))
        .isEqualTo(hasOwnNamespace);
    assertThat(facts).hasSize(hasOwnNamespace ? 6 : 5);
  }

  @Test
  void aClusterRoleAggregatesOthersByTheirLabels() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRole
                    metadata: {name: admin}
                    aggregationRule:
                      clusterRoleSelectors: [{matchLabels: {to-admin: "true"}}, null]
                    """)
                .facts())
        .containsExactly(
            "aggregates ClusterRole.rbac.authorization.k8s.io in cluster to-admin=true"
                + " @ aggregationRule.clusterRoleSelectors[0]=to-admin=true");
  }

  @Test
  void anAccountHoldsSecretsAndPullsWithThem() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: v1
                    kind: ServiceAccount
                    metadata: {name: me, namespace: shop}
                    secrets: [{name: token}]
                    imagePullSecrets: [{name: registry}]
                    """)
                .facts())
        .containsExactly(
            "holds Secret/shop/token required @ secrets[0]=token",
            "pulls-with Secret/shop/registry required @ imagePullSecrets[0]=registry");
  }

  @Test
  void aTokenIsOfItsAccount() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: v1
                    kind: Secret
                    metadata:
                      name: t
                      namespace: shop
                      annotations: {kubernetes.io/service-account.name: me}
                    """)
                .facts())
        .containsExactly(
            "token-of ServiceAccount/shop/me required"
                + " @ metadata.annotations[\"kubernetes.io/service-account.name\"]=me");
  }

  @Test
  void aCertificateProducesItsSecret() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: cert-manager.io/v1
                    kind: Certificate
                    metadata: {name: c, namespace: shop}
                    spec: {secretName: tls, issuerRef: {name: ca, kind: ClusterIssuer}}
                    """)
                .facts())
        .containsExactly(
            "produces Secret/shop/tls produces @ spec.secretName=tls",
            "issued-by ClusterIssuer.cert-manager.io/ca required @ spec.issuerRef=ca");
  }
}
