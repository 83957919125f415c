package io.kubilitics.source.cluster.credential;

import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A credential plugin for tests: a small program of `sh` in a folder of the test, which writes a
/// line into `runs` each time it runs.
final class PluginScript {
  static final String V1 = "client.authentication.k8s.io/v1";

  private final Path folder;
  private final Path program;
  private final Map<String, Hidden> environment = new TreeMap<>();
  private List<String> arguments = List.of();
  private boolean clusterInfo;
  private Duration limit = Duration.ofSeconds(30);

  PluginScript(Path folder, String body) {
    this.folder = folder;
    program = folder.resolve("give-token");
    body(body);
  }

  PluginScript body(String body) {
    try {
      Files.writeString(
          program, "#!/bin/sh\necho run >> '" + folder.resolve("runs") + "'\n" + body);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prints this status.
  static String printing(String status) {
    return "cat <<'END'\n{\"apiVersion\": \""
        + V1
        + "\", \"kind\": \"ExecCredential\", \"status\": "
        + status
        + "}\nEND\n";
  }

  PluginScript with(List<String> given) {
    arguments = given;
    return this;
  }

  PluginScript with(String variable, String value) {
    environment.put(variable, new Hidden(value));
    return this;
  }

  PluginScript within(Duration time) {
    limit = time;
    return this;
  }

  PluginScript toldOfTheCluster() {
    clusterInfo = true;
    return this;
  }

  Path program() {
    return program;
  }

  int runs() {
    try {
      Path runs = folder.resolve("runs");
      return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClusterAccess access(String command) {
    return new ClusterAccess(
        "test",
        URI.create("https://127.0.0.1:1"),
        new Trust.Unchecked(),
        null,
        null,
        null,
        null,
        new Authorization.Plugin(
            V1, command, arguments, environment, clusterInfo, "Get it from the shop."),
        null,
        "default");
  }

  CredentialSource allowed(InstantSource clock) {
    return under(new PluginPolicy.AllowAll(), clock);
  }

  CredentialSource under(PluginPolicy policy, InstantSource clock) {
    return Credentials.of(access(program.toString()), policy, clock, System.getenv("PATH"), limit);
  }

  CredentialSource named(String command, String search, PluginPolicy policy) {
    return Credentials.of(access(command), policy, InstantSource.system(), search, limit);
  }
}
