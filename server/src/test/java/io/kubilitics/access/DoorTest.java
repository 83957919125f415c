package io.kubilitics.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the door against every kind of route there can be, and the proof that the list of
/// attacks below notices when a guard is missing.
class DoorTest {
  private static final int PORT = 8080;
  private static final OwnAddresses ADDRESSES =
      OwnAddresses.of(List.of("127.0.0.1", "localhost", "[::1]"), PORT);
  private static final LaunchToken TOKEN = LaunchToken.of("t".repeat(43));
  private static final RouteTable ROUTES =
      new RouteTable(
          List.of(
              Route.page("/"),
              Route.get("/public", Access.PUBLIC),
              Route.get("/ticket/{ticket}", Access.TICKET),
              Route.get("/reader/{name}", Access.READER),
              new Route("POST", PathPattern.of("/writer"), Access.WRITER, false),
              new Route("DELETE", PathPattern.of("/admin/{name}"), Access.ADMIN, false),
              Route.get("/phone", Access.PHONE),
              Route.get("/stream", Access.STREAM)));

  /// A request and what must become of it: a status, or 200 for "comes in".
  record Attempt(String what, Head head, boolean guest, int expected) {
    @Override
    public String toString() {
      return what;
    }
  }

  /// A request head under construction.
  record Head(String method, String path, String authority, Map<String, List<String>> headers)
      implements Knock {
    static Head get(String path) {
      return new Head("GET", path, "", Map.of()).with("Host", "127.0.0.1:" + PORT);
    }

    Head method(String other) {
      return new Head(other, path, authority, headers);
    }

    Head at(String other) {
      return new Head(method, other, authority, headers);
    }

    Head authority(String other) {
      return new Head(method, path, other, headers);
    }

    Head with(String name, String... values) {
      Map<String, List<String>> more = new LinkedHashMap<>(headers);
      more.put(name, List.of(values));
      return new Head(method, path, authority, more);
    }

    Head signed() {
      return with("Authorization", "Bearer " + TOKEN.reveal());
    }

    Head json() {
      return with("Content-Type", "application/json");
    }

    @Override
    public List<String> header(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  static List<Attempt> attempts() {
    List<Attempt> all = new ArrayList<>();
    rights(all);
    credentials(all);
    hosts(all);
    origins(all);
    changes(all);
    streams(all);
    limits(all);
    return all;
  }

  private static void rights(List<Attempt> all) {
    Head post = Head.get("/writer").method("POST").json();
    Head delete = Head.get("/admin/x").method("DELETE");
    add(all, "anybody opens the page", Head.get("/"), 200);
    add(all, "anybody reads what is public", Head.get("/public"), 200);
    add(all, "HEAD is GET without a body", Head.get("/public").method("HEAD"), 200);
    add(all, "the owner reads", Head.get("/reader/x").signed(), 200);
    add(all, "the owner writes", post.signed(), 200);
    add(all, "the owner administrates", delete.signed(), 200);
    add(all, "a ticket needs no token", Head.get("/ticket/1"), 200);
    add(all, "a ticket and a token", Head.get("/ticket/1").signed(), 200);
    add(all, "no phone is paired", Head.get("/phone").signed(), 403);
    add(all, "an unknown path", Head.get("/nowhere").signed(), 404);
    add(all, "an unknown path is not told to strangers", Head.get("/nowhere"), 401);
    add(all, "a trailing slash is another path", Head.get("/reader/").signed(), 400);
    add(all, "letters count", Head.get("/PUBLIC").signed(), 404);
    add(all, "a method the path lacks", Head.get("/writer").signed(), 405);
    add(all, "OPTIONS", Head.get("/public").method("OPTIONS").json().signed(), 405);
    add(all, "TRACE", Head.get("/public").method("TRACE").json().signed(), 405);
    guest(all, "a guest reads", Head.get("/reader/x"), 200);
    guest(all, "a guest does not write", post, 403);
    guest(all, "a guest does not administrate", delete, 403);
    guest(all, "a guest with a token is still a guest", post.signed(), 403);
  }

  private static void credentials(List<Attempt> all) {
    Head read = Head.get("/reader/x");
    String right = "Bearer " + TOKEN.reveal();
    add(all, "no token", read, 401);
    add(all, "a wrong token", read.with("Authorization", "Bearer " + "u".repeat(43)), 401);
    add(all, "a token cut short", read.with("Authorization", "Bearer " + "t".repeat(42)), 401);
    add(all, "a token with more", read.with("Authorization", right + "t"), 401);
    add(all, "an empty token", read.with("Authorization", "Bearer "), 401);
    add(all, "the token without a scheme", read.with("Authorization", TOKEN.reveal()), 401);
    add(all, "another scheme", read.with("Authorization", "Basic " + TOKEN.reveal()), 401);
    add(all, "the token twice", read.with("Authorization", right, right), 401);
    add(all, "a wrong and a right one", read.with("Authorization", "Bearer x", right), 401);
    add(all, "two in one header", read.with("Authorization", right + ", " + right), 401);
    add(
        all,
        "the scheme in small letters",
        read.with("Authorization", "b" + right.substring(1)),
        200);
    add(
        all,
        "a wrong token on a public route",
        Head.get("/public").with("Authorization", "x"),
        200);
  }

  private static void hosts(List<Attempt> all) {
    Head read = Head.get("/reader/x").signed();
    add(all, "localhost", read.with("Host", "localhost:8080"), 200);
    add(all, "LOCALHOST", read.with("Host", "LOCALHOST:8080"), 200);
    add(all, "IPv6", read.with("Host", "[::1]:8080"), 200);
    add(all, "an evil host", read.with("Host", "evil.example:8080"), 421);
    add(
        all,
        "an evil host with our name in front",
        read.with("Host", "127.0.0.1.evil.example:8080"),
        421);
    add(
        all,
        "an evil host with our name as user",
        read.with("Host", "127.0.0.1:8080@evil.example"),
        421);
    add(all, "another port", read.with("Host", "127.0.0.1:8081"), 421);
    add(all, "no port", read.with("Host", "127.0.0.1"), 421);
    add(all, "a dot at the end", read.with("Host", "localhost.:8080"), 421);
    add(all, "no host", read.with("Host"), 421);
    add(all, "two hosts", read.with("Host", "127.0.0.1:8080", "127.0.0.1:8080"), 421);
    add(all, "an evil host on the page", Head.get("/").with("Host", "evil.example:8080"), 421);
    add(all, "an evil target", read.authority("evil.example:8080"), 421);
    add(all, "our own target", read.authority("localhost:8080"), 200);
  }

  private static void origins(List<Attempt> all) {
    Head read = Head.get("/reader/x").signed();
    Head page =
        Head.get("/").with("Sec-Fetch-Site", "cross-site").with("Sec-Fetch-Mode", "navigate");
    add(all, "our own origin", read.with("Origin", "http://127.0.0.1:8080"), 200);
    add(all, "an evil origin", read.with("Origin", "http://evil.example"), 403);
    add(
        all,
        "an evil origin on a public route",
        Head.get("/public").with("Origin", "http://evil.example"),
        403);
    add(all, "https is another origin", read.with("Origin", "https://127.0.0.1:8080"), 403);
    add(all, "another port is another origin", read.with("Origin", "http://127.0.0.1:9090"), 403);
    add(all, "a page without an origin", read.with("Origin", "null"), 403);
    add(
        all,
        "two origins",
        read.with("Origin", "http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        403);
    add(all, "our own site", read.with("Sec-Fetch-Site", "same-origin"), 200);
    add(all, "the address bar", read.with("Sec-Fetch-Site", "none"), 200);
    add(all, "another site", read.with("Sec-Fetch-Site", "cross-site"), 403);
    add(all, "another port of this machine", read.with("Sec-Fetch-Site", "same-site"), 403);
    add(all, "a site nobody has heard of", read.with("Sec-Fetch-Site", "friendly"), 403);
    add(all, "two sites", read.with("Sec-Fetch-Site", "same-origin", "cross-site"), 403);
    add(all, "a link to the page", page.with("Sec-Fetch-Dest", "document"), 200);
    add(all, "the page in a frame", page.with("Sec-Fetch-Dest", "iframe"), 403);
    add(
        all,
        "a form that posts to the page",
        page.with("Sec-Fetch-Dest", "document").with("Origin", "null"),
        403);
    add(
        all,
        "a link to data",
        read.with("Sec-Fetch-Site", "cross-site")
            .with("Sec-Fetch-Mode", "navigate")
            .with("Sec-Fetch-Dest", "document"),
        403);
  }

  private static void changes(List<Attempt> all) {
    Head post = Head.get("/writer").method("POST").signed();
    Head delete = Head.get("/admin/x").method("DELETE").signed();
    add(all, "JSON", post.json(), 200);
    add(all, "JSON in UTF-8", post.with("Content-Type", "application/json; charset=UTF-8"), 200);
    add(all, "plain text", post.with("Content-Type", "text/plain"), 415);
    add(all, "a form", post.with("Content-Type", "application/x-www-form-urlencoded"), 415);
    add(all, "no type", post, 415);
    add(all, "two types", post.with("Content-Type", "application/json", "text/plain"), 415);
    add(all, "a type that begins like JSON", post.with("Content-Type", "application/jsonp"), 415);
    add(all, "a delete with a plain body", delete.with("Content-Length", "3"), 415);
    add(all, "a delete with an endless body", delete.with("Transfer-Encoding", "chunked"), 415);
    add(
        all,
        "plain text by a stranger",
        Head.get("/writer").method("POST").with("Content-Type", "text/plain"),
        401);
  }

  private static void streams(List<Attempt> all) {
    Head stream =
        Head.get("/stream")
            .with("Connection", "Upgrade")
            .with("Upgrade", "websocket")
            .with("Sec-WebSocket-Version", "13")
            .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
            .with("Sec-WebSocket-Protocol", "kubilitics.v1");
    add(all, "a stream, which asks for the token itself", stream, 200);
    add(all, "a stream with a token", stream.signed(), 200);
    guest(all, "a stream of a guest", stream, 200);
    add(all, "a stream of our own page", stream.with("Origin", "http://127.0.0.1:8080"), 200);
    add(all, "a stream of an evil page", stream.with("Origin", "http://evil.example"), 403);
    add(all, "a stream of a page in a sandbox", stream.with("Origin", "null"), 403);
    add(all, "a stream across sites", stream.with("Sec-Fetch-Site", "cross-site"), 403);
    add(all, "a stream to an evil host", stream.with("Host", "evil.example:8080"), 421);
    add(all, "a stream that is no WebSocket", Head.get("/stream").signed(), 426);
    add(all, "the head of a stream", stream.method("HEAD"), 426);
    add(all, "a stream without a key", stream.with("Sec-WebSocket-Key"), 426);
    add(all, "a stream with two keys", stream.with("Sec-WebSocket-Key", "x", "y"), 426);
    add(all, "a stream of an old version", stream.with("Sec-WebSocket-Version", "8"), 426);
    add(all, "a stream that offers more", stream.with("Upgrade", "h2c, websocket"), 426);
    add(all, "a stream without a protocol", stream.with("Sec-WebSocket-Protocol"), 400);
    add(all, "a stream of another", stream.with("Sec-WebSocket-Protocol", "graphql-ws"), 400);
    add(
        all,
        "a stream with a choice",
        stream.with("Sec-WebSocket-Protocol", "kubilitics.v1, graphql-ws"),
        400);
    add(all, "a stream elsewhere", stream.at("/reader/x").signed(), 400);
  }

  private static void limits(List<Attempt> all) {
    Head post = Head.get("/writer").method("POST").signed().json();
    Head read = Head.get("/reader/x").signed();
    add(all, "a mebibyte", post.with("Content-Length", "1048576"), 200);
    add(all, "a byte more", post.with("Content-Length", "1048577"), 413);
    add(all, "more than an int holds", post.with("Content-Length", "99999999999999999999"), 413);
    add(all, "no number", post.with("Content-Length", "-1"), 413);
    add(all, "a WebSocket", read.with("Upgrade", "h2c, WebSocket"), 400);
    add(all, "a WebSocket by its key alone", read.with("Sec-WebSocket-Key", "x"), 400);
    add(
        all,
        "a WebSocket on a public route",
        Head.get("/public").with("Upgrade", "websocket"),
        400);
    add(all, "a WebSocket by a stranger", Head.get("/reader/x").with("Upgrade", "websocket"), 401);
    add(all, "an offer of HTTP/2", read.with("Upgrade", "h2c"), 200);
    add(all, "a tunnel", read.method("CONNECT").json(), 400);
    for (String path :
        List.of(
            "/reader/a%2Fb",
            "/reader/a%2fb",
            "/reader/a%5Cb",
            "/reader/%2e%2e",
            "/reader/%252e",
            "/reader/..",
            "/reader/.",
            "//reader/x",
            "/reader//x",
            "/reader/x/",
            "/reader/x;y",
            "/reader/a\\b",
            "/reader/%00",
            "/reader/%0a",
            "/reader/%7F",
            "/reader/%zz",
            "/reader/%4",
            "/reader/%",
            "/reader/%C0%AF",
            "/reader/%ff",
            "/reader/ü",
            "",
            "*")) {
      all.add(new Attempt("the path '" + path + "'", read.at(path), false, 400));
    }
    all.add(new Attempt("an encoded letter", read.at("/reader/%C3%BC%20%3A"), false, 200));
  }

  private static void add(List<Attempt> all, String what, Head head, int expected) {
    all.add(new Attempt(what, head, false, expected));
  }

  private static void guest(List<Attempt> all, String what, Head head, int expected) {
    all.add(new Attempt(what, head, true, expected));
  }

  private static int outcome(Attempt attempt, List<Guard> guards) {
    Credentials credentials =
        attempt.guest() ? new Credentials.None() : new Credentials.Token(TOKEN);
    Verdict verdict = new Door(ROUTES, credentials, guards).judge(attempt.head());
    return switch (verdict) {
      case Verdict.Admitted(_, _) -> 200;
      case Verdict.Refused(Refusal refusal) -> refusal.status();
    };
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void anAttemptEndsAsItMust(Attempt attempt) {
    assertThat(outcome(attempt, Door.guards(ADDRESSES))).isEqualTo(attempt.expected());
  }

  static List<Class<?>> guards() {
    return Door.guards(ADDRESSES).stream().<Class<?>>map(Guard::getClass).toList();
  }

  @ParameterizedTest
  @MethodSource("guards")
  void aMissingGuardIsNoticed(Class<?> missing) {
    List<Guard> rest =
        Door.guards(ADDRESSES).stream().filter(guard -> !missing.isInstance(guard)).toList();

    assertThat(attempts()).anyMatch(attempt -> outcome(attempt, rest) != attempt.expected());
  }

  @Test
  void theGuardsAreAskedInTheOrderOfTheRules() {
    assertThat(guards())
        .containsExactly(
            SmallBody.class,
            PlainPath.class,
            KnownHost.class,
            OwnOrigin.class,
            TokenNeeded.class,
            NoUpgrade.class,
            StreamUpgrade.class,
            JsonOnly.class,
            EnoughRights.class);
  }

  @ParameterizedTest
  @EnumSource(Access.class)
  void everyKindOfRouteIsTried(Access access) {
    assertThat(ROUTES.routes()).extracting(Route::access).contains(access);
  }

  @Test
  void aRefusalSaysWhichMethodsThePathHas() {
    Verdict verdict =
        new Door(ROUTES, new Credentials.Token(TOKEN), Door.guards(ADDRESSES))
            .judge(Head.get("/public").method("POST").json().signed());

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> assertThat(refused.refusal().headers()).containsEntry("Allow", "GET, HEAD"));
  }
}
