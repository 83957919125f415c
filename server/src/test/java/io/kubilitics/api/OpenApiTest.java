package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.kubilitics.access.Access;
import io.kubilitics.access.Route;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The description of the API and the running server say the same.
class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

  private static TestServer server;
  private static JsonNode description;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start();
    description = JSON.readTree(server.send(server.bare("/api/v1/openapi.json")).body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<Endpoint> endpoints() {
    return TestServer.endpoints();
  }

  @Test
  void itDescribesExactlyTheRoutesThereAre() {
    Set<String> described = new TreeSet<>();
    description
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            TestServer.routes().stream().map(Route::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aRouteHasTheParametersAndTheAccessThatAreDescribed(Endpoint endpoint) {
    JsonNode operation = operation(endpoint.route());

    assertThat(parameters(operation, "query"))
        .containsExactlyInAnyOrderElementsOf(endpoint.parameters());
    assertThat(parameters(operation, "path"))
        .containsExactlyElementsOf(
            NAME.matcher(endpoint.route().path().toString())
                .results()
                .map(name -> name.group(1))
                .toList());
    assertThat(operation.get("security").isEmpty())
        .isEqualTo(
            endpoint.route().access() == Access.PUBLIC
                || endpoint.route().access() == Access.TICKET
                || endpoint.route().access() == Access.STREAM);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void anAnswerHasTheTypeAndTheFormThatAreDescribed(Endpoint endpoint) throws IOException {
    RawAnswer answer = server.send(server.good(endpoint.route()));
    if (endpoint.route().access() == Access.STREAM) {
      assertThat(answer.status()).isEqualTo(101);
      assertThat(operation(endpoint.route()).at("/responses/101").isMissingNode()).isFalse();
      return;
    }

    JsonNode content = operation(endpoint.route()).at("/responses/" + answer.status() + "/content");
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    if (isFile(answer)) {
      assertThat(names(content)).contains(type);
    } else {
      assertThat(names(content)).containsExactly(type);
    }
    if (type.equals("application/json")) {
      assertThat(violations(content.get(type).get("schema"), answer)).isEmpty();
    }
  }

  @Test
  void whatIsNotOpenIsAnAnswerOfEveryRouteThatReadsACluster() {
    for (Endpoint endpoint : TestServer.endpoints()) {
      if (endpoint.route().path().toString().contains("/clusters/{cluster}/")) {
        assertThat(operation(endpoint.route()).at("/responses/409").isMissingNode())
            .as(endpoint.route().toString())
            .isFalse();
      }
    }
  }

  /// Files are of the type that was asked for.
  private static boolean isFile(RawAnswer answer) {
    return !answer.header("Content-Disposition").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, /api/v1/clusters, none",
    "404, /api/v1/clusters/bakery, token",
    "400, /api/v1/clusters/shop/topology?health=sick, token",
    "404, /nowhere, token",
    "400, /api/v1//clusters, token"
  })
  void aProblemHasTheFormThatIsDescribed(int status, String target, String credentials)
      throws IOException {
    RawRequest request = server.bare(target);
    RawAnswer answer = server.send(credentials.equals("token") ? server.signed(request) : request);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(
            violations(
                description.at(
                    "/components/responses/Problem/content/application~1problem+json/schema"),
                answer))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?level=0",
        "?level=1",
        "?level=2",
        "?level=3&selection=Pod/shop/cart-1",
        "?focus=Service/shop/web",
        "?arrange=fresh&namespace=shop",
        "?group=node",
        "?viewport=0,0,10,10"
      })
  void aDrawingHasTheFormThatIsDescribed(String query) throws IOException {
    JsonNode schema = JSON.readTree("{\"$ref\":\"#/components/schemas/Drawing\"}");

    assertThat(violations(schema, server.get("/api/v1/clusters/shop/drawing" + query))).isEmpty();
  }

  @Test
  void aWrongAnswerIsNoticed() throws IOException {
    JsonNode schema = JSON.readTree("{\"$ref\":\"#/components/schemas/Topology\"}");
    RawAnswer good = server.get("/api/v1/clusters/shop/topology");
    RawAnswer wrong =
        new RawAnswer(200, List.of(), good.body().replaceFirst("\"resolved\"", "\"fine\""));
    RawAnswer more =
        new RawAnswer(200, List.of(), good.body().replaceFirst("\"uid\"|\"version\"", "\"vers\""));

    assertThat(violations(schema, good)).isEmpty();
    assertThat(violations(schema, wrong)).isNotEmpty();
    assertThat(violations(schema, more)).isNotEmpty();
  }

  private static JsonNode operation(Route route) {
    return description
        .get("paths")
        .get(route.path().toString())
        .get(route.method().toLowerCase(Locale.ROOT));
  }

  private static List<String> parameters(JsonNode operation, String in) {
    return StreamSupport.stream(operation.get("parameters").spliterator(), false)
        .filter(parameter -> parameter.get("in").asText().equals(in))
        .map(parameter -> parameter.get("name").asText())
        .toList();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /// The schemas of the description refer to each other; a validator wants them in one document.
  private static Stream<ValidationMessage> violations(JsonNode schema, RawAnswer answer)
      throws IOException {
    ObjectNode whole = schema.deepCopy();
    whole.set("$defs", description.at("/components/schemas"));
    String document = whole.toString().replace("#/components/schemas/", "#/$defs/");
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(document)
        .validate(JSON.readTree(answer.body()))
        .stream();
  }
}
