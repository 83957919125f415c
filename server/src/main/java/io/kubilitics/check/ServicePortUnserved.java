package io.kubilitics.check;

import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.ContainerOutline.Port;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A port of a Service that leads nowhere in its Pods. A name must be declared by a container with
/// the same protocol, as the endpoints controller looks it up; a number need not be declared, but
/// when Pods declare their ports and it is none of them, it is suspicious.
final class ServicePortUnserved implements Check {
  @Override
  public Code code() {
    return Code.KUB011;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.SERVICE);
  }

  @Override
  public void check(Subject service, Report report) {
    boolean selects = service.resource().facts().stream().anyMatch(Fact.Selects.class::isInstance);
    List<Subject> members =
        selects
            ? service.targetObjects("selects").stream().filter(pod -> !pod.isPast()).toList()
            : List.of();
    if (members.isEmpty()) {
      return;
    }
    List<Port> declared = declared(members);
    List<ServicePort> ports = ServicePort.of(service.resource().features());
    for (int at = 0; at < ports.size(); at++) {
      check(service, at, ports.get(at), declared, report);
    }
  }

  private static List<Port> declared(List<Subject> members) {
    List<Port> ports = new ArrayList<>();
    for (Subject member : members) {
      ContainerOutline.of(member.resource().features())
          .forEach(container -> ports.addAll(container.ports()));
    }
    return ports;
  }

  /// The name, with the protocol when that is the difference.
  private static String named(Port declared, ServicePort wanted) {
    return declared.name().equals(wanted.target())
        ? declared.name() + " (" + declared.protocol() + ")"
        : declared.name();
  }

  private void check(
      Subject service, int index, ServicePort port, List<Port> declared, Report report) {
    boolean isNumber = Numbers.whole(port.target()) >= 0;
    boolean isServed =
        declared.stream()
            .anyMatch(each ->
                isNumber
                    ? port.target().equals(each.number())
                    : port.target().equals(each.name()) && port.protocol().equals(each.protocol()));
    if (isServed || (isNumber && declared.isEmpty())) {
      return;
    }
    List<String> others =
        declared.stream()
            .map(each -> isNumber || each.name().isEmpty() ? each.number() : named(each, port))
            .distinct()
            .sorted()
            .toList();
    report.add(
        service.finding(
            code(),
            isNumber ? Level.WARNING : Level.ERROR,
            "spec.ports[" + index + "].targetPort",
            "No container of its Pods has the "
                + port.protocol()
                + " port "
                + port.target()
                + (others.isEmpty()
                    ? "; they declare none."
                    : "; they have " + Names.list(others) + ".")));
  }
}
