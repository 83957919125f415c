package io.kubilitics.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;

/// Answers which kinds there are: all at once, or group by group.
final class FakeDiscovery {
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
  private static final JsonMapper JSON = new JsonMapper();

  private final FakeKinds kinds;
  private final FakeFeatures features;
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  FakeDiscovery(FakeKinds kinds, FakeFeatures features) {
    this.kinds = kinds;
    this.features = features;
  }

  /// From now on the server behind a group does not answer, or does again.
  void broken(String group, boolean on) {
    if (on) {
      broken.add(group);
    } else {
      broken.remove(group);
    }
  }

  boolean isBroken(String group) {
    return broken.contains(group);
  }

  /// Whether a path is one of discovery; then it is answered.
  boolean answer(FakeExchange exchange) throws IOException {
    String[] parts = exchange.path().substring(1).split("/", -1);
    boolean core = parts[0].equals("api");
    if (parts.length == 1) {
      boolean aggregated =
          features.aggregatedDiscovery()
              && exchange.header(HttpHeader.ACCEPT).replace(" ", "").contains("as=APIGroupDiscoveryList");
      if (aggregated) {
        exchange.send(200, AGGREGATED, json(everything(core)));
      } else {
        exchange.send(200, "application/json", json(core ? coreVersions() : groups()));
      }
      return true;
    }
    Map<String, List<String>> groups = kinds.groups();
    if (core) {
      return parts.length == 2 && resources(exchange, groups, "", parts[1]);
    }
    if (parts.length == 2 && groups.containsKey(parts[1]) && !parts[1].isEmpty()) {
      Map<String, Object> group = object("APIGroup", "v1");
      group.putAll(group(parts[1], groups.getOrDefault(parts[1], List.of())));
      exchange.send(200, "application/json", json(group));
      return true;
    }
    return parts.length == 3 && resources(exchange, groups, parts[1], parts[2]);
  }

  private boolean resources(
      FakeExchange exchange, Map<String, List<String>> groups, String group, String version)
      throws IOException {
    if (!groups.getOrDefault(group, List.of()).contains(version)) {
      return false;
    }
    if (isBroken(group)) {
      throw new FakeRefusal(FakeStatus.usual(503));
    }
    Map<String, Object> list = object("APIResourceList", "v1");
    list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    List<Object> resources = new ArrayList<>();
    for (FakeKind kind : kinds.all()) {
      if (kind.group().equals(group) && kind.versions().contains(version)) {
        resources.add(resource(kind));
        kind.subresources().forEach(sub -> resources.add(subresource(kind, sub)));
      }
    }
    list.put("resources", resources);
    exchange.send(200, "application/json", json(list));
    return true;
  }

  private static Map<String, Object> resource(FakeKind kind) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", kind.plural());
    resource.put("singularName", kind.singular());
    resource.put("namespaced", kind.namespaced());
    resource.put("kind", kind.kind().name());
    resource.put("verbs", kind.verbs());
    if (!kind.shortNames().isEmpty()) {
      resource.put("shortNames", kind.shortNames());
    }
    if (!kind.categories().isEmpty()) {
      resource.put("categories", kind.categories());
    }
    return resource;
  }

  private static Map<String, Object> subresource(FakeKind kind, String sub) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", kind.plural() + "/" + sub);
    resource.put("singularName", "");
    resource.put("namespaced", kind.namespaced());
    resource.put("kind", kind.kind().name());
    resource.put("verbs", List.of("get", "patch", "update"));
    return resource;
  }

  private static Map<String, Object> coreVersions() {
    Map<String, Object> versions = object("APIVersions", "");
    versions.put("versions", List.of("v1"));
    versions.put(
        "serverAddressByClientCIDRs",
        List.of(Map.of("clientCIDR", "0.0.0.0/0", "serverAddress", "127.0.0.1:6443")));
    return versions;
  }

  private Map<String, Object> groups() {
    Map<String, Object> list = object("APIGroupList", "v1");
    List<Object> groups = new ArrayList<>();
    kinds
        .groups()
        .forEach(
            (name, versions) -> {
              if (!name.isEmpty()) {
                groups.add(group(name, versions));
              }
            });
    list.put("groups", groups);
    return list;
  }

  private static Map<String, Object> group(String name, List<String> versions) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", name);
    group.put("versions", versions.stream().map(version -> version(name, version)).toList());
    group.put("preferredVersion", version(name, versions.getFirst()));
    return group;
  }

  private static Map<String, Object> version(String group, String version) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("groupVersion", group + "/" + version);
    named.put("version", version);
    return named;
  }

  private Map<String, Object> everything(boolean core) {
    Map<String, Object> list = object("APIGroupDiscoveryList", "apidiscovery.k8s.io/v2");
    list.put("metadata", Map.of());
    List<Object> items = new ArrayList<>();
    kinds
        .groups()
        .forEach(
            (name, versions) -> {
              if (name.isEmpty() == core) {
                items.add(discovered(name, versions));
              }
            });
    list.put("items", items);
    return list;
  }

  private Map<String, Object> discovered(String group, List<String> versions) {
    List<Object> listed = new ArrayList<>();
    for (String version : versions) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("version", version);
      if (isBroken(group)) {
        one.put("freshness", "Stale");
      } else {
        one.put(
            "resources",
            kinds.all().stream()
                .filter(kind -> kind.group().equals(group) && kind.versions().contains(version))
                .map(kind -> discovered(kind, version))
                .toList());
        one.put("freshness", "Current");
      }
      listed.add(one);
    }
    Map<String, Object> item = new LinkedHashMap<>();
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (!group.isEmpty()) {
      metadata.put("name", group);
    }
    item.put("metadata", metadata);
    item.put("versions", listed);
    return item;
  }

  private static Map<String, Object> discovered(FakeKind kind, String version) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("resource", kind.plural());
    resource.put("responseKind", responseKind(kind, version));
    resource.put("scope", kind.namespaced() ? "Namespaced" : "Cluster");
    resource.put("singularResource", kind.singular());
    resource.put("verbs", kind.verbs());
    if (!kind.shortNames().isEmpty()) {
      resource.put("shortNames", kind.shortNames());
    }
    if (!kind.categories().isEmpty()) {
      resource.put("categories", kind.categories());
    }
    if (!kind.subresources().isEmpty()) {
      resource.put(
          "subresources",
          kind.subresources().stream()
              .map(
                  sub ->
                      Map.of(
                          "subresource",
                          sub,
                          "responseKind",
                          responseKind(kind, version),
                          "verbs",
                          List.of("get", "patch", "update")))
              .toList());
    }
    return resource;
  }

  private static Map<String, Object> responseKind(FakeKind kind, String version) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("group", kind.group());
    named.put("version", version);
    named.put("kind", kind.kind().name());
    return named;
  }

  private static Map<String, Object> object(String kind, String apiVersion) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", kind);
    if (!apiVersion.isEmpty()) {
      object.put("apiVersion", apiVersion);
    }
    return object;
  }

  private static String json(Map<String, Object> tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
