package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Set;

/// An object in an API version that some release does not serve any more. An object of a cluster
/// that serves it still is warned of; what has never been in one cannot be applied.
final class OldApiVersion implements Check {
  @Override
  public Code code() {
    return Code.KUB061;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    ApiVersions.Fate fate =
        ApiVersions.fate(subject.resource().kind(), subject.resource().version());
    if (fate == null) {
      return;
    }
    report.add(
        subject.finding(
            code(),
            subject.resource().hasUid() ? Level.WARNING : Level.ERROR,
            "apiVersion",
            "It is written in "
                + fate.names()
                + ", which is not served since Kubernetes "
                + fate.removed()
                + (fate.replacement().isEmpty()
                    ? ", and nothing replaces it."
                    : "; " + fate.replacement() + " is served since " + fate.since() + ".")));
  }
}
