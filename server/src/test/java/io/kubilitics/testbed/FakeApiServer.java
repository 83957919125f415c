package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.demo.DemoCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An API server of Kubernetes as far as readers see it, on the loopback, over TLS, with HTTP/2 and
/// HTTP/1.1: discovery, lists, watches, reviews of rights, and on request everything that goes
/// wrong with them. Objects are put by the test and stay over a [#restart]. Any thread.
public final class FakeApiServer implements AutoCloseable {
  /// What [#kubeconfig] shows; it stands for the user `admin`.
  public static final String TOKEN = "test-bed-admin-token";

  /// How many requests a kube-apiserver answers at once on one connection.
  public static final int USUAL_STREAMS = 100;

  private static final JsonMapper JSON = new JsonMapper();

  private final FakeStore store;
  private final FakeParts parts;
  private final FakeListener listener;

  private FakeApiServer(int maxStreams, Clock clock) {
    store = new FakeStore(clock);
    parts = FakeParts.of(store, new FakeRights(store::wakeAll));
    parts.users().token(TOKEN, "admin");
    listener = new FakeListener(maxStreams, parts);
  }

  /// Starts one without objects.
  public static FakeApiServer start() {
    return start(USUAL_STREAMS, Clock.systemUTC());
  }

  /// Starts one without objects.
  ///
  /// @param maxStreams how many requests are answered at once on one connection of HTTP/2
  /// @param clock of the times of creation
  public static FakeApiServer start(int maxStreams, Clock clock) {
    FakeApiServer server = new FakeApiServer(maxStreams, clock);
    server.listener.start();
    return server;
  }

  /// Starts one with which one request in eight goes wrong, as the seed says.
  public static FakeApiServer hostile(long seed) {
    FakeApiServer server = start();
    server.faults().hostile(seed, 8);
    return server;
  }

  /// `https://127.0.0.1:PORT`.
  public URI url() {
    return URI.create("https://127.0.0.1:" + listener.port());
  }

  public int port() {
    return listener.port();
  }

  /// The certificate of the authority that made that of the server.
  public String caPem() {
    return FakeTrust.authority();
  }

  /// Writes a kubeconfig with one context, `test`, whose user is `admin`.
  public Path kubeconfig(Path file) {
    return kubeconfig(file, url(), Map.of("test", TOKEN));
  }

  /// Writes a kubeconfig with several contexts that reach this server under an address, perhaps
  /// that of a proxy before it; the first one is the current one.
  ///
  /// @param tokens by context
  public Path kubeconfig(Path file, URI server, Map<String, String> tokens) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: v1
            kind: Config
            clusters:
            - name: test-bed
              cluster:
                server: %s
                certificate-authority-data: %s
            """
                .formatted(
                    server,
                    Base64.getEncoder()
                        .encodeToString(caPem().getBytes(StandardCharsets.US_ASCII))));
    List<String> names = new ArrayList<>(new java.util.TreeSet<>(tokens.keySet()));
    text.append("contexts:\n");
    for (String name : names) {
      text.append("- name: %s\n  context: {cluster: test-bed, user: %s}\n".formatted(name, name));
    }
    text.append("current-context: ").append(names.getFirst()).append("\nusers:\n");
    for (String name : names) {
      text.append("- name: %s\n  user: {token: %s}\n".formatted(name, tokens.get(name)));
    }
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets a token stand for a user, besides those that do.
  public void token(String token, String user) {
    parts.users().token(token, user);
  }

  /// Lets a token stand for nobody: requests with it are answered by 401.
  public void revoke(String token) {
    parts.users().revoke(token);
  }

  public FakeFeatures features() {
    return parts.features();
  }

  public FakeRights rights() {
    return parts.rights();
  }

  public FakeFaults faults() {
    return parts.faults();
  }

  public FakeRequestLog log() {
    return parts.log();
  }

  /// Serves a kind from now on, or serves it differently.
  public void addKind(FakeKind kind) {
    parts.kinds().add(kind);
  }

  /// Serves a kind no longer: its objects go, its watches end.
  public void removeKind(Kind kind) {
    store.clear(kind);
    parts.kinds().remove(kind);
    store.shelf(kind).wake();
  }

  /// From now on the server behind a group of the API does not answer, or does again.
  public void breakGroup(String group, boolean broken) {
    parts.discovery().broken(group, broken);
  }

  /// Creates or replaces an object. A CustomResourceDefinition brings its kind with it.
  ///
  /// @return the revision that this made
  /// @throws IllegalArgumentException when its kind is not served
  @SuppressWarnings("unchecked")
  public String put(String json) {
    try {
      return put(JSON.readValue(json, Map.class));
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON object: " + json, e);
    }
  }

  /// As the other one, from trees of Map, List, String, Number and Boolean.
  public String put(Map<String, Object> body) {
    Kind kind = kind(body);
    String revision = String.valueOf(store.put(served(kind), body).revision());
    FakeDefinition.of(kind, body).ifPresent(this::addKind);
    return revision;
  }

  private static Kind kind(Map<String, Object> body) {
    String apiVersion = String.valueOf(body.get("apiVersion"));
    String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    return new Kind(group, String.valueOf(body.get("kind")));
  }

  /// Puts octets where the object of this id should be.
  public void putOdd(ResourceId id, byte[] octets) {
    store.putOdd(served(id.kind()), id.namespace(), id.name(), octets);
  }

  private FakeKind served(Kind kind) {
    return parts
        .kinds()
        .find(kind)
        .orElseThrow(() -> new IllegalArgumentException(kind + " is not served"));
  }

  /// Deletes an object; with a CustomResourceDefinition its kind goes, and all objects of that.
  ///
  /// @return whether it was there
  public boolean delete(ResourceId id) {
    if (id.kind().equals(FakeDefinition.KIND)) {
      store
          .get(id)
          .flatMap(object -> FakeDefinition.of(id.kind(), object.tree()))
          .ifPresent(kind -> removeKind(kind.kind()));
    }
    return store.delete(id);
  }

  /// Puts all objects of a demo; those of kinds that it defines itself come last.
  public void fill(DemoCluster demo) {
    List<Map<String, Object>> later = new ArrayList<>();
    demo.objects()
        .forEach(body -> {
          if (parts.kinds().find(kind(body)).isPresent()) {
            put(body);
          } else {
            later.add(body);
          }
        });
    later.forEach(this::put);
  }

  /// The body of an object as it is now, without kind and version, or null.
  public @Nullable Map<String, Object> get(ResourceId id) {
    return store.get(id).map(FakeObject::tree).orElse(null);
  }

  /// How many objects there are.
  public int size() {
    return store.size();
  }

  /// The revision of now.
  public String revision() {
    return String.valueOf(store.revision());
  }

  /// Forgets what has happened up to now: no watch can begin before, no list in pages can go on.
  public void compact() {
    store.compact();
    parts.listing().forgetMoments();
  }

  /// Lets so many revisions pass in which nothing happens to the objects here.
  public void skipRevisions(long count) {
    store.skip(count);
  }

  /// Ends all watches as if their time were over, and cuts what is delayed or stalled.
  public void endWatches() {
    listener.endAll();
  }

  /// Drops all connections, as a server that is killed.
  public void dropConnections() {
    listener.drop();
  }

  /// Drops all connections and refuses new ones for a while; then it is there again under the same
  /// address with the same objects, and remembers nothing of before.
  public void restart(Duration away) throws InterruptedException {
    stop();
    Thread.sleep(away);
    resume();
  }

  /// Drops all connections and refuses new ones until [#resume].
  public void stop() {
    listener.stop();
  }

  /// Is there again after [#stop].
  public void resume() {
    compact();
    listener.start();
  }

  /// Shows another certificate from now on, to new connections.
  public void certificate(FakeTrust shown) {
    listener.certificate(shown);
  }

  @Override
  public void close() {
    listener.stop();
  }
}
