package io.kubilitics.source.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Objects that stand alone in the hand-written part of the company: the faults of [PlantedFault]
/// that are no app's, and what the control plane itself needs.
final class Planted {
  private static final long DAY = 86_400;
  private static final int API_PORT = 6443;

  private Planted() {}

  /// The Service through which Pods reach the API server. Its endpoint is no Pod.
  static List<Part> apiServer(Births births) {
    Map<String, Object> labels = Tree.of("component", "apiserver", "provider", "kubernetes");
    List<Object> ports = Tree.list(Tree.of("name", "https", "protocol", "TCP", "port", API_PORT));
    Part service =
        part(
            births,
            Api.SERVICE,
            "default",
            "kubernetes",
            part ->
                ServiceBodies.serviceOf(
                    part,
                    labels,
                    null,
                    "10.96.0.1",
                    Tree.list(ServiceBodies.port("https", 443, API_PORT))));
    return List.of(
        service,
        part(
            births,
            Api.ENDPOINT_SLICE,
            "default",
            "kubernetes",
            part ->
                part.draft()
                    .label("kubernetes.io/service-name", "kubernetes")
                    .with(
                        "addressType",
                        "IPv4",
                        "endpoints",
                        Tree.list(
                            Tree.of(
                                "addresses",
                                Tree.list("10.0.255.10"),
                                "conditions",
                                Tree.of("ready", true))),
                        "ports",
                        ports)));
  }

  static List<Part> storageSecret(Births births) {
    return List.of(
        part(
            births,
            Api.SECRET,
            "kube-system",
            "ceph-provisioner",
            part ->
                part.draft()
                    .with(
                        "data",
                        Tree.of(
                            "userID",
                            ConfigBodies.base64("provisioner"),
                            "userKey",
                            ConfigBodies.base64(Dice.of(births.seed(), "ceph").letters(32))),
                        "type",
                        "Opaque")));
  }

  static List<Part> inShop(Births births) {
    List<Part> all = new ArrayList<>();
    all.add(
        part(
            births,
            Api.INGRESS,
            "shop",
            "shop",
            part ->
                EdgeBodies.ingress(
                    part,
                    Tree.of("app.kubernetes.io/part-of", "storefront"),
                    "shop.example.com",
                    null,
                    Tree.list(
                        EdgeBodies.path("/", "web"),
                        EdgeBodies.path("/cart", "cart"),
                        EdgeBodies.path("/search", "search"),
                        EdgeBodies.path("/vouchers", "vouchers")))));
    Map<String, Object> nobody = Tree.of("app", "checkout", "generation", "one");
    Part legacy =
        part(
            births,
            Api.SERVICE,
            "shop",
            "legacy-checkout",
            part ->
                ServiceBodies.serviceOf(
                    part,
                    Tree.of("app", "checkout"),
                    nobody,
                    "10.96.0.11",
                    Tree.list(ServiceBodies.port("http", 80, 8080))));
    all.add(legacy);
    all.add(
        part(
            births,
            Api.ENDPOINT_SLICE,
            "shop",
            "legacy-checkout-7xk2d",
            part -> ServiceBodies.sliceOf(part, legacy, Tree.list(), Tree.list())));
    Identity gone =
        births.old(Api.PERSISTENT_VOLUME_CLAIM, "shop", "orders-archive", births.now() - 400 * DAY);
    all.add(Volumes.released(births, "orders-archive", gone, births.now() - 400 * DAY + 4));
    return all;
  }

  static List<Part> atTheEdge(Births births) {
    return List.of(
        part(
            births,
            Api.GATEWAY,
            EdgeBodies.GATEWAY_NAMESPACE,
            EdgeBodies.GATEWAY,
            EdgeBodies::gateway),
        route(births, "beta-search", "beta.example.com", "search", false));
  }

  /// The route that is allowed, and what allows it.
  static List<Part> granted(Births births, List<Part> kinds) {
    List<Part> all = new ArrayList<>(kinds);
    all.add(
        part(
            births,
            Api.REFERENCE_GRANT,
            "shop",
            "web-from-edge",
            part -> EdgeBodies.grant(part, EdgeBodies.GATEWAY_NAMESPACE, "web")));
    all.add(route(births, "www", "www.example.com", "web", true));
    return all;
  }

  private static Part route(
      Births births, String name, String host, String service, boolean granted) {
    return part(
        births,
        Api.HTTP_ROUTE,
        EdgeBodies.GATEWAY_NAMESPACE,
        name,
        part -> EdgeBodies.route(part, host, service, "shop", granted));
  }

  private static Part part(
      Births births, Api api, String namespace, String name, Part.Writer writer) {
    return new Part(births.old(api, namespace, name, births.now() - 300 * DAY), writer);
  }
}
