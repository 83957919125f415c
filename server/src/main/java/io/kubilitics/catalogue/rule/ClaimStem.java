package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A PersistentVolumeClaim whose name ends in an ordinal offers what stands before it: the claim
/// `data-web-0` may be of the set `web`, `data-web-x-0` only of `web-x`, and `data-web-01` of none,
/// because ordinals have no leading zeros.
final class ClaimStem implements FactRule {
  /// No label key begins so.
  static final String STEM = "%stem";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.PERSISTENT_VOLUME_CLAIM);
  }

  @Override
  public Set<String> reads() {
    return Set.of();
  }

  @Override
  public Stream<Fact> facts(ObjectView claim) {
    String name = claim.id().name();
    int dash = name.lastIndexOf('-');
    if (dash < 1 || !isOrdinal(name, dash + 1)) {
      return Stream.of();
    }
    return Stream.of(
        new Fact.Offers(
            new Evidence("metadata.name", name),
            Kinds.PERSISTENT_VOLUME_CLAIM,
            Labels.of(STEM, name.substring(0, dash)),
            false));
  }

  private static boolean isOrdinal(String text, int from) {
    if (from == text.length() || (text.charAt(from) == '0' && text.length() > from + 1)) {
      return false;
    }
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}
