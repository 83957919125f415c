package io.kubilitics.api;

import io.kubilitics.access.Access;
import io.kubilitics.access.Credentials;
import io.kubilitics.access.Door;
import io.kubilitics.access.Guard;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.access.OwnAddresses;
import io.kubilitics.access.Route;
import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A running server on a free port, with the shop attached unless said otherwise.
final class TestServer implements AutoCloseable {
  /// What routes must be asked with, by the last part of their path.
  private static final Map<String, String> QUERIES =
      Map.of(
          "/focus", "?id=Pod/shop/cart-1",
          "/clusters/shop/yaml", "?id=Pod/shop/cart-1",
          "/resources", "?id=Pod/shop/cart-1",
          "/impact", "?id=Pod/shop/cart-1",
          "/paths", "?from=Service/shop/web&to=Node/worker-1",
          "/v1/drawing", "?cluster=shop",
          "/search", "?q=cart");

  final LaunchToken token = LaunchToken.generate();
  final Shop shop = new Shop();
  final Served served = shop.serve();
  final ApiServer api;

  private TestServer(
      Function<OwnAddresses, List<Guard>> guards, boolean withToken, Patience patience) {
    HttpSettings settings =
        withToken
            ? HttpSettings.loopback(0, token)
            : new HttpSettings(HttpSettings.LOOPBACK, 0, new Credentials.None(), List.of());
    api = ApiServer.open(settings, guards, patience);
  }

  private TestServer(StreamPace pace, StreamLimits limits) {
    api =
        ApiServer.open(
            HttpSettings.loopback(0, token),
            Door::guards,
            Patience.USUAL,
            new StreamSetup(pace, limits));
  }

  /// One whose stream waits and allows as it is told.
  static TestServer with(StreamPace pace, StreamLimits limits) {
    return new TestServer(pace, limits).attached();
  }

  static TestServer start() {
    return new TestServer(Door::guards, true, Patience.USUAL).attached();
  }

  /// One that has nothing to answer about yet.
  static TestServer empty() {
    return new TestServer(Door::guards, true, Patience.USUAL);
  }

  static TestServer with(Patience patience) {
    return new TestServer(Door::guards, true, patience).attached();
  }

  static TestServer withoutAuthentication() {
    return new TestServer(Door::guards, false, Patience.USUAL).attached();
  }

  static TestServer without(Class<?> guard) {
    return new TestServer(
            addresses ->
                Door.guards(addresses).stream().filter(each -> !guard.isInstance(each)).toList(),
            true,
            Patience.USUAL)
        .attached();
  }

  private TestServer attached() {
    try {
      Shop.finish(shop, served);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    api.attach(served);
    return this;
  }

  /// Opens the same objects under another name.
  void openAnother(String name) throws InterruptedException {
    Shop other = new Shop();
    other.openIn(served.fleet(), new ClusterId(name)).awaitReady();
  }

  /// How many nodes the shop has by now.
  int knows() {
    return served.fleet().session(Shop.ID).orElseThrow().topology().nodeCount(Viewer.EVERYTHING);
  }

  /// The revision of the shop by now.
  long revision() {
    return served.fleet().session(Shop.ID).orElseThrow().topology().revision();
  }

  /// Every route, from the table the server itself is made of.
  static List<Route> routes() {
    return endpoints().stream().map(Endpoint::route).toList();
  }

  static List<Endpoint> endpoints() {
    return ApiServer.endpoints(new Attached(), new Traffic());
  }

  /// A request for a route that is right in every way.
  RawRequest good(Route route) {
    String target = route.path().toString();
    Map<String, String> parts =
        Map.of(
            "cluster",
            changesACluster(route) ? ShopOpenings.STAGING : "shop",
            "kind",
            "pods",
            "namespace",
            "shop",
            "name",
            "cart-1");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      target = target.replace("{" + part.getKey() + "}", part.getValue());
    }
    String path = target;
    target +=
        QUERIES.entrySet().stream()
            .filter(query -> path.endsWith(query.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    if (route.access() == Access.TICKET) {
      target = target.replace("{ticket}", ticket());
    }
    RawRequest request = bare(target).method(route.method());
    if (route.method().equals("POST") || route.method().equals("PUT")) {
      request = withJson(request, body(route));
    }
    if (route.access() == Access.STREAM) {
      return request
          .with("Connection: Upgrade")
          .with("Upgrade: websocket")
          .with("Sec-WebSocket-Version: 13")
          .with("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
          .with("Sec-WebSocket-Protocol: kubilitics.v1");
    }
    boolean open = route.access() == Access.PUBLIC || route.access() == Access.TICKET;
    return open ? request : signed(request);
  }

  /// What comes and goes is another one than what all other routes ask for.
  static boolean changesACluster(Route route) {
    return route.path().toString().endsWith("/{cluster}") && !route.method().equals("GET");
  }

  /// A body that a route takes, any number of times.
  static String body(Route route) {
    return route.path().toString().endsWith("/clusters") ? "{\"source\":\"demo:100\"}" : "{}";
  }

  static RawRequest withJson(RawRequest request, String body) {
    return request
        .with("Content-Type: application/json")
        .with("Content-Length: " + body.length())
        .body(body);
  }

  /// One that opens a file once.
  private String ticket() {
    try {
      String answer =
          send(signed(bare("/api/v1/clusters/shop/export"))
                  .method("POST")
                  .with("Content-Type: application/json")
                  .with("Content-Length: 2")
                  .body("{}"))
              .body();
      return answer.replaceFirst("(?s).*/downloads/([^\"]+).*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A request without a token.
  RawRequest bare(String target) {
    return RawRequest.get(target).with("Host: 127.0.0.1:" + api.port());
  }

  RawRequest signed(RawRequest request) {
    return request.with("Authorization: Bearer " + token.reveal());
  }

  /// Sends a change as its owner.
  RawAnswer change(String method, String target, String body) throws IOException {
    return send(withJson(signed(bare(target)).method(method), body));
  }

  RawAnswer delete(String target) throws IOException {
    return send(signed(bare(target)).method("DELETE"));
  }

  RawAnswer get(String target) throws IOException {
    return send(signed(bare(target)));
  }

  RawAnswer send(RawRequest request) throws IOException {
    return RawAnswer.to(api.port(), request);
  }

  @Override
  public void close() {
    api.close();
    served.close();
  }
}
