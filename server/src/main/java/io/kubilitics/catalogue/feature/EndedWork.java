package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `1` for a Pod or a Job that has had its day, whether or not it was a good one: nothing will be
/// started from it any more.
final class EndedWork implements ObjectText {
  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath CONDITIONS = FieldPath.parse("status.conditions[]");
  private static final FieldPath TYPE = FieldPath.parse("type");
  private static final FieldPath STATUS = FieldPath.parse("status");
  private static final Set<String> LAST_PHASES = Set.of("Succeeded", "Failed");
  private static final Set<String> LAST_CONDITIONS = Set.of("Complete", "Failed");

  @Override
  public void keepIn(PathTrie trie) {
    trie.keep(PHASE);
    trie.keep(CONDITIONS.then(TYPE));
    trie.keep(CONDITIONS.then(STATUS));
  }

  @Override
  public @Nullable String of(KeptObject object) {
    String phase = object.scalar(PHASE);
    boolean[] ended = {phase != null && LAST_PHASES.contains(phase)};
    object.walk(CONDITIONS, condition -> ended[0] |= isLast(condition));
    return ended[0] ? "1" : null;
  }

  private static boolean isLast(KeptField condition) {
    String type = condition.scalar(TYPE);
    return type != null
        && LAST_CONDITIONS.contains(type)
        && "True".equals(condition.scalar(STATUS));
  }
}
