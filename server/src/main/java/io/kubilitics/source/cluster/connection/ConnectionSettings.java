package io.kubilitics.source.cluster.connection;

import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a connection takes from the program and its surroundings, apart from the kubeconfig.
///
/// @param agent how the product names itself to the server: `kubilitics/1.2.3`
/// @param environment variables such as `HTTPS_PROXY`; null for what is not set
public record ConnectionSettings(
    String agent,
    ConnectionPace pace,
    InstantSource clock,
    Function<String, @Nullable String> environment) {
  /// Those of the product on this machine.
  ///
  /// @param version of the product
  public static ConnectionSettings usual(String version) {
    return new ConnectionSettings(
        "kubilitics/" + version, ConnectionPace.USUAL, InstantSource.system(), System::getenv);
  }
}
