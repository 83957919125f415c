package io.kubilitics.check;

import io.kubilitics.check.Subject.Reference;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A webhook whose Service does not exist. One that fails closed refuses every request it matches;
/// a conversion that fails makes every object of the old version unreadable.
final class WebhookGone implements Check {
  private static final Pattern NUMBER = Pattern.compile("webhooks\\[([0-9]+)]");

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
            .anyMatch(reading -> failsClosed(subject, reading.evidence().path()));
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

  private static boolean failsClosed(Subject subject, String path) {
    Matcher number = NUMBER.matcher(path);
    return !number.lookingAt()
        || Arrays.asList(subject.feature("failsClosed").split(",", -1)).contains(number.group(1));
  }
}
