package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;

/// How many objects of a kind there are and how well they are known.
///
/// @param message why not better, in words for the reader, or `""`
/// @param namespace the one namespace of which that is said, `""` for the whole cluster
public record KindSummary(
    Kind kind, Knowledge knowledge, int count, String message, String namespace) {
  /// One of which there is nothing to say.
  public KindSummary(Kind kind, Knowledge knowledge, int count) {
    this(kind, knowledge, count, "", "");
  }

  static KindSummary of(KindState state, int count) {
    return new KindSummary(
        state.kind(), state.knowledge(), count, state.message(), state.namespace());
  }
}
