package io.kubilitics.layout.drawing;

import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is not known, in words: `catching up`, `Secrets: forbidden`.
final class Gaps {
  private static final int NAMED = 4;
  private static final Comparator<KindState> ORDER =
      Comparator.comparing(KindState::kind).thenComparing(KindState::namespace);

  private final List<KindState> gaps;

  Gaps(List<KindState> gaps) {
    this.gaps = gaps.stream().filter(gap -> isGap(gap.knowledge())).sorted(ORDER).toList();
  }

  private static boolean isGap(Knowledge knowledge) {
    return switch (knowledge) {
      case SYNCING, FORBIDDEN, OFF, STALE -> true;
      case NOT_SERVED, POLLED, SYNCED -> false;
    };
  }

  /// Whether everything is known.
  boolean isComplete() {
    return gaps.stream().allMatch(gap -> gap.knowledge().isComplete());
  }

  /// What is said of one namespace alone; `""` when nothing is.
  String of(String namespace) {
    return namespace.isEmpty() ? "" : told(namespace);
  }

  /// What is said of the whole cluster.
  String ofAll() {
    return told("");
  }

  private String told(String namespace) {
    List<String> parts = new ArrayList<>();
    int more = 0;
    boolean isCatchingUp = false;
    for (KindState gap : gaps) {
      if (!gap.namespace().equals(namespace)) {
        continue;
      }
      if (gap.knowledge() == Knowledge.SYNCING) {
        isCatchingUp = true;
      } else if (parts.size() < NAMED) {
        parts.add(kinds(gap) + ": " + word(gap.knowledge()));
      } else {
        more++;
      }
    }
    if (isCatchingUp) {
      parts.addFirst("catching up");
    }
    if (more > 0) {
      parts.add(more + " more kinds not known");
    }
    return String.join(", ", parts);
  }

  private static String kinds(KindState gap) {
    return gap.kind().equals(KindState.ANY_OTHER)
        ? "other kinds"
        : KindWords.plural(gap.kind().name());
  }

  private static String word(Knowledge knowledge) {
    return switch (knowledge) {
      case FORBIDDEN -> "forbidden";
      case OFF -> "not read";
      case STALE -> "from earlier";
      case SYNCING, NOT_SERVED, POLLED, SYNCED -> knowledge.text();
    };
  }
}
