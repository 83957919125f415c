package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A claim to which nothing refers, and that nobody made for a purpose of his own.
final class UnmountedClaim implements Check {
  @Override
  public Code code() {
    return Code.KUB041;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.PERSISTENT_VOLUME_CLAIM);
  }

  @Override
  public void check(Subject claim, Report report) {
    if (claim.hasOwner() || claim.isReferredTo() || !claim.world().knowsWhoRefers()) {
      return;
    }
    report.add(
        claim.finding(
            code(),
            claim.world().ifClosed(Level.WARNING),
            "",
            "No Pod and no workload mounts it."));
  }
}
