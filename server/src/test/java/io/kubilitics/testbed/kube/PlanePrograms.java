package io.kubilitics.testbed.kube;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The processes of one cluster, on ports that stay the same as long as it lives. One thread.
final class PlanePrograms implements AutoCloseable {
  /// Below those that the system gives to outgoing connections, one of which could take the port
  /// while the API server is away.
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 32_000;

  private final Path programs;
  private final Path folder;
  private final URI etcd = local("http", freePort());
  private final URI server = local("https", freePort());
  private @Nullable ChildProgram etcdProgram;
  private @Nullable ChildProgram apiServer;
  private @Nullable ChildProgram kwok;

  /// @param programs the folder of the programs
  /// @param folder for all they write
  PlanePrograms(Path programs, Path folder) throws IOException {
    this.programs = programs;
    this.folder = folder;
    Files.createDirectories(folder.resolve("log"));
  }

  /// Where etcd listens.
  URI etcd() {
    return etcd;
  }

  /// Where the API server listens.
  URI server() {
    return server;
  }

  void startEtcd() throws IOException {
    URI peers = local("http", freePort());
    etcdProgram =
        child(
            "etcd",
            List.of(
                "--name=default",
                "--data-dir=" + folder.resolve("etcd"),
                "--unsafe-no-fsync",
                "--log-level=warn",
                "--listen-client-urls=" + etcd,
                "--advertise-client-urls=" + etcd,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers,
                "--quota-backend-bytes=8589934592",
                "--max-request-bytes=10485760"));
  }

  /// @param further arguments, such as `--min-request-timeout=4`
  void startApiServer(ClusterKeys keys, AuditLog requests, List<String> further)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--etcd-servers=" + etcd,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + server.getPort(),
                "--endpoint-reconciler-type=none",
                "--cert-dir=" + keys.certificates(),
                "--token-auth-file=" + keys.tokenFile(),
                "--authorization-mode=RBAC",
                "--disable-admission-plugins=ServiceAccount,TaintNodesByCondition",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + keys.verifyingKey(),
                "--service-account-signing-key-file=" + keys.signingKey(),
                "--service-cluster-ip-range=10.96.0.0/16",
                "--audit-policy-file=" + requests.policy(),
                "--audit-log-path=" + requests.file(),
                "--profiling=false",
                "--shutdown-delay-duration=0s"));
    arguments.addAll(further);
    apiServer = child("kube-apiserver", arguments);
  }

  /// Kills the API server, after which its port is closed.
  void stopApiServer() {
    close(apiServer);
    apiServer = null;
  }

  /// @param kubeconfig of who may do everything
  void startKwok(Path kubeconfig) throws IOException {
    Path configuration = folder.resolve("kwok.yaml");
    Files.writeString(
        configuration,
        """
        apiVersion: config.kwok.x-k8s.io/v1alpha1
        kind: KwokConfiguration
        options: {podPlayStageParallelism: 16, nodePlayStageParallelism: 8}
        """
            + Files.readString(programs.resolve("kwok-stages.yaml")));
    kwok =
        child(
            "kwok",
            List.of(
                "--kubeconfig=" + kubeconfig,
                "--config=" + configuration,
                "--manage-all-nodes=true",
                "--node-lease-duration-seconds=0",
                "--cidr=10.0.0.0/8"));
  }

  void stopKwok() {
    close(kwok);
    kwok = null;
  }

  private ChildProgram child(String program, List<String> arguments) throws IOException {
    Path log = folder.resolve("log").resolve(program + ".log");
    return ChildProgram.start(programs.resolve(program), folder, log, arguments);
  }

  /// @throws IOException with its last words when one that was started has ended by itself
  void requireAlive() throws IOException {
    for (ChildProgram child : running().toList()) {
      child.requireAlive();
    }
  }

  List<ProcessHandle> handles() {
    return running().flatMap(child -> child.handles().stream()).toList();
  }

  private Stream<ChildProgram> running() {
    return Stream.of(etcdProgram, apiServer, kwok).flatMap(Stream::ofNullable);
  }

  private static void close(@Nullable ChildProgram child) {
    if (child != null) {
      child.close();
    }
  }

  private static URI local(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    for (int round = 0; ; round++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException e) {
        if (round == 100) {
          throw e;
        }
      }
    }
  }

  /// Ends all of them. What they have written stays.
  @Override
  public void close() {
    stopKwok();
    stopApiServer();
    close(etcdProgram);
    etcdProgram = null;
  }
}
