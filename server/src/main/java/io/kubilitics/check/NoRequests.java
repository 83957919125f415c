package io.kubilitics.check;

import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.List;
import java.util.Set;

/// A container that requests no CPU or no memory, and gets none by default.
final class NoRequests implements Check {
  @Override
  public Code code() {
    return Code.KUB021;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    if (subject.hasOwner()) {
      return;
    }
    List<ContainerOutline> lacking =
        Requests.lasting(subject).stream()
            .filter(container -> !container.requestsCpu() || !container.requestsMemory())
            .toList();
    if (lacking.isEmpty() || Requests.mayBeFilledIn(subject)) {
      return;
    }
    for (ContainerOutline container : lacking) {
      report.add(
          subject.finding(
              code(),
              Level.INFO,
              container.path() + ".resources.requests",
              "The container requests no "
                  + (container.requestsCpu()
                      ? "memory."
                      : container.requestsMemory() ? "CPU." : "CPU and no memory.")));
    }
  }
}
