package io.kubilitics.check;

import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.Kind;
import java.util.List;

/// What the containers of an object request.
final class Requests {
  private static final Kind LIMIT_RANGE = Kind.core("LimitRange");
  private static final String INIT = ".initContainers[";

  private Requests() {}

  /// The containers that run all the time.
  static List<ContainerOutline> lasting(Subject subject) {
    return ContainerOutline.of(subject.resource().features()).stream()
        .filter(container -> !container.path().contains(INIT))
        .toList();
  }

  /// Whether a LimitRange of the namespace may fill in what is not said.
  static boolean mayBeFilledIn(Subject subject) {
    return subject.world().namespacesWith(LIMIT_RANGE).contains(subject.id().namespace());
  }
}
