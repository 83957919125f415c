package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One cluster: etcd, a kube-apiserver with TLS and rights, and kwok when it is asked for. There
/// are no controllers: a Deployment makes no Pods, and a deleted namespace stays until it is
/// finalized.
///
/// Whoever starts it closes it. One thread drives it; its clients may be used by any.
public final class ControlPlane implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int STARTS = 3;

  /// etcd takes 128 operations in a transaction.
  private static final int STORED_AT_ONCE = 100;

  /// Below those that the system gives to outgoing connections, one of which could take the port
  /// while the API server is away.
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 32_000;

  private final Path programs;
  private final Path folder;
  private final URI etcd = local("http", freePort());
  private final URI server = local("https", freePort());
  private final ClusterKeys keys;
  private final AuditLog requests;
  private final Map<KubeUser, KubeClient> clients = new EnumMap<>(KubeUser.class);
  private final List<ChildProgram> running = new ArrayList<>();
  private List<String> arguments = List.of();
  private @Nullable ChildProgram kwok;

  private ControlPlane(Path programs, Path folder) throws IOException {
    this.programs = programs;
    this.folder = folder;
    this.keys = new ClusterKeys(folder);
    this.requests = AuditLog.in(folder);
    Files.createDirectories(folder.resolve("log"));
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
        plane.startEtcd();
        plane.startApiServer(List.of(arguments));
        plane.giveRights();
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
    return server;
  }

  public KubeClient admin() {
    return client(KubeUser.ADMIN);
  }

  /// Asks as a user with the token of now; of no use any more after a restart of the API server.
  public KubeClient client(KubeUser user) {
    KubeClient client = clients.get(user);
    if (client == null) {
      throw new IllegalStateException("the API server is not running");
    }
    return client;
  }

  /// Makes service accounts and their tokens.
  public AccountTokens accounts() {
    return new AccountTokens(admin(), keys.signingKey());
  }

  /// What the users other than the administrator have asked for.
  public AuditLog requests() {
    return requests;
  }

  /// A kubeconfig with the user's token of now in it, written anew at each call. Its one context is
  /// called as the user is.
  public Path kubeconfig(KubeUser user) throws IOException {
    return kubeconfig(user.user(), "token: " + keys.token(user));
  }

  /// The same with a file of which the user's token is read, as that of a service account in a Pod.
  ///
  /// @see #renewToken
  public Path kubeconfigWithTokenFile(KubeUser user) throws IOException {
    writeTokenFile(user);
    String file = JSON.writeValueAsString(tokenFile(user).toString());
    return kubeconfig(user.user() + "-file", "tokenFile: " + file);
  }

  private Path kubeconfig(String name, String credential) throws IOException {
    Path file = folder.resolve(name + ".kubeconfig");
    String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(keys.certificate()));
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: testbed
          cluster:
            server: %s
            certificate-authority-data: %s
        users:
        - name: %s
          user:
            %s
        contexts:
        - name: %s
          context: {cluster: testbed, user: %s}
        current-context: %s
        """
            .formatted(server, authority, name, credential, name, name, name));
    return file;
  }

  private Path tokenFile(KubeUser user) {
    return folder.resolve(user.user() + ".token");
  }

  private void writeTokenFile(KubeUser user) throws IOException {
    Files.writeString(tokenFile(user), keys.token(user));
  }

  /// Makes the user's token invalid: the API server starts again and knows another one.
  public void renewToken(KubeUser user) throws IOException, InterruptedException {
    keys.renew(user);
    restartApiServer();
  }

  /// Writes the user's token of now where [#kubeconfigWithTokenFile] says.
  public void deliverToken(KubeUser user) throws IOException {
    writeTokenFile(user);
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
    clients.values().forEach(KubeClient::close);
    clients.clear();
    running.removeLast().close();
  }

  /// Starts the API server again after [#stopApiServer].
  public void startApiServer() throws IOException, InterruptedException {
    startApiServer(arguments);
  }

  /// Starts the API server again with another certificate, made by another authority.
  public void renewCertificate() throws IOException, InterruptedException {
    stopApiServer();
    Programs.delete(keys.certificates());
    startApiServer();
  }

  /// Has etcd forget everything but the present state. The API server remembers more, until it is
  /// restarted.
  public void compactEtcd() throws IOException, InterruptedException {
    String revision =
        etcd("/v3/kv/range", "{\"key\":\"AA==\",\"limit\":\"1\"}").at("/header/revision").asText();
    etcd("/v3/kv/compaction", "{\"revision\":\"" + revision + "\",\"physical\":true}");
  }

  /// Writes objects past the API server, many at a time, as it would write them itself; it sees
  /// them like any other change.
  ///
  /// @param objects JSON by the key below `/registry/`: `pods/shop/cart-1`
  public void store(Map<String, String> objects) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      ArrayNode operations = JSON.createArrayNode();
      for (Map.Entry<String, String> object : objects.entrySet()) {
        operations
            .addObject()
            .putObject("requestPut")
            .put("key", base64("/registry/" + object.getKey()))
            .put("value", base64(object.getValue()));
        if (operations.size() == STORED_AT_ONCE) {
          store(http, operations);
        }
      }
      store(http, operations);
    }
  }

  /// Takes objects away past the API server.
  ///
  /// @param keys as for [#store]
  public void erase(Collection<String> keys) throws IOException, InterruptedException {
    for (String key : keys) {
      etcd(
          "/v3/kv/deleterange",
          JSON.createObjectNode().put("key", base64("/registry/" + key)).toString());
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private void store(HttpClient http, ArrayNode operations)
      throws IOException, InterruptedException {
    if (!operations.isEmpty()) {
      etcd(http, "/v3/kv/txn", JSON.createObjectNode().set("success", operations).toString());
      operations.removeAll();
    }
  }

  private JsonNode etcd(String path, String body) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return etcd(http, path, body);
    }
  }

  private JsonNode etcd(HttpClient http, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(etcd + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("etcd says " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /// From now on nodes are ready, and Pods that are bound to one run, and end when they are
  /// deleted.
  public void startKwok() throws IOException {
    Path kubeconfig = kubeconfig(KubeUser.ADMIN);
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
            "--kubeconfig=" + kubeconfig,
            "--config=" + configuration,
            "--manage-all-nodes=true",
            "--node-lease-duration-seconds=0",
            "--cidr=10.0.0.0/8");
  }

  /// From now on nothing runs by itself any more.
  public void stopKwok() {
    if (kwok != null) {
      kwok.close();
      kwok = null;
    }
  }

  private void startEtcd() throws IOException {
    URI peers = local("http", freePort());
    running.add(
        child(
            "etcd",
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

  private void startApiServer(List<String> further) throws IOException, InterruptedException {
    arguments = further;
    List<String> all =
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
    all.addAll(further);
    running.addLast(child("kube-apiserver", all.toArray(String[]::new)));
    awaitReady();
  }

  private ChildProgram child(String program, String... arguments) throws IOException {
    Path log = folder.resolve("log").resolve(program + ".log");
    return ChildProgram.start(programs.resolve(program), folder, log, List.of(arguments));
  }

  private void awaitReady() throws IOException, InterruptedException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      for (ChildProgram child : running) {
        child.requireAlive();
      }
      if (System.nanoTime() - limit > 0) {
        throw new IOException("the API server was not ready after " + PATIENCE);
      }
      Thread.sleep(PAUSE);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      if (clients.isEmpty()) {
        for (KubeUser user : KubeUser.values()) {
          clients.put(user, new KubeClient(server, keys.trust(), keys.token(user)));
        }
      }
      return admin().ask("/readyz").status() == 200;
    } catch (IOException _) {
      // Not listening yet, or its certificate is half written.
      clients.values().forEach(KubeClient::close);
      clients.clear();
      return false;
    }
  }

  /// The roles that come with Kubernetes are filled by a controller, which does not run here.
  private void giveRights() throws IOException, InterruptedException {
    admin()
        .apply(
            role(
                    KubeUser.READER,
                    """
                    - apiGroups: ["*"]
                      resources: ["*"]
                      verbs: [get, list, watch]
                    """)
                + role(KubeUser.VIEWER, VIEWER_RULES)
                + binding(KubeUser.READER)
                + binding(KubeUser.VIEWER));
  }

  /// What a viewer may do at first, as the rules of a role.
  public static final String VIEWER_RULES =
      """
      - apiGroups: [""]
        resources: [pods, pods/log, services, endpoints, configmaps, namespaces, nodes, events,
          persistentvolumes, persistentvolumeclaims, serviceaccounts, replicationcontrollers,
          resourcequotas, limitranges]
        verbs: [get, list, watch]
      - apiGroups: [apps, autoscaling, batch, discovery.k8s.io, events.k8s.io,
          gateway.networking.k8s.io, networking.k8s.io, policy, storage.k8s.io]
        resources: ["*"]
        verbs: [get, list, watch]
      """;

  /// Gives a user other rights than before, in the whole cluster.
  ///
  /// @param rules of a ClusterRole, as a YAML list; `[]` for none
  public void allow(KubeUser user, String rules) throws IOException, InterruptedException {
    admin().apply(role(user, rules));
  }

  private static String role(KubeUser user, String rules) {
    return """
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: %s}
    rules:
    %s\
    """
        .formatted(user.user(), rules.indent(2));
  }

  private static String binding(KubeUser user) {
    return """
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: %s}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
    subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: %s}]
    """
        .formatted(user.user(), user.user(), user.user());
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

  /// The processes of this cluster.
  List<ProcessHandle> processes() {
    return Stream.concat(running.stream(), Stream.ofNullable(kwok))
        .flatMap(child -> child.handles().stream())
        .toList();
  }

  /// Ends all its programs. What they have written stays.
  @Override
  public void close() {
    clients.values().forEach(KubeClient::close);
    clients.clear();
    stopKwok();
    running.reversed().forEach(ChildProgram::close);
    running.clear();
  }
}
