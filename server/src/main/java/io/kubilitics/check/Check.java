package io.kubilitics.check;

import io.kubilitics.model.Kind;
import java.util.Set;

/// Looks for one thing that can be wrong. Pure, stateless, used by any thread.
interface Check {
  Code code();

  /// The kinds whose objects it looks at; empty for all.
  Set<Kind> kinds();

  /// Reports what is wrong with this object.
  void check(Subject subject, Report report);
}
