package io.kubilitics.check;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A claim that leaves its class to the default where there is none. In an open world the default
/// may be elsewhere.
final class ClaimWithoutClass implements Check {
  private static final String CLASS_OF = "class-of";

  @Override
  public Code code() {
    return Code.KUB040;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.PERSISTENT_VOLUME_CLAIM);
  }

  @Override
  public void check(Subject claim, Report report) {
    World world = claim.world();
    if (!world.isClosed()
        || !world.knows(Kinds.STORAGE_CLASS)
        || !claim.targets("bound-to").isEmpty()
        || !claim.targets(CLASS_OF).isEmpty()) {
      return;
    }
    for (Fact fact : claim.resource().facts()) {
      if (fact instanceof Fact.Selects selects && selects.relation().name().equals(CLASS_OF)) {
        report.add(
            claim.finding(
                code(),
                Level.WARNING,
                selects.evidence().path(),
                "It names no StorageClass, and no StorageClass is the default."));
      }
    }
  }
}
