package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final String CONFIG =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: labelled, namespace: "~all", labels: {app: "~rest"}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: bare, namespace: shop}
      """;

  @Test
  void aLabelOrNamespaceThatLooksLikeAKeyOfOursIsOnlyAName() {
    assertThat(titles(Arrangement.APP)).containsExactlyInAnyOrder("~rest", "Without an app label");
    assertThat(titles(Arrangement.NAMESPACE)).containsExactlyInAnyOrder("~all", "shop");
    assertThat(titles(Arrangement.NONE)).containsExactly("All namespaces");
  }

  private static List<String> titles(Arrangement arrangement) {
    try (BlockLayouts blocks = new BlockLayouts(1)) {
      Plan plan =
          Layout.fresh(
              arrangement, Manifests.topology(CONFIG).network(Viewer.EVERYTHING), 1, blocks);
      return plan.frames().stream().map(FramePlan::title).toList();
    }
  }
}
