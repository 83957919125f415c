package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A workload without Pods stands in for them with its template's labels: one whose status shows no
/// Pods, or that has no status because it was never in a cluster. Only the top workload does, not
/// what a controller made for it.
final class TemplateOffersPods implements Rule {
  private static final FieldPath CONTROLLERS =
      FieldPath.parse("metadata.ownerReferences[].controller");

  private final FieldPath template;
  private final FieldPath labels;

  /// Fields that show Pods when they are set and not 0; lists when they have elements.
  private final List<FieldPath> pods;

  TemplateOffersPods(FieldPath template, List<FieldPath> pods) {
    this.template = template;
    labels = template.then(FieldPath.parse("metadata.labels"));
    this.pods = pods;
  }

  @Override
  public List<FieldPath> reads() {
    List<FieldPath> reads = new ArrayList<>(pods);
    reads.add(labels);
    reads.add(CONTROLLERS);
    return reads;
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    if (object.first(template) == null || hasController(object) || hasPods(object)) {
      return;
    }
    Map<String, String> texts = object.texts(labels);
    found.accept(
        new Fact.Offers(
            new Evidence(labels.toString(), LabelSelector.matching(texts).toString()),
            Kinds.POD,
            Labels.of(texts),
            true));
  }

  private static boolean hasController(KeptObject object) {
    boolean[] has = new boolean[1];
    object.walk(CONTROLLERS, controller -> has[0] |= "true".equals(controller.scalar()));
    return has[0];
  }

  private boolean hasPods(KeptObject object) {
    boolean[] has = new boolean[1];
    for (FieldPath path : pods) {
      object.walk(path, field -> has[0] |= !"0".equals(field.scalar()));
    }
    return has[0];
  }
}
