package io.kubilitics.source.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes Services and what is made from them.
final class ServiceBodies {
  private static final int HTTP = 80;

  private ServiceBodies() {}

  /// @param address `None` for a headless one
  static Map<String, Object> service(Part part, App app, String address) {
    return serviceOf(
        part,
        app.labels(),
        app.selector(),
        address,
        Tree.list(
            port("http", HTTP, "http"),
            app.spec().has(AppSpec.Feature.MONITORED) ? port("metrics", 9464, "metrics") : null));
  }

  static Map<String, Object> serviceOf(
      Part part,
      Map<String, Object> labels,
      @Nullable Map<String, Object> selector,
      String address,
      List<Object> ports) {
    return part.draft()
        .labels(labels)
        .with(
            "spec",
            Tree.of(
                "ports",
                ports,
                "selector",
                selector,
                "clusterIP",
                address,
                "clusterIPs",
                Tree.list(address),
                "type",
                "ClusterIP",
                "sessionAffinity",
                "None",
                "ipFamilies",
                Tree.list("IPv4"),
                "ipFamilyPolicy",
                "SingleStack",
                "internalTrafficPolicy",
                "Cluster"),
            "status",
            Tree.of("loadBalancer", Tree.of()));
  }

  static Map<String, Object> port(String name, int port, Object target) {
    return Tree.of("name", name, "protocol", "TCP", "port", port, "targetPort", target);
  }

  static Map<String, Object> slice(Part part, Part service, App app, List<Pod> pods) {
    List<Object> endpoints = Tree.list();
    for (Pod pod : pods) {
      Node node = pod.node();
      if (pod.isEndpoint() && node != null) {
        endpoints.add(endpoint(pod, node));
      }
    }
    return sliceOf(part, service, endpoints, ports(app));
  }

  private static Map<String, Object> endpoint(Pod pod, Node node) {
    boolean ready = pod.isReady();
    return Tree.of(
        "addresses",
        Tree.list(pod.address()),
        "conditions",
        Tree.of("ready", ready, "serving", ready, "terminating", false),
        "nodeName",
        node.name(),
        "targetRef",
        pod.identity().asTarget(),
        "zone",
        node.zone());
  }

  static Map<String, Object> sliceOf(
      Part part, Part service, List<Object> endpoints, List<Object> ports) {
    return part.draft()
        .generateName(service.name() + "-")
        .label("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
        .label("kubernetes.io/service-name", service.name())
        .owner(service.identity().asController())
        .with("addressType", "IPv4", "endpoints", endpoints, "ports", ports);
  }

  private static List<Object> ports(App app) {
    return Tree.list(
        Tree.of("name", "http", "protocol", "TCP", "port", app.profile().port()),
        app.spec().has(AppSpec.Feature.MONITORED)
            ? Tree.of("name", "metrics", "protocol", "TCP", "port", 9464)
            : null);
  }

  static Map<String, Object> endpoints(Part part, App app, List<Pod> pods) {
    List<Object> ready = Tree.list();
    List<Object> notReady = Tree.list();
    for (Pod pod : pods) {
      Node node = pod.node();
      if (pod.isEndpoint() && node != null) {
        (pod.isReady() ? ready : notReady)
            .add(
                Tree.of(
                    "ip",
                    pod.address(),
                    "nodeName",
                    node.name(),
                    "targetRef",
                    pod.identity().asTarget()));
      }
    }
    boolean any = !ready.isEmpty() || !notReady.isEmpty();
    return part.draft()
        .labels(app.labels())
        .label("endpoints.kubernetes.io/managed-by", "endpoint-controller")
        .with(
            "subsets",
            any
                ? Tree.list(
                    Tree.of(
                        "addresses",
                        Tree.orNothing(ready),
                        "notReadyAddresses",
                        Tree.orNothing(notReady),
                        "ports",
                        ports(app)))
                : null);
  }
}
