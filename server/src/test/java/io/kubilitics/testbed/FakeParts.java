package io.kubilitics.testbed;

import io.kubilitics.model.ResourceId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/// The parts of a [FakeApiServer], and which one answers what.
record FakeParts(
    FakeFeatures features,
    FakeKinds kinds,
    FakeStore store,
    FakeUsers users,
    FakeRights rights,
    FakeFaults faults,
    FakeRequestLog log,
    FakeDiscovery discovery,
    FakeReviews reviews,
    FakeListing listing,
    FakeWatching watching) {

  static FakeParts of(FakeStore store, FakeRights rights) {
    FakeFeatures features = new FakeFeatures();
    FakeKinds kinds = new FakeKinds();
    return new FakeParts(
        features,
        kinds,
        store,
        new FakeUsers(features),
        rights,
        new FakeFaults(),
        new FakeRequestLog(),
        new FakeDiscovery(kinds, features),
        new FakeReviews(kinds, rights),
        new FakeListing(store, features),
        new FakeWatching(store, features));
  }

  void answer(FakeExchange exchange, @Nullable FakePath path, FakeVerb verb)
      throws IOException, InterruptedException {
    if (path == null) {
      withoutObjects(exchange);
      return;
    }
    FakeKind kind = kinds.find(path.group(), path.version(), path.resource()).orElse(null);
    if (kind == null || !fits(kind, path)) {
      exchange.send(404, "text/plain; charset=utf-8", "404 page not found\n");
      return;
    }
    if (discovery.isBroken(path.group())) {
      throw new FakeRefusal(FakeStatus.usual(503));
    }
    switch (verb) {
      case REVIEW -> review(exchange, path);
      case LIST -> {
        check(exchange, kind, path, "list");
        listing.answer(exchange, kind, path);
      }
      case WATCH -> {
        check(exchange, kind, path, "watch");
        watching.answer(exchange, kind, path, stillAllowed(exchange, kind, path));
      }
      case GET -> {
        check(exchange, kind, path, "get");
        get(exchange, kind, path);
      }
      case DISCOVERY, OTHER -> throw new FakeRefusal(FakeStatus.usual(405));
    }
  }

  private static boolean fits(FakeKind kind, FakePath path) {
    boolean nowhere = path.namespace().isEmpty();
    return path.subresource().isEmpty()
        && (kind.namespaced() ? path.name().isEmpty() || !nowhere : nowhere);
  }

  private void withoutObjects(FakeExchange exchange) throws IOException {
    String path = exchange.path();
    if (path.equals("/version")) {
      String[] numbers = features.version().substring(1).split("\\.", -1);
      exchange.send(
          200,
          "application/json",
          """
          {"major":"%s","minor":"%s","gitVersion":"%s","platform":"linux/amd64"}\
          """
              .formatted(numbers[0], numbers[1], features.version()));
      return;
    }
    if (List.of("/livez", "/readyz", "/healthz").contains(path)) {
      exchange.send(200, "text/plain; charset=utf-8", "ok");
      return;
    }
    boolean below =
        path.equals("/api")
            || path.equals("/apis")
            || path.startsWith("/api/")
            || path.startsWith("/apis/");
    if (!below || !discovery.answer(exchange)) {
      exchange.send(404, "text/plain; charset=utf-8", "404 page not found\n");
    }
  }

  private void review(FakeExchange exchange, FakePath path) throws IOException {
    switch (path.resource()) {
      case "selfsubjectrulesreviews" -> reviews.rules(exchange);
      case "selfsubjectaccessreviews" -> reviews.access(exchange);
      default -> throw new FakeRefusal(FakeStatus.usual(405));
    }
  }

  private void check(FakeExchange exchange, FakeKind kind, FakePath path, String verb) {
    String namespace = namespace(kind, path);
    if (!rights.may(exchange.user(), verb, kind.group(), kind.plural(), namespace)) {
      throw new FakeRefusal(
          FakeStatus.forbidden(
              exchange.user(), verb, kind.plural(), kind.group(), path.name(), namespace));
    }
    if (!kind.verbs().contains(verb)) {
      throw new FakeRefusal(FakeStatus.usual(405));
    }
  }

  private BooleanSupplier stillAllowed(FakeExchange exchange, FakeKind kind, FakePath path) {
    return () ->
        rights.may(exchange.user(), "watch", kind.group(), kind.plural(), namespace(kind, path))
            && kinds.find(path.group(), path.version(), path.resource()).isPresent();
  }

  private static String namespace(FakeKind kind, FakePath path) {
    return kind.namespaced() ? path.namespace() : "";
  }

  private void get(FakeExchange exchange, FakeKind kind, FakePath path) throws IOException {
    FakeObject object =
        store
            .get(new ResourceId(kind.kind(), path.namespace(), path.name()))
            .orElseThrow(() ->
                new FakeRefusal(FakeStatus.notFound(kind.plural(), kind.group(), path.name())));
    boolean metadataOnly = exchange.header(HttpHeader.ACCEPT).contains("as=PartialObjectMetadata");
    String type =
        metadataOnly
            ? "\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\","
            : "\"kind\":\"%s\",\"apiVersion\":\"%s\","
                .formatted(kind.kind().name(), kind.apiVersion(path.version()));
    try (OutputStream out = exchange.open(200, "application/json", false)) {
      object.writeTo(out, type, metadataOnly);
    }
  }
}
