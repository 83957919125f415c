package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;

/// How many objects of a kind there are and how well they are known.
public record KindSummary(Kind kind, Knowledge knowledge, int count) {}
