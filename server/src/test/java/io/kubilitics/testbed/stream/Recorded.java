package io.kubilitics.testbed.stream;

import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.Edition;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/// An edition of a channel, and when it was made. Any thread.
final class Recorded {
  private final Opening opening;
  private final Edition edition;
  private final Span span;
  private final Wording wording;
  private SoftReference<FoldedItems> folded = new SoftReference<>(null);
  private @Nullable String verdict;

  Recorded(Opening opening, Edition edition, Span span, Wording wording) {
    this.opening = opening;
    this.edition = edition;
    this.span = span;
    this.wording = wording;
  }

  Opening opening() {
    return opening;
  }

  ChannelKey key() {
    return opening.key();
  }

  long revision() {
    return edition.revision();
  }

  Span span() {
    return span;
  }

  /// All of it, as somebody has it who has just come; to be read only.
  synchronized FoldedItems folded() {
    FoldedItems known = folded.get();
    if (known == null) {
      known = FoldedItems.of(edition, wording);
      folded = new SoftReference<>(known);
    }
    return known;
  }

  /// What is wrong with it, `""` for nothing; found out once.
  synchronized String verdict(Oracle oracle) {
    if (verdict == null) {
      verdict = oracle.difference(this, span, false);
    }
    return verdict;
  }
}
