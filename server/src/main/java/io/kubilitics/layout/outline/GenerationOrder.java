package io.kubilitics.layout.outline;

import io.kubilitics.model.Resource;
import io.kubilitics.topology.Node;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The order of what a workload made one after the other: by revision where there is one, then by
/// time, newest first.
final class GenerationOrder {
  private static final String REVISION = "revision";

  static final Comparator<Node> NEWEST_FIRST =
      Comparator.comparingLong(GenerationOrder::revision)
          .thenComparing(GenerationOrder::createdAt)
          .reversed()
          .thenComparing(Node::id, FixedOrder.BY_NAME);

  private GenerationOrder() {}

  private static long revision(Node node) {
    String text = node instanceof Node.Present present ? feature(present.resource()) : null;
    if (text == null || text.isEmpty() || text.length() > 18) {
      return -1;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(text) : -1;
  }

  private static @Nullable String feature(Resource resource) {
    return resource.features().get(REVISION);
  }

  private static Instant createdAt(Node node) {
    return node instanceof Node.Present present
        ? present.resource().createdAt().orElse(Instant.MIN)
        : Instant.MIN;
  }
}
