package io.kubilitics.api;

import io.kubilitics.access.Access;
import io.kubilitics.access.Credentials;
import io.kubilitics.access.Door;
import io.kubilitics.access.Guard;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.access.OwnAddresses;
import io.kubilitics.access.Route;
import io.kubilitics.model.Edge;
import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// A running server with the shop attached, on a free port.
final class TestServer implements AutoCloseable {
  final LaunchToken token = LaunchToken.generate();
  final Shop shop = Shop.open();
  final ApiServer api;

  private TestServer(Function<OwnAddresses, List<Guard>> guards, boolean open, Patience patience) {
    HttpSettings settings =
        open
            ? new HttpSettings(HttpSettings.LOOPBACK, 0, new Credentials.None(), List.of())
            : HttpSettings.loopback(0, token);
    api = ApiServer.open(settings, TestServer::write, guards, patience);
    api.attach(shop);
  }

  static TestServer start() {
    return new TestServer(Door::guards, false, Patience.USUAL);
  }

  static TestServer with(Patience patience) {
    return new TestServer(Door::guards, false, patience);
  }

  static TestServer withoutAuthentication() {
    return new TestServer(Door::guards, true, Patience.USUAL);
  }

  static TestServer without(Class<?> guard) {
    return new TestServer(
        addresses ->
            Door.guards(addresses).stream().filter(each -> !guard.isInstance(each)).toList(),
        false,
        Patience.USUAL);
  }

  /// Every route, from the table the server itself is made of.
  static List<Route> routes() {
    return ApiServer.routes(ApiServer.endpoints(new Attached(), new Traffic(), TestServer::write))
        .routes();
  }

  /// A request for a route that is right in every way.
  RawRequest good(Route route) {
    String target = route.path().toString();
    for (Map.Entry<String, String> part :
        Map.of("cluster", "shop", "kind", "pods", "namespace", "shop", "name", "cart-1")
            .entrySet()) {
      target = target.replace("{" + part.getKey() + "}", part.getValue());
    }
    if (target.endsWith("/focus")) {
      target += "?id=Pod/shop/cart-1";
    }
    RawRequest bare = bare(target).method(route.method());
    return route.access() == Access.PUBLIC ? bare : signed(bare);
  }

  /// A request without a token.
  RawRequest bare(String target) {
    return RawRequest.get(target).with("Host: 127.0.0.1:" + api.port());
  }

  RawRequest signed(RawRequest request) {
    return request.with("Authorization: Bearer " + token.reveal());
  }

  RawAnswer get(String target) throws IOException {
    return send(signed(bare(target)));
  }

  RawAnswer send(RawRequest request) throws IOException {
    return RawAnswer.to(api.port(), request);
  }

  /// One id a line: enough to see what is in.
  private static void write(
      Selection selection, Clusters.Cluster cluster, String streamEpoch, OutputStream out)
      throws IOException {
    try (Stream<Node> nodes = selection.nodes()) {
      for (Node node : (Iterable<Node>) nodes::iterator) {
        out.write((node.id() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    try (Stream<Edge> edges = selection.edges()) {
      for (Edge edge : (Iterable<Edge>) edges::iterator) {
        out.write((edge.id() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public void close() {
    api.close();
    shop.close();
  }
}
