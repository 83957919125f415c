package io.kubilitics.source.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes how the outside reaches the company: Ingresses, Gateway, routes, grants.
final class EdgeBodies {
  static final String GATEWAY_NAMESPACE = "edge";
  static final String GATEWAY = "public";
  static final String CONTROLLER = "gateway.envoyproxy.io/gatewayclass-controller";

  private static final String DOMAIN = ".example.com";
  private static final int HTTP = 80;

  private EdgeBodies() {}

  static String host(App app) {
    return app.name() + "." + app.spec().namespace() + DOMAIN;
  }

  static Map<String, Object> ingress(
      Part part,
      Map<String, Object> labels,
      String host,
      @Nullable String secret,
      List<Object> paths) {
    return part.draft()
        .labels(labels)
        .generation(1)
        .with(
            "spec",
            Tree.of(
                "ingressClassName",
                "nginx",
                "tls",
                secret == null
                    ? null
                    : Tree.list(Tree.of("hosts", Tree.list(host), "secretName", secret)),
                "rules",
                Tree.list(Tree.of("host", host, "http", Tree.of("paths", paths)))),
            "status",
            Tree.of("loadBalancer", Tree.of("ingress", Tree.list(Tree.of("ip", "203.0.113.10")))));
  }

  static Map<String, Object> path(String path, String service) {
    return Tree.of(
        "path",
        path,
        "pathType",
        "Prefix",
        "backend",
        Tree.of("service", Tree.of("name", service, "port", Tree.of("number", HTTP))));
  }

  static Map<String, Object> gateway(Part part) {
    return part.draft()
        .generation(1)
        .with(
            "spec",
            Tree.of(
                "gatewayClassName",
                "envoy",
                "listeners",
                Tree.list(
                    Tree.of(
                        "name",
                        "http",
                        "port",
                        HTTP,
                        "protocol",
                        "HTTP",
                        "allowedRoutes",
                        Tree.of(
                            "namespaces",
                            Tree.of(
                                "from",
                                "Selector",
                                "selector",
                                Tree.matching(Tree.of(Space.GATEWAY_LABEL, "true"))))))),
            "status",
            Tree.of(
                "addresses",
                Tree.list(Tree.of("type", "IPAddress", "value", "203.0.113.20")),
                "conditions",
                conditions(part, "Accepted", "Programmed")));
  }

  /// @param namespace of the Service, null for the route's own
  /// @param granted whether the Service's namespace lets it in
  static Map<String, Object> route(
      Part part, String host, String service, @Nullable String namespace, boolean granted) {
    Map<String, Object> parent = Tree.of("name", GATEWAY, "namespace", GATEWAY_NAMESPACE);
    long since = part.identity().createdAt();
    return part.draft()
        .generation(1)
        .with(
            "spec",
            Tree.of(
                "parentRefs",
                Tree.list(parent),
                "hostnames",
                Tree.list(host),
                "rules",
                Tree.list(
                    Tree.of(
                        "matches",
                        Tree.list(Tree.of("path", Tree.of("type", "PathPrefix", "value", "/"))),
                        "backendRefs",
                        Tree.list(
                            Tree.of("name", service, "namespace", namespace, "port", HTTP))))),
            "status",
            Tree.of(
                "parents",
                Tree.list(
                    Tree.of(
                        "parentRef",
                        parent,
                        "controllerName",
                        CONTROLLER,
                        "conditions",
                        Tree.list(
                            Tree.observed("Accepted", true, "Accepted", "", 1, since),
                            Tree.observed(
                                "ResolvedRefs",
                                granted,
                                granted ? "ResolvedRefs" : "RefNotPermitted",
                                granted
                                    ? ""
                                    : "Backend ref to Service "
                                        + namespace
                                        + "/"
                                        + service
                                        + " not permitted by any ReferenceGrant",
                                1,
                                since))))));
  }

  private static List<Object> conditions(Part part, String... types) {
    List<Object> all = Tree.list();
    for (String type : types) {
      all.add(Tree.observed(type, true, type, "", 1, part.identity().createdAt()));
    }
    return all;
  }

  static Map<String, Object> gatewayClass(Part part) {
    return part.draft()
        .generation(1)
        .with(
            "spec",
            Tree.of("controllerName", CONTROLLER),
            "status",
            Tree.of("conditions", conditions(part, "Accepted")));
  }

  static Map<String, Object> grant(Part part, String fromNamespace, String service) {
    return part.draft()
        .generation(1)
        .with(
            "spec",
            Tree.of(
                "from",
                Tree.list(
                    Tree.of(
                        "group",
                        Api.HTTP_ROUTE.kind().group(),
                        "kind",
                        "HTTPRoute",
                        "namespace",
                        fromNamespace)),
                "to",
                Tree.list(Tree.of("group", "", "kind", "Service", "name", service))));
  }
}
