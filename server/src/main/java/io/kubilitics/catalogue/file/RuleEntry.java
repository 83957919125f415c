package io.kubilitics.catalogue.file;

import io.kubilitics.catalogue.rule.DeclaredRule;
import io.kubilitics.model.Kind;
import java.util.List;

/// A rule as a file says it.
///
/// @param from the kinds whose objects it reads; none for a rule about pods, which reads Pods and
///   all pod templates
public record RuleEntry(int line, List<Kind> from, DeclaredRule rule) {
  public RuleEntry {
    from = List.copyOf(from);
  }

  public boolean isAboutPods() {
    return from.isEmpty();
  }
}
