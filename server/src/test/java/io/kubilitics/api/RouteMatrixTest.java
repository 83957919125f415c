package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.access.Access;
import io.kubilitics.access.JsonOnly;
import io.kubilitics.access.KnownHost;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.access.NoUpgrade;
import io.kubilitics.access.OwnOrigin;
import io.kubilitics.access.PlainPath;
import io.kubilitics.access.Route;
import io.kubilitics.access.StreamUpgrade;
import io.kubilitics.access.TokenNeeded;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import io.kubilitics.testbed.StreamClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every route against every attack, over the wire. Routes come from the table the server is made
/// of, so a new one is in without being named here.
class RouteMatrixTest {
  private static final String EXPIRED = LaunchToken.generate().reveal();

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// One cell of the matrix.
  ///
  /// @param expected status
  /// @param code of the problem; `""` for any
  record Cell(String attack, Route route, RawRequest request, int expected, String code) {
    @Override
    public String toString() {
      return route + " with " + attack;
    }

    boolean holds(RawAnswer answer) {
      return answer.status() == expected && (code.isEmpty() || answer.code().equals(code));
    }
  }

  static List<Route> routes() {
    return TestServer.routes();
  }

  static List<Cell> cells(TestServer server, Route route) {
    return route.access() == Access.STREAM
        ? streamCells(server, route)
        : answerCells(server, route);
  }

  /// Of a route that is a WebSocket.
  private static List<Cell> streamCells(TestServer server, Route route) {
    RawRequest good = server.good(route);
    RawRequest plain = server.bare(good.target());
    List<Cell> cells = new ArrayList<>();
    Row row = new Row(route, cells);
    row.add("nothing wrong", good, 101, "");
    row.add("no WebSocket", server.signed(plain), 426, "upgrade-needed");
    row.add("HEAD", good.method("HEAD"), 426, "");
    row.add("an old version", other(good, "Sec-WebSocket-Version: 8"), 426, "upgrade-needed");
    row.add("no key", good.without("Sec-WebSocket-Key"), 426, "upgrade-needed");
    row.add("no subprotocol", good.without("Sec-WebSocket-Protocol"), 400, "wrong-subprotocol");
    row.add("another subprotocol", other(good, "Sec-WebSocket-Protocol: soap"), 400, "");
    row.add(
        "the subprotocol twice",
        good.with("Sec-WebSocket-Protocol: kubilitics.v1"),
        400,
        "wrong-subprotocol");
    row.add("an evil host", other(good, "Host: evil.example"), 421, "wrong-host");
    row.add(
        "an evil host on our port",
        other(good, "Host: evil.example:" + server.api.port()),
        421,
        "wrong-host");
    row.add("no host", good.without("Host"), 400, "malformed");
    row.add("our own page", good.with("Origin: http://127.0.0.1:" + server.api.port()), 101, "");
    row.add("an evil origin", good.with("Origin: http://evil.example"), 403, "foreign-origin");
    row.add("the origin null", good.with("Origin: null"), 403, "foreign-origin");
    row.add("a cross-site page", good.with("Sec-Fetch-Site: cross-site"), 403, "foreign-origin");
    row.add("a way up", good.target(good.target() + "/../x"), 400, "");
    row.add("large headers", good.with("X-Large: " + "x".repeat(17_000)), 431, "too-large");
    RawRequest post = server.signed(plain).method("POST").with("Content-Length: 2").body("{}");
    row.add("plain text", post.with("Content-Type: text/plain"), 415, "json-only");
    row.add("a JSON post", post.with("Content-Type: application/json"), 405, "wrong-method");
    row.add(
        "a post by a stranger",
        post.without("Authorization").with("Content-Type: application/json"),
        401,
        "no-token");
    return cells;
  }

  private static RawRequest other(RawRequest request, String header) {
    return request.without(header.substring(0, header.indexOf(':'))).with(header);
  }

  private static List<Cell> answerCells(TestServer server, Route route) {
    boolean ticket = route.access() == Access.TICKET;
    boolean open = route.access() == Access.PUBLIC || ticket;
    // A ticket opens one answer; a used one none.
    int read = ticket ? 403 : 200;
    int posted = opensClusters(route) ? 201 : 200;
    int fine = route.method().equals("POST") ? posted : read;
    RawRequest good = ticket ? used(server, route) : server.good(route);
    RawRequest bare = good.without("Authorization");
    String host = "Host: 127.0.0.1:" + server.api.port();
    String token = "Authorization: Bearer " + server.token.reveal();
    RawRequest socket =
        good.with("Connection: Upgrade")
            .with("Upgrade: websocket")
            .with("Sec-WebSocket-Version: 13")
            .with("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    String body = TestServer.body(route);
    RawRequest post =
        withoutBody(bare)
            .method("POST")
            .with(token)
            .with("Content-Length: " + body.length())
            .body(body);
    List<Cell> cells = new ArrayList<>();
    Row row = new Row(route, cells);
    row.add("nothing wrong", good, fine, "");
    row.add("HEAD", withoutBody(good).method("HEAD"), offers(route, "GET") ? read : 405, "");
    row.add("no token", bare, open ? fine : 401, open ? "" : "no-token");
    row.add("a wrong token", bare.with(token + "x"), open ? fine : 401, open ? "" : "no-token");
    row.add(
        "the token of another start",
        bare.with("Authorization: Bearer " + EXPIRED),
        open ? fine : 401,
        open ? "" : "no-token");
    row.add(
        "the token twice", bare.with(token).with(token), open ? fine : 401, open ? "" : "no-token");
    row.add(
        "the token in the query",
        bare.target(withQuery(bare.target(), "token=" + server.token.reveal())),
        open ? 400 : 401,
        open ? "bad-input" : "no-token");
    row.add("an unknown parameter", good.target(withQuery(good.target(), "x=1")), 400, "bad-input");
    row.add("an evil host", good.without("Host").with("Host: evil.example"), 421, "wrong-host");
    row.add(
        "an evil host on our port",
        good.without("Host").with("Host: evil.example:" + server.api.port()),
        421,
        "wrong-host");
    row.add("no port in the host", good.without("Host").with("Host: 127.0.0.1"), 421, "wrong-host");
    row.add("no host", good.without("Host"), 400, "malformed");
    row.add("two hosts", good.with(host), 400, "malformed");
    row.add("an evil origin", good.with("Origin: http://evil.example"), 403, "foreign-origin");
    row.add("the origin null", good.with("Origin: null"), 403, "foreign-origin");
    row.add("a cross-site fetch", good.with("Sec-Fetch-Site: cross-site"), 403, "foreign-origin");
    row.add("a same-site fetch", good.with("Sec-Fetch-Site: same-site"), 403, "foreign-origin");
    row.add(
        "a link elsewhere",
        good.with("Sec-Fetch-Site: cross-site")
            .with("Sec-Fetch-Mode: navigate")
            .with("Sec-Fetch-Dest: document"),
        route.page() ? 200 : 403,
        route.page() ? "" : "foreign-origin");
    row.add("plain text", post.with("Content-Type: text/plain"), 415, "json-only");
    row.add(
        "a JSON post",
        post.with("Content-Type: application/json"),
        offers(route, "POST") ? posted : 405,
        offers(route, "POST") ? "" : "wrong-method");
    row.add(
        "a post by a stranger",
        post.without("Authorization").with("Content-Type: application/json"),
        401,
        "no-token");
    row.add("OPTIONS", bare.with(token).method("OPTIONS"), 405, "wrong-method");
    row.add("TRACE", bare.with(token).method("TRACE"), 405, "wrong-method");
    row.add("OPTIONS with a body", post.method("OPTIONS"), 405, "wrong-method");
    row.add(
        "an unknown method", post.method("BREW").with("Content-Type: application/json"), 405, "");
    row.add(
        "a trailing slash",
        good.target(inPath(good.target(), "/")),
        400,
        route.page() ? "" : "ambiguous-path");
    row.add("a control character", good.target(inPath(good.target(), "/%01")), 400, "");
    row.add("an encoded slash", good.target(inPath(good.target(), "%2Fx")), 400, "");
    row.add("a way up", good.target(inPath(good.target(), "/../x")), 400, "");
    row.add("an encoded way up", good.target(inPath(good.target(), "/%2e%2e/x")), 400, "");
    row.add("a path parameter", good.target(inPath(good.target(), ";x=y")), 400, "");
    row.add(
        "a large body",
        post.without("Content-Length")
            .with("Content-Type: application/json")
            .with("Content-Length: 2000000")
            .body(""),
        413,
        "too-large");
    row.add("large headers", good.with("X-Large: " + "x".repeat(17_000)), 431, "too-large");
    row.add("a WebSocket", socket, 400, "no-upgrade");
    row.add(
        "a WebSocket of a stranger",
        socket.without("Authorization"),
        open ? 400 : 401,
        open ? "no-upgrade" : "no-token");
    row.add(
        "a WebSocket of an evil page",
        socket.with("Origin: http://evil.example"),
        403,
        "foreign-origin");
    row.add(
        "a WebSocket to an evil host",
        socket.without("Host").with("Host: evil.example"),
        421,
        "wrong-host");
    return cells;
  }

  private static RawRequest withoutBody(RawRequest request) {
    return request.without("Content-Type").without("Content-Length").body("");
  }

  /// Whether what is posted to the path of a route makes something new.
  private static boolean opensClusters(Route route) {
    return route.path().toString().endsWith("/clusters");
  }

  /// Whether the path of a route takes a method, for this route or another.
  private static boolean offers(Route route, String method) {
    return routes().stream()
        .anyMatch(each -> each.path().equals(route.path()) && each.method().equals(method));
  }

  /// A request whose ticket has been used.
  private static RawRequest used(TestServer server, Route route) {
    RawRequest good = server.good(route);
    try {
      assertThat(server.send(good).status()).isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return good;
  }

  private record Row(Route route, List<Cell> cells) {
    void add(String attack, RawRequest request, int expected, String code) {
      boolean noBody = request.method().equals("HEAD");
      cells.add(new Cell(attack, route, request, expected, noBody ? "" : code));
    }
  }

  private static String withQuery(String target, String more) {
    return target + (target.contains("?") ? "&" : "?") + more;
  }

  private static String inPath(String target, String more) {
    int query = target.indexOf('?');
    return query < 0 ? target + more : target.substring(0, query) + more + target.substring(query);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyAttackOnARouteEndsAsItMust(Route route) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Cell cell : cells(server, route)) {
      RawAnswer answer = server.send(cell.request());
      if (!cell.holds(answer)) {
        wrong.add(cell + ": expected " + cell.expected() + " " + cell.code() + ", was " + answer);
      }
      assertHeaders(answer);
    }

    assertThat(wrong).isEmpty();
  }

  /// Bodies of objects and tickets are stored nowhere, and files of a cluster are no pages of ours.
  private static String expected(RawAnswer answer, HttpField field) {
    boolean isBody =
        answer.header("Content-Type").startsWith("text/yaml")
            || answer.body().contains("\"kind\":\"DownloadTicket\"");
    boolean isFile = !answer.header("Content-Disposition").isEmpty();
    if (field.getName().equals("Cache-Control") && isBody) {
      return "no-store";
    }
    return field.getName().equals("Content-Security-Policy") && isFile
        ? "sandbox"
        : field.getValue();
  }

  static void assertHeaders(RawAnswer answer) {
    SecurityHeaders.FIELDS.forEach(field ->
        assertThat(answer.header(field.getName()))
            .as(answer.toString())
            .isEqualTo(expected(answer, field)));
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        PlainPath.class,
        KnownHost.class,
        OwnOrigin.class,
        TokenNeeded.class,
        NoUpgrade.class,
        StreamUpgrade.class,
        JsonOnly.class
      })
  void aServerWithoutOneOfItsGuardsDoesNotPass(Class<?> guard) {
    try (TestServer weak = TestServer.without(guard)) {
      assertThat(routes().stream().flatMap(route -> cells(weak, route).stream()))
          .anyMatch(cell -> !cell.holds(sent(weak, cell)));
    }
  }

  private static RawAnswer sent(TestServer weak, Cell cell) {
    try {
      return weak.send(cell.request());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a stranger may say first, with the token of the server in the place of `$`.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"hello\"}",
        "{\"type\":\"hello\",\"token\":\"\"}",
        "{\"type\":\"hello\",\"token\":\"$x\"}",
        "{\"type\":\"hello\",\"token\":\"expired\"}",
        "{\"type\":\"hello\",\"token\":\"$\",\"token\":\"$\"}",
        "{\"type\":\"hello\",\"token\":[\"$\",\"$\"]}",
        "{\"type\":\"hello\",\"token\":\"$\",\"admin\":\"true\"}",
        "{\"type\":\"hello\",\"token\":\"$\"}{}",
        "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"shop\",\"view\":{\"show\":\"topology\"}}",
        "{\"type\":\"unsubscribe\",\"id\":\"a\"}",
        "Bearer $",
        ""
      })
  void aStreamIsForWhoSaysTheTokenFirst(String first) throws IOException {
    String said = first.replace("expired", EXPIRED).replace("$", server.token.reveal());
    try (HttpClient http = HttpClient.newHttpClient();
        StreamClient client = StreamClient.connect(http, server.api.port())) {
      client.say(said);

      assertThat(client.closeCode()).isEqualTo(4401);
      assertThat(client.hasMessage()).isFalse();
    }
  }

  @Test
  void theRoutesAreTheOnesOfTheContract() {
    assertThat(routes())
        .extracting(route -> route.access() + " " + route)
        .containsExactlyInAnyOrder(
            "PUBLIC GET /",
            "PUBLIC GET /page.js",
            "PUBLIC GET /page.css",
            "PUBLIC GET /api/v1/openapi.json",
            "PUBLIC GET /livez",
            "PUBLIC GET /healthz",
            "PUBLIC GET /readyz",
            "PUBLIC GET /api/v1/livez",
            "PUBLIC GET /api/v1/healthz",
            "PUBLIC GET /api/v1/readyz",
            "STREAM GET /api/v1/stream",
            "READER GET /metrics",
            "READER GET /api/v1/metrics",
            "READER GET /api/v1/clusters",
            "READER GET /api/v1/search",
            "WRITER POST /api/v1/clusters",
            "READER GET /api/v1/clusters/{cluster}",
            "WRITER PUT /api/v1/clusters/{cluster}",
            "WRITER DELETE /api/v1/clusters/{cluster}",
            "READER GET /api/v1/clusters/{cluster}/events",
            "READER GET /api/v1/clusters/{cluster}/kinds",
            "READER GET /api/v1/clusters/{cluster}/findings",
            "READER GET /api/v1/clusters/{cluster}/impact",
            "READER GET /api/v1/clusters/{cluster}/impact/{kind}/{namespace}/{name}",
            "READER GET /api/v1/clusters/{cluster}/paths",
            "READER GET /api/v1/clusters/{cluster}/resources",
            "READER GET /api/v1/clusters/{cluster}/resources/{kind}",
            "READER GET /api/v1/clusters/{cluster}/resources/{kind}/{namespace}/{name}",
            "READER GET /api/v1/clusters/{cluster}/resources/{kind}/{namespace}/{name}/yaml",
            "READER GET /api/v1/clusters/{cluster}/yaml",
            "READER GET /api/v1/drawing",
            "READER GET /api/v1/clusters/{cluster}/drawing",
            "WRITER POST /api/v1/clusters/{cluster}/drawing/tidy",
            "READER GET /api/v1/clusters/{cluster}/export",
            "READER POST /api/v1/clusters/{cluster}/export",
            "TICKET GET /api/v1/downloads/{ticket}",
            "READER GET /api/v1/clusters/{cluster}/topology",
            "READER GET /api/v1/clusters/{cluster}/topology/focus",
            "READER GET /api/v1/clusters/{cluster}/topology/focus/{kind}/{namespace}/{name}");
  }
}
