package io.kubilitics.check;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A reference whose uid is that of an earlier object of the same name. Owners and endpoints are
/// put right by controllers within moments, so only what stays is told.
final class StaleReference implements Check {
  private static final Set<String> SOON_PUT_RIGHT = Set.of("targets", "backs");

  @Override
  public Code code() {
    return Code.KUB004;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    subject
        .broken(EdgeState.STALE)
        .filter(reference -> !SOON_PUT_RIGHT.contains(reference.relation()))
        .forEach(reference ->
            report.add(
                subject.finding(
                    code(),
                    Level.WARNING,
                    reference.evidence().path(),
                    Names.of(reference.other())
                        + " is there, but it is not the one that is meant: its uid is another.",
                    reference.other())));
  }
}
