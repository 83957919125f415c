package io.kubilitics.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.Manifests;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is not there and need not be: products that are still to come, and namespaces of which only
/// objects are known.
class MissingWithoutFaultTest {
  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p, namespace: shop}
      spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [shop]}]}}]}]}
      """;
  private static final String EDGE =
      "NetworkPolicy.networking.k8s.io/shop/p allows-from Namespace/mon";
  private static final String PLACE =
      " <- spec.ingress[0].from[0]=kubernetes.io/metadata.name!=shop";

  private Engine engine;

  @BeforeEach
  void start() {
    engine = new Engine(Manifests.catalogue().relations());
  }

  private void put(String yaml) {
    engine.apply(Manifests.changes(yaml));
  }

  private void gone(String id) {
    engine.apply(List.of(new Change.Gone(ResourceId.parse(id))));
  }

  private List<String> edges(String relation) {
    return Manifests.edges(engine.current()).stream()
        .filter(line -> line.split(" ", 3)[1].equals(relation))
        .toList();
  }

  @Test
  void aSecretIsNoFaultAsLongAsSomebodyWillMakeIt() {
    String place = " <- spec.volumes[0].secret=tls";
    String certificate =
        "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: %s, namespace: shop},"
            + " spec: {secretName: tls}}";
    put(
        "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}, spec: {volumes: [{name:"
            + " v, secret: {secretName: tls}}]}}");
    assertThat(edges("uses-secret"))
        .containsExactly("Pod/shop/a uses-secret Secret/shop/tls missing" + place);

    put(certificate.formatted("one"));
    put(certificate.formatted("two"));
    gone("Certificate.cert-manager.io/shop/one");
    assertThat(edges("uses-secret"))
        .containsExactly("Pod/shop/a uses-secret Secret/shop/tls missing optional" + place);

    put("{apiVersion: v1, kind: Secret, metadata: {name: tls, namespace: shop}}");
    assertThat(edges("uses-secret"))
        .containsExactly("Pod/shop/a uses-secret Secret/shop/tls" + place);

    gone("Secret/shop/tls");
    gone("Certificate.cert-manager.io/shop/two");
    assertThat(edges("uses-secret"))
        .containsExactly("Pod/shop/a uses-secret Secret/shop/tls missing" + place);
  }

  @Test
  void aNamespaceIsSelectedAsLongAsAnythingIsKnownToBeInIt() {
    put(POLICY);
    assertThat(edges("allows-from")).isEmpty();

    put("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: mon}}");
    put("{apiVersion: v1, kind: Pod, metadata: {name: b, namespace: mon}}");
    assertThat(edges("allows-from")).containsExactly(EDGE + " missing optional" + PLACE);

    put("{apiVersion: v1, kind: Namespace, metadata: {name: mon}}");
    assertThat(edges("allows-from")).containsExactly(EDGE + PLACE);

    gone("Namespace/mon");
    gone("Pod/mon/a");
    assertThat(edges("allows-from")).containsExactly(EDGE + " missing optional" + PLACE);

    gone("Pod/mon/b");
    assertThat(edges("allows-from")).isEmpty();
  }

  @Test
  void whereNamespacesMayNotBeReadNobodySaysThatTheyAreMissing() {
    put(POLICY);
    put("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: mon}}");
    engine.apply(
        List.of(
            new Change.Known(
                new KindState(Kind.core("Namespace"), "", KindState.Knowledge.FORBIDDEN, ""))));
    assertThat(edges("allows-from")).containsExactly(EDGE + " unknown optional" + PLACE);
  }

  @Test
  void namespacesKnownByTheirObjectsAreCountedLikeOthers() {
    put(POLICY);
    for (int at = 0; at < 200; at++) {
      put("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: n" + at + "}}");
    }
    assertThat(edges("allows-from")).hasSize(200);

    put("{apiVersion: v1, kind: Namespace, metadata: {name: real}}");
    assertThat(edges("allows-from"))
        .singleElement()
        .asString()
        .contains("allows-from Selection/Namespace@:kubernetes.io%2Fmetadata.name!=shop");

    gone("ConfigMap/n7/a");
    assertThat(edges("allows-from")).hasSize(200).noneMatch(edge -> edge.contains("Namespace/n7 "));
  }

  @Test
  void aDefaultSaysWhereItIsDeclared() {
    String storageClass =
        "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a, annotations: {%s:"
            + " \"true\"}}, provisioner: x}";
    put(
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: shop}, spec:"
            + " {}}");
    put(storageClass.formatted("storageclass.beta.kubernetes.io/is-default-class"));
    assertThat(edges("class-of"))
        .containsExactly(
            "PersistentVolumeClaim/shop/c class-of StorageClass.storage.k8s.io/a ->"
                + " metadata.annotations[\"storageclass.beta.kubernetes.io/is-default-class\"]=true");

    put(storageClass.formatted("storageclass.kubernetes.io/is-default-class"));
    assertThat(edges("class-of"))
        .containsExactly(
            "PersistentVolumeClaim/shop/c class-of StorageClass.storage.k8s.io/a ->"
                + " metadata.annotations[\"storageclass.kubernetes.io/is-default-class\"]=true");
  }
}
