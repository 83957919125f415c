package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.access.Route;
import io.kubilitics.api.stream.Show;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.ExportFormat;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.Openings;
import io.kubilitics.session.Roster;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.Atlas;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.cluster.ClusterSource;
import io.kubilitics.source.cluster.connection.ConnectionPace;
import io.kubilitics.source.cluster.connection.ConnectionSettings;
import io.kubilitics.source.cluster.connection.FabricConnection;
import io.kubilitics.source.cluster.credential.Credentials;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import io.kubilitics.source.manifest.ManifestSource;
import io.kubilitics.testbed.Canary;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeTrust;
import io.kubilitics.testbed.LogLines;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import io.kubilitics.testbed.StreamClient;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.TopologyQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// No route answers with a secret of what was read, whichever object it is asked about.
class CanaryRoutesTest {
  private static final TopologyQuery WITH_CALLS =
      new TopologyQuery(
          Set.of(),
          Set.of(),
          Set.of(),
          LabelSelector.EVERYTHING,
          Set.of(),
          java.util.Optional.empty());

  @TempDir Path folder;
  @TempDir Path data;

  @Test
  void noRouteHoldsASecretOfAFolder() throws Exception {
    Files.writeString(folder.resolve("all.yaml"), Canary.manifests());
    int number = 0;
    for (String broken : Canary.broken()) {
      Files.writeString(folder.resolve("broken-" + number++ + ".yaml"), broken);
    }
    Catalogue catalogue = Catalogue.builtIn();

    check(ManifestSource.of(folder, catalogue).withBodies(catalogue::bodies), catalogue);
  }

  @Test
  void noRouteHoldsASecretOfStdin() throws Exception {
    String all = Canary.manifests() + "---\n" + String.join("---\n", Canary.broken());
    Catalogue catalogue = Catalogue.builtIn();

    check(
        ManifestSource.ofStdin(
                new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)), catalogue)
            .withBodies(catalogue::bodies),
        catalogue);
  }

  @Test
  void aSecretInTheLogWouldBeSeen() {
    try (LogLines log = LogLines.all()) {
      LoggerFactory.getLogger("io.kubilitics.api").debug("read {}", Canary.manifests());

      assertThat(Canary.foundIn(log.text())).isNotEmpty();
    }
  }

  /// What is read from an API server, with a token that is a canary itself, and goes out over every
  /// route, every channel of the stream and into every file.
  @Test
  void nothingHoldsASecretOfALiveCluster() throws Exception {
    try (FakeApiServer server = FakeApiServer.start()) {
      Canary.serve(server);
      ClusterAccess access =
          new ClusterAccess(
              "nest",
              server.url(),
              new Trust.Authorities(new Pem.Inline(new Hidden(FakeTrust.authority()))),
              null,
              null,
              null,
              null,
              new Authorization.Bearer(new Hidden(Canary.token())),
              null,
              "nest");
      Catalogue catalogue = Catalogue.builtIn().forCluster();
      ClusterSource source = ClusterSource.alive(access, catalogue, CanaryRoutesTest::connected);

      String streamed = check(source, catalogue);

      assertThat(streamed)
          .contains("\"reason\":\"Failed\"", "\"freshness\":\"live\"", "Vault.example.com/nest/v");
    }
  }

  private static FabricConnection connected(ClusterAccess access) {
    return new FabricConnection(
        access,
        Credentials.of(access, InstantSource.system()),
        new ConnectionSettings(
            "kubilitics/test", ConnectionPace.USUAL, InstantSource.system(), _ -> null));
  }

  /// What the stream told.
  private String check(ResourceSource source, Catalogue catalogue) throws Exception {
    LaunchToken token = LaunchToken.generate();
    try (LogLines log = LogLines.all();
        Fleet fleet = new Fleet(Clock.systemUTC());
        ApiServer api = ApiServer.open(HttpSettings.loopback(0, token))) {
      Session session = fleet.open(new ClusterId("nest"), "nest", source, catalogue);
      session.awaitReady();
      Atlas atlas = Atlas.keptIn(data);
      api.attach(new Served(fleet, atlas, new Roster(fleet, Openings.NONE)));
      String streamed = streamed(api, token, session);
      assertThat(Canary.foundIn(streamed)).as("the stream").isEmpty();
      List<String> bodies = new ArrayList<>();
      int drawn = 0;
      int exported = 0;
      for (Endpoint endpoint : TestServer.endpoints()) {
        Route route = endpoint.route();
        if (TestServer.changesACluster(route)) {
          continue;
        }
        for (ResourceId id : objects(session)) {
          for (String query : queries(endpoint, id)) {
            String answer = get(api, token, route, id, query);
            assertThat(Canary.foundIn(answer)).as(route + query + " of " + id).isEmpty();
            if (route.path().toString().endsWith("/yaml") && answer.contains("apiVersion")) {
              bodies.add(answer);
            }
            drawn += answer.contains("\"kind\":\"Drawing\"") ? 1 : 0;
            exported += answer.contains("attachment") ? 1 : 0;
          }
        }
      }
      assertThat(drawn).isGreaterThan(objects(session).size());
      assertThat(exported).isGreaterThan(objects(session).size());
      assertThat(Canary.foundIn(log.text())).as("the log").isEmpty();
      assertThat(Canary.foundIn(session.condition().toString())).as("the condition").isEmpty();
      atlas.close();
      assertThat(Canary.foundIn(saved())).as("the files").isEmpty();
      assertThat(bodies).hasSize(2 * objects(session).size());
      assertThat(String.join("", bodies)).contains("masked(", "kind: Secret", "kind: Deployment");
      return streamed;
    }
  }

  private String saved() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all).isNotEmpty();
    return all.toString();
  }

  /// Everything that every channel tells at first.
  private static String streamed(ApiServer api, LaunchToken token, Session session)
      throws IOException {
    StringBuilder all = new StringBuilder();
    try (HttpClient http = HttpClient.newHttpClient();
        StreamClient client = StreamClient.greet(http, api.port(), token.reveal())) {
      int number = 0;
      for (Show show : Show.values()) {
        for (String level : show == Show.DRAWING ? List.of("0", "1", "2", "3") : List.of("")) {
          client.say(
              "{\"type\":\"subscribe\",\"id\":\"s%d\",\"cluster\":\"%s\",\"view\":{\"show\":\"%s\"%s}}"
                  .formatted(
                      number++,
                      session.cluster(),
                      show.text(),
                      level.isEmpty() ? "" : ",\"level\":" + level));
        }
      }
      Set<String> begun = new HashSet<>();
      while (begun.size() < number) {
        JsonNode message = client.next();
        all.append(message).append('\n');
        String type = message.path("type").asText();
        assertThat(type).as("%s", message).isNotEqualTo("error");
        if (type.equals("snapshot")) {
          begun.add(message.path("id").asText());
        }
      }
    }
    return all.toString();
  }

  private static List<ResourceId> objects(Session session) {
    return session
        .topology()
        .select(WITH_CALLS, Viewer.EVERYTHING)
        .nodes()
        .filter(node -> node instanceof Node.Present)
        .map(Node::id)
        .toList();
  }

  /// What is asked about an object.
  private static List<String> queries(Endpoint endpoint, ResourceId id) {
    String text = URLEncoder.encode(id.toString(), StandardCharsets.UTF_8);
    List<String> queries = new ArrayList<>();
    queries.add(endpoint.parameters().contains("id") ? "?id=" + text : "");
    if (endpoint.parameters().contains("verbose")) {
      queries.add("?verbose");
    }
    if (endpoint.parameters().contains("focus")) {
      queries.add("?focus=" + text);
      queries.add("?level=3&selection=" + text);
    }
    if (endpoint.parameters().contains("format")) {
      ExportFormat.words().forEach(format -> queries.add("?format=" + format));
    }
    return queries;
  }

  private static String get(
      ApiServer api, LaunchToken token, Route route, ResourceId id, String query)
      throws IOException {
    String namespace = id.namespace().isEmpty() ? "-" : id.namespace();
    String target = route.path().toString();
    Map<String, String> parts =
        Map.of(
            "cluster",
            "nest",
            "kind",
            id.kind().toString(),
            "namespace",
            namespace,
            "name",
            id.name());
    for (Map.Entry<String, String> part : parts.entrySet()) {
      target = target.replace("{" + part.getKey() + "}", part.getValue());
    }
    RawAnswer answer =
        RawAnswer.to(
            api.port(),
            RawRequest.get(target + query)
                .method(route.method())
                .with("Host: 127.0.0.1:" + api.port())
                .with("Authorization: Bearer " + token.reveal()));
    return answer.toString();
  }
}
