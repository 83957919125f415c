package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What Kubernetes gives to every Pod that it may reach the API server with: two variables and the
/// files of its ServiceAccount.
///
/// @param folder of the files `token`, `ca.crt` and `namespace`
public record InCluster(String host, String port, Path folder) {
  /// The name of the context that is made of it.
  public static final String CONTEXT = "in-cluster";

  /// Where the files are in a Pod.
  public static final Path FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private static final int LONGEST_NAMESPACE = 256;

  /// What is there; empty when this process is in no Pod, or the Pod has no token.
  static Optional<InCluster> of(Map<String, String> variables, Path folder) {
    String host = variables.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    String port = variables.getOrDefault("KUBERNETES_SERVICE_PORT", "");
    return host.isEmpty() || port.isEmpty() || !Files.isRegularFile(folder.resolve("token"))
        ? Optional.empty()
        : Optional.of(new InCluster(host, port, folder));
  }

  ClusterAccess access() {
    return new ClusterAccess(
        CONTEXT,
        server(),
        new Trust.Authorities(new Pem.File(folder.resolve("ca.crt"))),
        null,
        null,
        null,
        null,
        new Authorization.BearerFile(folder.resolve("token")),
        null,
        namespace());
  }

  private URI server() {
    String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    try {
      return Address.server("https://" + name + ":" + port);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          new Problem.Unreadable(
              "KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT",
              "the address they make " + e.getMessage()));
    }
  }

  private String namespace() {
    try (InputStream in = Files.newInputStream(folder.resolve("namespace"))) {
      String name = new String(in.readNBytes(LONGEST_NAMESPACE), StandardCharsets.UTF_8).strip();
      return Kubeconfig.isNamespace(name) ? name : Kubeconfig.DEFAULT_NAMESPACE;
    } catch (IOException _) {
      return Kubeconfig.DEFAULT_NAMESPACE;
    }
  }
}
