package io.kubilitics.session;

import io.kubilitics.model.ClusterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cluster that is open, or could be.
///
/// @param session null when it is not open
/// @param origin null when it was opened from something that has no name
/// @param context of which it is, as it stands in the kubeconfig now, or null
/// @param lastConnected when it last answered, null when that is not known
public record RosterEntry(
    ClusterId name,
    @Nullable Session session,
    @Nullable Origin origin,
    @Nullable FoundContext context,
    @Nullable Instant lastConnected) {}
