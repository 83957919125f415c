package io.kubilitics.cli;

import io.kubilitics.source.cluster.Connector;
import io.kubilitics.source.cluster.connection.ConnectionPace;
import io.kubilitics.source.cluster.connection.ConnectionSettings;
import io.kubilitics.source.cluster.connection.FabricConnection;
import io.kubilitics.source.cluster.credential.Credentials;
import io.kubilitics.source.cluster.credential.PluginPolicy;
import java.time.InstantSource;

/// Makes the connections of this program. Certificates and tokens end by the time of the machine,
/// whatever a command is asked to be as of.
final class LiveConnector {
  private LiveConnector() {}

  static Connector of(Shell shell, PluginPolicy plugins) {
    InstantSource clock = InstantSource.system();
    ConnectionSettings settings =
        new ConnectionSettings(
            "kubilitics/" + Release.ofThisProgram().version(),
            ConnectionPace.USUAL,
            clock,
            shell.environment()::get);
    return access -> new FabricConnection(access, Credentials.of(access, plugins, clock), settings);
  }
}
