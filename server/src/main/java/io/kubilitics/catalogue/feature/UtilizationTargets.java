package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The resources by whose utilization, as a share of what is requested, a HorizontalPodAutoscaler
/// scales. One that names no metric scales by the CPU.
final class UtilizationTargets implements ObjectText {
  private static final FieldPath METRICS = FieldPath.parse("spec.metrics[]");
  private static final FieldPath TYPE = FieldPath.parse("type");
  private static final FieldPath NAME = FieldPath.parse("resource.name");

  /// autoscaling/v2 and v2beta2, then v2beta1.
  private static final List<FieldPath> SHARES =
      List.of(
          FieldPath.parse("resource.target.averageUtilization"),
          FieldPath.parse("resource.targetAverageUtilization"));

  @Override
  public void keepIn(PathTrie trie) {
    trie.keep(METRICS.then(TYPE));
    trie.keep(METRICS.then(NAME));
    SHARES.forEach(share -> trie.keep(METRICS.then(share)));
  }

  @Override
  public @Nullable String of(KeptObject autoscaler) {
    TreeSet<String> resources = new TreeSet<>();
    boolean[] any = new boolean[1];
    autoscaler.walk(
        METRICS,
        metric -> {
          any[0] = true;
          String name = metric.scalar(NAME);
          if (name != null && hasShare(metric)) {
            resources.add(name);
          }
        });
    if (!any[0]) {
      resources.add("cpu");
    }
    return resources.isEmpty() ? null : String.join(",", resources);
  }

  private static boolean hasShare(KeptField metric) {
    return SHARES.stream().anyMatch(share -> metric.scalar(share) != null);
  }
}
