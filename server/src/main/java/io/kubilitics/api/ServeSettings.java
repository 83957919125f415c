package io.kubilitics.api;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How `serve` was asked to run.
///
/// @param open whether to show the page in the system's browser
/// @param data where the program keeps its state; null for nowhere
/// @param sidecar whether another program started this one and talks to it by stdin and stdout
/// @param insecureNoAuth whether anybody may read, from anywhere
/// @param moreHosts further names under which browsers may reach the server
/// @param streams that one caller may have open at once
public record ServeSettings(
    String host,
    int port,
    boolean open,
    @Nullable Path data,
    boolean sidecar,
    boolean insecureNoAuth,
    List<String> moreHosts,
    int streams) {
  public ServeSettings {
    moreHosts = List.copyOf(moreHosts);
  }
}
