package io.kubilitics.testbed.kube;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One cluster: etcd, a kube-apiserver with TLS and rights, and kwok when it is asked for. There
/// are no controllers: a Deployment makes no Pods, and a deleted namespace stays until it is
/// finalized.
///
/// Whoever starts it closes it. One thread drives it; its clients may be used by any.
public final class ControlPlane implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int STARTS = 3;

  private final PlanePrograms programs;
  private final ClusterKeys keys;
  private final AuditLog requests;
  private final Kubeconfigs kubeconfigs;
  private final KubeClients clients;
  private final Etcd etcd;
  private List<String> arguments = List.of();

  private ControlPlane(Path programs, Path folder) throws IOException {
    this.programs = new PlanePrograms(programs, folder);
    keys = new ClusterKeys(folder);
    requests = AuditLog.in(folder);
    kubeconfigs = new Kubeconfigs(folder, server(), keys);
    clients = new KubeClients(server(), keys);
    etcd = new Etcd(this.programs.etcd());
  }

  /// Starts a cluster and returns when it is ready: an empty one, or what an earlier one has left
  /// in the same folder.
  ///
  /// @param programs the folder of the programs
  /// @param folder for all it writes
  /// @param arguments further ones of the API server, such as `--min-request-timeout=4`
  public static ControlPlane start(Path programs, Path folder, String... arguments)
      throws IOException, InterruptedException {
    for (int round = 1; ; round++) {
      ControlPlane plane = new ControlPlane(programs, folder);
      try {
        plane.programs.startEtcd();
        plane.startApiServer(List.of(arguments));
        ClusterRights.give(plane.admin());
        return plane;
      } catch (IOException e) {
        plane.close();
        boolean portTaken = String.valueOf(e.getMessage()).contains("address already in use");
        if (!portTaken || round == STARTS) {
          throw e;
        }
      } catch (InterruptedException | RuntimeException e) {
        plane.close();
        throw e;
      }
    }
  }

  /// Where the API server listens.
  public URI server() {
    return programs.server();
  }

  /// Where the objects are kept.
  public Etcd etcd() {
    return etcd;
  }

  public KubeClient admin() {
    return client(KubeUser.ADMIN);
  }

  /// Asks as a user with the token of now; of no use any more after a restart of the API server.
  public KubeClient client(KubeUser user) {
    return clients.of(user);
  }

  /// Makes service accounts and their tokens.
  public AccountTokens accounts() {
    return new AccountTokens(admin(), keys.signingKey());
  }

  /// What the users other than the administrator have asked for.
  public AuditLog requests() {
    return requests;
  }

  /// Gives a user other rights than before, in the whole cluster.
  ///
  /// @param rules of a ClusterRole, as a YAML list; `[]` for none
  public void allow(KubeUser user, String rules) throws IOException, InterruptedException {
    ClusterRights.give(admin(), user, rules);
  }

  /// A kubeconfig with the user's token of now in it, written anew at each call. Its one context is
  /// called as the user is.
  public Path kubeconfig(KubeUser user) throws IOException {
    return kubeconfigs.withToken(user);
  }

  /// The same with a file of which the user's token is read, as that of a service account in a Pod.
  ///
  /// @see #renewToken
  public Path kubeconfigWithTokenFile(KubeUser user) throws IOException {
    return kubeconfigs.withTokenFile(user);
  }

  /// Makes the user's token invalid: the API server starts again and knows another one.
  public void renewToken(KubeUser user) throws IOException, InterruptedException {
    keys.renew(user);
    restartApiServer();
  }

  /// Writes the user's token of now where [#kubeconfigWithTokenFile] says.
  public void deliverToken(KubeUser user) throws IOException {
    kubeconfigs.deliverToken(user);
  }

  /// Kills the API server and starts it on the same port; returns when it is ready.
  ///
  /// @param further arguments in the place of those it was started with, if there are any
  public void restartApiServer(String... further) throws IOException, InterruptedException {
    stopApiServer();
    startApiServer(further.length == 0 ? arguments : List.of(further));
  }

  /// Kills the API server, after which its port is closed.
  public void stopApiServer() {
    clients.close();
    programs.stopApiServer();
  }

  /// Starts the API server again after [#stopApiServer].
  public void startApiServer() throws IOException, InterruptedException {
    startApiServer(arguments);
  }

  private void startApiServer(List<String> further) throws IOException, InterruptedException {
    arguments = further;
    programs.startApiServer(keys, requests, further);
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!clients.openIfReady()) {
      programs.requireAlive();
      if (System.nanoTime() - limit > 0) {
        throw new IOException("the API server was not ready after " + PATIENCE);
      }
      Thread.sleep(PAUSE);
    }
  }

  /// Starts the API server again with another certificate, made by another authority.
  public void renewCertificate() throws IOException, InterruptedException {
    stopApiServer();
    Programs.delete(keys.certificates());
    startApiServer();
  }

  /// From now on nodes are ready, and Pods that are bound to one run, and end when they are
  /// deleted.
  public void startKwok() throws IOException {
    programs.startKwok(kubeconfig(KubeUser.ADMIN));
  }

  /// From now on nothing runs by itself any more.
  public void stopKwok() {
    programs.stopKwok();
  }

  /// The processes of this cluster.
  List<ProcessHandle> processes() {
    return programs.handles();
  }

  /// Ends all its programs. What they have written stays.
  @Override
  public void close() {
    clients.close();
    programs.close();
  }
}
