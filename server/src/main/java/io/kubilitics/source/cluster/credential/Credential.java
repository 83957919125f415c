package io.kubilitics.source.cluster.credential;

import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a request shows just now. Two credentials are the same when they are equal.
///
/// @param authorization the value of the header of that name, or null for none
/// @param certificates of the client in PEM, or null
/// @param key of the client in PEM, or null
/// @param expires when it is of no use any more, null when nobody knows
public record Credential(
    @Nullable Hidden authorization,
    @Nullable Hidden certificates,
    @Nullable Hidden key,
    @Nullable Instant expires) {
  /// Shows nothing.
  public static final Credential NONE = new Credential(null, null, null, null);
}
