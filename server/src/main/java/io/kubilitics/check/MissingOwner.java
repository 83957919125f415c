package io.kubilitics.check;

import io.kubilitics.check.Subject.Reference;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An owner that is not there, or that lives in another namespace, where nobody looks for it.
final class MissingOwner implements Check {
  private final boolean isElsewhere;

  private MissingOwner(boolean isElsewhere) {
    this.isElsewhere = isElsewhere;
  }

  /// An owner that is nowhere.
  static Check nowhere() {
    return new MissingOwner(false);
  }

  /// An owner in another namespace.
  static Check elsewhere() {
    return new MissingOwner(true);
  }

  @Override
  public Code code() {
    return isElsewhere ? Code.KUB006 : Code.KUB005;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    if (!subject.hasOwner()) {
      return;
    }
    subject
        .broken(EdgeState.MISSING)
        .filter(reference -> reference.relation().equals("owns"))
        .forEach(reference -> check(subject, reference, report));
  }

  private void check(Subject subject, Reference reference, Report report) {
    ResourceId found = elsewhere(subject, reference);
    if (isElsewhere && found != null) {
      report.add(
          subject.finding(
              code(),
              Level.ERROR,
              reference.evidence().path(),
              "Its owner "
                  + Names.of(found)
                  + " lives in another namespace; in its own it does not exist.",
              found));
    } else if (!isElsewhere && found == null) {
      report.add(
          subject.finding(
              code(),
              Level.WARNING,
              reference.evidence().path(),
              "Its owner " + Names.of(reference.other()) + " does not exist.",
              reference.other()));
    }
  }

  private static @Nullable ResourceId elsewhere(Subject subject, Reference reference) {
    for (Fact fact : subject.resource().facts()) {
      if (fact instanceof Fact.OwnedBy owned
          && owned.evidence().equals(reference.evidence())
          && !owned.uid().isEmpty()) {
        ResourceId found = subject.world().withUid(owned.uid());
        boolean isMeant =
            found != null && found.kind().equals(owned.kind()) && found.name().equals(owned.name());
        return isMeant ? found : null;
      }
    }
    return null;
  }
}
