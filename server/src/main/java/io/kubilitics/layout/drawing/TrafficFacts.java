package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ServicePort;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.topology.Node;
import java.util.List;
import java.util.Map;

/// Of what traffic goes through: `Service :80 · 6/6`, `Ingress · 3 hosts`, `NetPol · 12 Pods`.
final class TrafficFacts {
  private static final Relation GOVERNS = new Relation("governs-network");
  private static final Kind POD = Kind.core("Pod");

  static final Map<Kind, FactText> ALL =
      Map.of(
          Kind.core("Service"),
          TrafficFacts::service,
          new Kind("networking.k8s.io", "Ingress"),
          subject -> hosts(subject, "Hosts"),
          new Kind("networking.k8s.io", "NetworkPolicy"),
          TrafficFacts::policy,
          new Kind("gateway.networking.k8s.io", "Gateway"),
          subject -> hosts(subject, "listeners"),
          new Kind("gateway.networking.k8s.io", "HTTPRoute"),
          TrafficFacts::route,
          new Kind("gateway.networking.k8s.io", "GRPCRoute"),
          TrafficFacts::route);

  private TrafficFacts() {}

  private static String service(Subject service) {
    String external = service.text("External-IP");
    if (service.text("Type").equals("ExternalName")) {
      return service.with(external);
    }
    String ready = ready(service);
    if (service.text("Cluster-IP").equals("None")) {
      return service.with(ready.isEmpty() ? "headless" : "headless, " + ready);
    }
    List<ServicePort> ports = ServicePort.of(service.resource().features());
    String first = ports.isEmpty() ? "" : Figures.number(ports.getFirst().port());
    String port = first.isEmpty() ? "" : " :" + first + (ports.size() > 1 ? " …" : "");
    return service.word() + port + (ready.isEmpty() ? "" : " · " + ready);
  }

  /// Ready endpoints of all: as its EndpointSlices say, or without them the Pods it selects.
  private static String ready(Subject service) {
    long all = 0;
    long unready = 0;
    for (Node node : service.sight().in(service.resource().id(), FarFacts.BACKS)) {
      if (node instanceof Node.Present present) {
        Subject slice = new Subject(present.resource(), service.sight());
        all += number(slice.number("endpoints"));
        unready += number(slice.number("unready"));
      }
    }
    if (all == 0) {
      for (Node node : service.sight().out(service.resource().id(), FarFacts.SELECTS)) {
        if (node.id().kind().equals(POD) && node instanceof Node.Present) {
          all++;
          unready += service.sight().look(node) == Look.HEALTHY ? 0 : 1;
        }
      }
    }
    return all == 0 ? "" : Math.max(0, all - unready) + "/" + all;
  }

  private static long number(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static String policy(Subject policy) {
    int governed = policy.countOut(GOVERNS);
    return governed == 0 ? policy.word() : policy.with(KindWords.counted(governed, "Pod"));
  }

  private static String route(Subject route) {
    return hosts(route, "Hostnames");
  }

  /// One by its name, several by their number.
  private static String hosts(Subject subject, String feature) {
    String names = subject.text(feature);
    if (names.isBlank() || names.equals("*")) {
      return subject.word();
    }
    long count = names.chars().filter(letter -> letter == ',').count() + 1;
    String what = feature.equals("listeners") ? " listeners" : " hosts";
    return subject.with(count == 1 ? names : count + what);
  }
}
