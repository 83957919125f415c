package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Fact;
import io.kubilitics.plugin.FactRule;
import java.util.List;
import java.util.function.Consumer;

/// A rule of code, ours or a plugin's, as the extractor runs it.
public final class CodedRule implements Rule {
  private final FactRule rule;
  private final List<FieldPath> reads;

  /// Takes over a rule.
  ///
  /// @throws IllegalArgumentException when a path it declares is none
  public CodedRule(FactRule rule) {
    this.rule = rule;
    reads = rule.reads().stream().sorted().map(FieldPath::parse).toList();
  }

  @Override
  public List<FieldPath> reads() {
    return reads;
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    // One more shows that there are too many, even when they have no end.
    rule.facts(object).limit(MOST_FACTS + 1L).forEach(found);
  }
}
