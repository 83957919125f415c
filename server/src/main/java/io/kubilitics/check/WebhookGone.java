package io.kubilitics.check;

import io.kubilitics.check.Subject.Reference;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.WebhookFailure;
import java.util.Set;

/// A webhook whose Service does not exist. One that fails closed refuses every request it matches;
/// a conversion that fails makes every object of the old version unreadable.
final class WebhookGone implements Check {
  @Override
  public Code code() {
    return Code.KUB060;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    subject
        .broken(EdgeState.MISSING)
        .filter(reference -> reference.relation().equals("calls-webhook"))
        .forEach(reference -> report(subject, reference, report));
  }

  private void report(Subject subject, Reference reference, Report report) {
    boolean isClosed =
        reference.edge().evidence().stream()
            .map(reading -> reading.evidence().path())
            .anyMatch(path -> WebhookFailure.refuses(subject.resource().features(), path));
    report.add(
        subject.finding(
            code(),
            isClosed ? subject.world().ifClosed(Level.ERROR) : Level.WARNING,
            reference.evidence().path(),
            Names.of(reference.other())
                + " does not exist"
                + (isClosed
                    ? ", and requests are refused when it cannot be called."
                    : "; requests pass without it."),
            reference.other()));
  }
}
