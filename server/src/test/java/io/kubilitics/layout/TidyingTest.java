package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Network;
import org.junit.jupiter.api.Test;

/// When a map is arranged anew of its own accord.
class TidyingTest {
  @Test
  void oneNamespaceThatBecameEmptierIsNoReasonToMoveEverything() {
    assertThat(worthTidying(12, 20, 2, 20)).isFalse();
  }

  @Test
  void aMapThatIsMostlyEmptyIsOne() {
    assertThat(worthTidying(12, 20, 2, 0)).isTrue();
  }

  /// @param before apps in one namespace
  /// @param others namespaces beside it, of as many apps
  private static boolean worthTidying(int before, int others, int after, int othersAfter) {
    try (BlockLayouts blocks = new BlockLayouts(1)) {
      Layout layout = new Layout(Arrangement.NAMESPACE, blocks);
      layout.start(world(before, before, others), 1);
      assertThat(layout.isWorthTidying()).isFalse();
      layout.follow(world(after, before, othersAfter), 2, Touched.everything());
      return layout.isWorthTidying();
    }
  }

  private static Network world(int apps, int appsOfOthers, int others) {
    StringBuilder objects = new StringBuilder();
    add(objects, "shrinking", apps);
    for (int other = 0; other < others; other++) {
      add(objects, "other-" + other, appsOfOthers);
    }
    return Manifests.topology(objects.toString()).network(Viewer.EVERYTHING);
  }

  private static void add(StringBuilder objects, String namespace, int apps) {
    for (int app = 0; app < apps; app++) {
      objects.append(
          """
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: app-%d, namespace: %s}
          spec:
            selector: {matchLabels: {app: a}}
            template: {metadata: {labels: {app: b}}, spec: {containers: [{name: a, image: "a:1"}]}}
          """
              .formatted(app, namespace));
    }
  }
}
