package io.kubilitics.api;

import io.kubilitics.access.Access;
import io.kubilitics.access.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The page that a browser shows at the server's address, and the description of the API. They hold
/// no data.
final class StaticRoutes {
  private StaticRoutes() {}

  static List<Endpoint> endpoints(String base) {
    return List.of(
        file(Route.page("/"), "text/html; charset=utf-8", "/page/page.html"),
        file(
            Route.get("/page.js", Access.PUBLIC),
            "text/javascript; charset=utf-8",
            "/page/page.js"),
        file(Route.get("/page.css", Access.PUBLIC), "text/css; charset=utf-8", "/page/page.css"),
        file(Route.get(base + "/openapi.json", Access.PUBLIC), Answer.JSON_TYPE, "/openapi.json"));
  }

  private static Endpoint file(Route route, String contentType, String resource) {
    return Endpoint.of(
        route,
        (context, query, caller) -> {
          byte[] content = read(resource);
          if (!EntityTag.of(resource, new String(content, java.nio.charset.StandardCharsets.UTF_8))
              .answers(context)) {
            Answer.bytes(context, contentType, content);
          }
        });
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = StaticRoutes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return in.readAllBytes();
    }
  }
}
