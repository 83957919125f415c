package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Fact;
import java.util.List;
import java.util.function.Consumer;

/// Finds facts in one object: pure, immutable, used by any thread.
public interface Rule {
  /// Of one object no more are kept; nothing real comes near.
  int MOST_FACTS = 100_000;

  /// The paths it reads; everything below them is kept for it.
  List<FieldPath> reads();

  /// Hands on the facts of this object, always in the same order. A field that is not as expected
  /// gives fewer facts.
  void facts(KeptObject object, Consumer<Fact> found);
}
