package io.kubilitics.check;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A reference that needs a permission and has none.
final class DeniedReference implements Check {
  @Override
  public Code code() {
    return Code.KUB014;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    subject
        .broken(EdgeState.DENIED)
        .forEach(reference ->
            report.add(
                subject.finding(
                    code(),
                    subject.world().ifClosed(Level.ERROR),
                    reference.evidence().path(),
                    reference.relation().equals("attaches-to")
                        ? "No listener of " + Names.of(reference.other()) + " admits this route."
                        : "Nothing in the namespace "
                            + reference.other().namespace()
                            + " grants a reference to "
                            + Names.of(reference.other())
                            + ".",
                    reference.other())));
  }
}
