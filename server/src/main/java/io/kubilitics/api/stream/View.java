package io.kubilitics.api.stream;

import java.util.SortedSet;

/// What one subscription wants to see.
///
/// @param namespaces which topics are in view; empty for all
public record View(ChannelKey channel, SortedSet<String> namespaces) {}
