package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Services, endpoints, Ingresses.
class TrafficTest {
  private static Extracted of(String apiVersion, String kind, String rest) {
    return Extracted.yaml(
        "apiVersion: %s\nkind: %s\nmetadata: {name: web, namespace: shop}\n%s"
            .formatted(apiVersion, kind, rest));
  }

  @Test
  void aServiceSelectsPodsOfItsNamespace() {
    assertThat(of("v1", "Service", "spec: {selector: {tier: web, app: cart}}").facts())
        .containsExactly("selects Pod in shop app=cart,tier=web @ spec.selector=app=cart,tier=web");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {}",
        "spec: {selector: {}}",
        "spec: {selector: null}",
        "spec: {selector: [a]}",
        ""
      })
  void aServiceWithoutSelectorSelectsNothing(String spec) {
    assertThat(of("v1", "Service", spec).facts()).isEmpty();
  }

  @Test
  void anExternalServiceIsAHost() {
    assertThat(
            of(
                    "v1",
                    "Service",
                    "spec: {type: ExternalName, externalName: db.example.com, selector: {a: b}}")
                .facts())
        .containsExactly("selects Host/db.example.com @ spec.externalName=db.example.com");
  }

  @Test
  void aSliceBacksItsServiceAndTargetsWhatItsEndpointsAre() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: discovery.k8s.io/v1
                    kind: EndpointSlice
                    metadata:
                      name: web-x1
                      namespace: shop
                      labels: {kubernetes.io/service-name: web}
                    endpoints:
                      - addresses: [10.0.0.1]
                        targetRef: {kind: Pod, name: web-1, namespace: shop, uid: u1}
                      - addresses: [10.0.0.2, 10.0.0.3]
                      - addresses: [10.0.0.4]
                        targetRef: {kind: Node, name: n1}
                      - targetRef: {kind: Pod}
                      - {}
                    """)
                .facts())
        .containsExactly(
            "backs Service/shop/web required rank Service/shop/web 0"
                + " @ metadata.labels[\"kubernetes.io/service-name\"]=web",
            "targets Pod/shop/web-1 required uid u1 rank Service/shop/web 0"
                + " @ endpoints[0].targetRef=web-1",
            "targets Host/10.0.0.2 rank Service/shop/web 0 @ endpoints[1].addresses[0]=10.0.0.2",
            "targets Host/10.0.0.3 rank Service/shop/web 0 @ endpoints[1].addresses[1]=10.0.0.3",
            "targets Node/n1 required rank Service/shop/web 0 @ endpoints[2].targetRef=n1");
  }

  @Test
  void aSliceOfNoServiceOnlyTargets() {
    assertThat(
            of("discovery.k8s.io/v1", "EndpointSlice", "endpoints: [{addresses: [10.0.0.1]}]")
                .facts())
        .containsExactly("targets Host/10.0.0.1 @ endpoints[0].addresses[0]=10.0.0.1");
  }

  @Test
  void endpointsSpeakForTheServiceOfTheirNameAsAFallback() {
    assertThat(
            of(
                    "v1",
                    "Endpoints",
                    """
                    subsets:
                      - addresses: [{ip: 10.0.0.1, targetRef: {kind: Pod, name: web-1, uid: u1}}]
                        notReadyAddresses: [{ip: 10.0.0.2}]
                    """)
                .facts())
        .containsExactly(
            "backs Service/shop/web if_exists rank Service/shop/web 1 @ metadata.name=web",
            "targets Pod/shop/web-1 required uid u1 rank Service/shop/web 1"
                + " @ subsets[0].addresses[0].targetRef=web-1",
            "targets Host/10.0.0.2 rank Service/shop/web 1"
                + " @ subsets[0].notReadyAddresses[0]=10.0.0.2 (not ready)");
  }

  @Test
  void anIngressRoutesToServicesAndAnythingElse() {
    assertThat(
            of(
                    "networking.k8s.io/v1",
                    "Ingress",
                    """
                    spec:
                      ingressClassName: nginx
                      defaultBackend: {service: {name: main, port: {number: 80}}}
                      tls: [{hosts: [a], secretName: cert}, {hosts: [b]}]
                      rules:
                        - http:
                            paths:
                              - {backend: {service: {name: cart, port: {name: http}}}}
                              - {backend: {resource: {apiGroup: k8s.example.com, kind: Bucket, name: b}}}
                              - {backend: {}}
                        - host: a
                    """)
                .facts())
        .containsExactly(
            "routes Service/shop/main required @ spec.defaultBackend.service=main#80",
            "routes Service/shop/cart required"
                + " @ spec.rules[0].http.paths[0].backend.service=cart#http",
            "routes Bucket.k8s.example.com/shop/b if_exists"
                + " @ spec.rules[0].http.paths[1].backend.resource=b",
            "routes Bucket.k8s.example.com/b if_exists"
                + " @ spec.rules[0].http.paths[1].backend.resource=b",
            "terminates-tls-with Secret/shop/cert required @ spec.tls[0].secretName=cert",
            "class-of IngressClass.networking.k8s.io/nginx required"
                + " @ spec.ingressClassName=nginx");
  }

  @Test
  void anIngressOfAnOldVersionRoutesToo() {
    assertThat(
            of(
                    "extensions/v1beta1",
                    "Ingress",
                    """
                    spec:
                      backend: {serviceName: main, servicePort: 80}
                      rules: [{http: {paths: [{backend: {serviceName: cart, servicePort: http}}]}}]
                    """)
                .facts("routes"))
        .containsExactly(
            "routes Service/shop/main required @ spec.backend=main#80",
            "routes Service/shop/cart required @ spec.rules[0].http.paths[0].backend=cart#http");
  }

  @Test
  void anIngressWithoutAClassGetsTheDefaultOneAndAnAnnotationIsAHint() {
    assertThat(of("networking.k8s.io/v1", "Ingress", "spec: {}").facts())
        .containsExactly(
            "class-of IngressClass.networking.k8s.io in cluster %default=true newest"
                + " @ spec.ingressClassName=");
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: networking.k8s.io/v1
                    kind: Ingress
                    metadata: {name: a, annotations: {kubernetes.io/ingress.class: nginx}}
                    """)
                .facts())
        .containsExactly(
            "class-of IngressClass.networking.k8s.io/nginx if_exists"
                + " @ metadata.annotations[\"kubernetes.io/ingress.class\"]=nginx");
  }

  @ParameterizedTest
  @CsvSource({
    "networking.k8s.io/v1, IngressClass, ingressclass.kubernetes.io/is-default-class, true, true",
    "networking.k8s.io/v1, IngressClass, ingressclass.kubernetes.io/is-default-class, false, false",
    "networking.k8s.io/v1, IngressClass, storageclass.kubernetes.io/is-default-class, true, false",
    "storage.k8s.io/v1, StorageClass, storageclass.kubernetes.io/is-default-class, true, true",
    "storage.k8s.io/v1, StorageClass, storageclass.beta.kubernetes.io/is-default-class, true, true"
  })
  void aDefaultClassOffersItself(
      String apiVersion, String kind, String annotation, String value, boolean offers) {
    List<String> facts =
        Extracted.yaml(
                "apiVersion: %s\nkind: %s\nmetadata: {name: a, annotations: {%s: \"%s\"}}"
                    .formatted(apiVersion, kind, annotation, value))
            .facts("offers");

    assertThat(facts)
        .isEqualTo(
            offers
                ? List.of(
                    "offers %s.%s {%%default=true} @ metadata.annotations[\"%s\"]=true"
                        .formatted(kind, apiVersion.replace("/v1", ""), annotation))
                : List.of());
  }

  @Test
  void aStatefulSetHasItsHeadlessService() {
    assertThat(of("apps/v1", "StatefulSet", "spec: {serviceName: peers}").facts())
        .containsExactly("headless-of Service/shop/peers required @ spec.serviceName=peers");
  }

  @Test
  void aWebhookCallsAServiceOrAHost() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: admissionregistration.k8s.io/v1
                    kind: ValidatingWebhookConfiguration
                    metadata: {name: a}
                    webhooks:
                      - clientConfig: {service: {name: hook, namespace: sys, port: 443}}
                        namespaceSelector: {matchLabels: {a: b}}
                      - clientConfig: {url: "https://me@Hooks.example.com:8443/x"}
                      - clientConfig: {service: {name: hook}}
                    """)
                .facts("calls-webhook"))
        .containsExactly(
            "calls-webhook Service/sys/hook required @ webhooks[0].clientConfig.service=hook#443",
            "calls-webhook Host/hooks.example.com"
                + " @ webhooks[1].clientConfig.url=hooks.example.com");
  }

  @Test
  void aWebhookInterceptsTheNamespacesItsSelectorMatches() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: admissionregistration.k8s.io/v1
                    kind: MutatingWebhookConfiguration
                    metadata: {name: a}
                    webhooks:
                      - {name: w0, namespaceSelector: {matchLabels: {a: b}}}
                      - {name: w1, namespaceSelector: {}}
                      - {name: w2}
                      - {name: w3, namespaceSelector: {matchLabels: [a]}}
                    """)
                .facts("intercepts"))
        .containsExactly(
            "intercepts Namespace in cluster a=b @ webhooks[0].namespaceSelector=a=b",
            "intercepts Namespace-set/all @ webhooks[1].namespaceSelector=*",
            "intercepts Namespace-set/all @ webhooks[2]=all");
  }
}
