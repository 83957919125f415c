package io.kubilitics.table;

import io.kubilitics.model.ResourceId;
import org.jspecify.annotations.Nullable;

/// Where a row stands in a table, whether or not it is still there.
///
/// @param value what the table is ordered by, null when the row has none
public record Place(@Nullable String value, ResourceId id) {}
