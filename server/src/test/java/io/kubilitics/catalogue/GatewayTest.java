package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The Gateway API: references, and what must permit them.
class GatewayTest {
  private static Extracted of(String kind, String spec) {
    return Extracted.yaml(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: %s
        metadata: {name: web, namespace: shop}
        spec:
        """
                .formatted(kind)
            + spec.indent(2));
  }

  @Test
  void aRouteAttachesToItsParentsWhereTheyAdmitIt() {
    assertThat(
            of(
                    "HTTPRoute",
                    """
                    parentRefs:
                      - {name: gw}
                      - {name: gw, namespace: infra, sectionName: https}
                      - {name: gw, port: 443}
                      - {name: cart, group: "", kind: Service}
                      - {namespace: infra}
                    """)
                .facts())
        .containsExactly(
            "attaches-to Gateway.gateway.networking.k8s.io/shop/gw required permit Gateway/"
                + " @ spec.parentRefs[0]=gw",
            "attaches-to Gateway.gateway.networking.k8s.io/infra/gw required permit Gateway/https"
                + " @ spec.parentRefs[1]=gw#https",
            "attaches-to Gateway.gateway.networking.k8s.io/shop/gw required permit Gateway/:443"
                + " @ spec.parentRefs[2]=gw#443",
            "attaches-to Service/shop/cart required @ spec.parentRefs[3]=cart");
  }

  @Test
  void aBackendInAnotherNamespaceNeedsAGrant() {
    assertThat(
            of(
                    "HTTPRoute",
                    """
                    rules:
                      - backendRefs: [{name: cart, port: 80}, {name: pay, namespace: money}]
                        filters:
                          - {requestMirror: {backendRef: {name: mirror, namespace: shop}}}
                          - {extensionRef: {group: example.com, kind: Filter, name: f}}
                    """)
                .facts())
        .containsExactly(
            "routes Service/shop/cart required @ spec.rules[0].backendRefs[0]=cart#80",
            "routes Service/money/pay required permit ReferenceGrant/"
                + " @ spec.rules[0].backendRefs[1]=pay",
            "routes Service/shop/mirror required"
                + " @ spec.rules[0].filters[0].requestMirror.backendRef=mirror",
            "routes Filter.example.com/shop/f if_exists"
                + " @ spec.rules[0].filters[1].extensionRef=f",
            "routes Filter.example.com/f if_exists @ spec.rules[0].filters[1].extensionRef=f");
  }

  @Test
  void whatIsInNoNamespaceNeedsNoGrant() {
    assertThat(
            of(
                    "HTTPRoute",
                    """
                    rules: [{backendRefs: [{name: b, group: example.com, kind: Bucket}]}]
                    """)
                .facts())
        .containsExactly(
            "routes Bucket.example.com/shop/b if_exists @ spec.rules[0].backendRefs[0]=b",
            "routes Bucket.example.com/b if_exists @ spec.rules[0].backendRefs[0]=b");
  }

  @Test
  void aGrantPermitsEachPairOfFromAndTo() {
    assertThat(
            of(
                    "ReferenceGrant",
                    """
                    from:
                      - {group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: a}
                      - {group: gateway.networking.k8s.io, kind: Gateway, namespace: b}
                      - {group: gateway.networking.k8s.io, kind: Gateway}
                    to:
                      - {group: "", kind: Service}
                      - {group: "", kind: Secret, name: cert}
                    """)
                .facts())
        .containsExactly(
            "permits HTTPRoute.gateway.networking.k8s.io in a to Service// @ spec.from[0]=a",
            "permits HTTPRoute.gateway.networking.k8s.io in a to Secret/cert/ @ spec.from[0]=a",
            "permits Gateway.gateway.networking.k8s.io in b to Service// @ spec.from[1]=b",
            "permits Gateway.gateway.networking.k8s.io in b to Secret/cert/ @ spec.from[1]=b");
  }

  @Test
  void aGatewayAdmitsRoutesByListener() {
    assertThat(
            of(
                    "Gateway",
                    """
                    gatewayClassName: big
                    listeners:
                      - {name: same, protocol: HTTP}
                      - name: all
                        protocol: TLS
                        tls: {certificateRefs: [{name: c1}, {name: c2, namespace: certs}]}
                        allowedRoutes: {namespaces: {from: All}, kinds: [{kind: TLSRoute}]}
                      - name: some
                        protocol: UDP
                        allowedRoutes:
                          namespaces: {from: Selector, selector: {matchLabels: {team: a}}}
                      - name: none
                        protocol: HTTP
                        allowedRoutes: {namespaces: {from: None}}
                      - name: broken
                        protocol: HTTP
                        allowedRoutes: {namespaces: {from: Selector}}
                    """)
                .facts())
        .containsExactlyInAnyOrder(
            "class-of GatewayClass.gateway.networking.k8s.io/big required"
                + " @ spec.gatewayClassName=big",
            "terminates-tls-with Secret/shop/c1 required"
                + " @ spec.listeners[1].tls.certificateRefs[0]=c1",
            "terminates-tls-with Secret/certs/c2 required permit ReferenceGrant/"
                + " @ spec.listeners[1].tls.certificateRefs[1]=c2",
            "permits HTTPRoute.gateway.networking.k8s.io in shop"
                + " to Gateway.gateway.networking.k8s.io/web/same @ spec.listeners[0]=same",
            "permits GRPCRoute.gateway.networking.k8s.io in shop"
                + " to Gateway.gateway.networking.k8s.io/web/same @ spec.listeners[0]=same",
            "permits TLSRoute.gateway.networking.k8s.io everywhere"
                + " to Gateway.gateway.networking.k8s.io/web/all @ spec.listeners[1]=all",
            "permits UDPRoute.gateway.networking.k8s.io in namespaces team=a"
                + " to Gateway.gateway.networking.k8s.io/web/some @ spec.listeners[2]=some");
  }
}
