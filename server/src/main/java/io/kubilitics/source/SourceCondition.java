package io.kubilitics.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a source is doing as a whole, beside what is known of each kind.
///
/// @param message in words for the reader, `""` when all is well
/// @param version of the cluster: `v1.36.3`, `""` when not known
/// @param provider who runs the cluster, as far as its objects tell: `kind`, `EKS`, or `""`
/// @param lastContact when it last answered, null for never
/// @param warnings what the user should know while it is open: `its certificate is not checked`
public record SourceCondition(
    Phase phase,
    String message,
    String version,
    String provider,
    @Nullable Instant lastContact,
    List<String> warnings) {
  /// A source that has nothing to connect to.
  public static final SourceCondition NONE =
      new SourceCondition(Phase.CONNECTED, "", "", "", null, List.of());

  /// A source that follows a cluster, before it has said anything.
  public static final SourceCondition UNHEARD =
      new SourceCondition(Phase.CONNECTING, "", "", "", null, List.of());

  public SourceCondition {
    warnings = List.copyOf(warnings);
  }

  public enum Phase {
    /// Has not answered yet.
    CONNECTING,
    CONNECTED,
    /// Does not answer; is tried again.
    UNREACHABLE,
    /// Refuses us, or must not be trusted; only the user can do something about it.
    REFUSED;

    /// As written in JSON.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
