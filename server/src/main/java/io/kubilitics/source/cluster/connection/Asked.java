package io.kubilitics.source.cluster.connection;

import java.util.List;
import java.util.Locale;

/// What a request asks for, as its path tells.
///
/// @param verb of Kubernetes: `list`, `watch`, `get`, …
/// @param resource with its group: `pods`, `deployments.apps`; or the first part of another path
record Asked(String verb, String resource) {
  static Asked of(Errand errand, Ask ask) {
    int query = ask.path().indexOf('?');
    String path = query < 0 ? ask.path() : ask.path().substring(0, query);
    List<String> parts = List.of(path.substring(Math.min(1, path.length())).split("/", -1));
    int at = parts.getFirst().equals("api") ? 2 : parts.getFirst().equals("apis") ? 3 : -1;
    if (at < 0) {
      return new Asked(verb(errand, ask, true), parts.getFirst());
    }
    if (parts.size() <= at) {
      return new Asked(verb(errand, ask, true), "discovery");
    }
    String group = at == 3 ? "." + parts.get(1) : "";
    if (parts.get(at).equals("namespaces") && parts.size() > at + 2) {
      at += 2;
    }
    return new Asked(verb(errand, ask, parts.size() > at + 1), parts.get(at) + group);
  }

  private static String verb(Errand errand, Ask ask, boolean one) {
    return switch (ask.method()) {
      case "GET" -> errand == Errand.WATCH ? "watch" : one ? "get" : "list";
      case "POST" -> "create";
      case "PUT" -> "update";
      default -> ask.method().toLowerCase(Locale.ROOT);
    };
  }
}
