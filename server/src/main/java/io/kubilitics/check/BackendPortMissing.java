package io.kubilitics.check;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.ServicePort;
import java.util.List;
import java.util.Set;

/// An Ingress or a route of the Gateway API names a port that its Service does not have.
final class BackendPortMissing implements Check {
  @Override
  public Code code() {
    return Code.KUB013;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(
        Kinds.INGRESS,
        route("HTTPRoute"),
        route("GRPCRoute"),
        route("TLSRoute"),
        route("TCPRoute"),
        route("UDPRoute"));
  }

  private static Kind route(String name) {
    return new Kind("gateway.networking.k8s.io", name);
  }

  @Override
  public void check(Subject subject, Report report) {
    for (Fact fact : subject.resource().facts()) {
      if (fact instanceof Fact.Names names
          && names.relation().name().equals("routes")
          && names.presence() == Presence.REQUIRED
          && names.target().kind().equals(Kinds.SERVICE)
          && !names.evidence().key().isEmpty()) {
        check(subject, names, report);
      }
    }
  }

  private void check(Subject subject, Fact.Names names, Report report) {
    Subject service = subject.world().subject(names.target());
    List<ServicePort> ports =
        service == null ? List.of() : ServicePort.of(service.resource().features());
    String wanted = names.evidence().key();
    if (ports.isEmpty() || ports.stream().anyMatch(port -> port.isCalled(wanted))) {
      return;
    }
    List<String> others =
        ports.stream()
            .map(port -> port.name().isEmpty() ? port.port() : port.port() + " " + port.name())
            .toList();
    report.add(
        subject.finding(
            code(),
            Level.ERROR,
            names.evidence().path(),
            Names.of(names.target())
                + " has no port "
                + wanted
                + "; it has "
                + Names.list(others)
                + ".",
            names.target()));
  }
}
