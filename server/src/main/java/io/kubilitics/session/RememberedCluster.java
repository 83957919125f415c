package io.kubilitics.session;

import io.kubilitics.model.ClusterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cluster that was opened once: its names and nothing else of it.
///
/// @param lastConnected when it last answered, null when that is not known
record RememberedCluster(ClusterId name, Origin origin, @Nullable Instant lastConnected) {}
