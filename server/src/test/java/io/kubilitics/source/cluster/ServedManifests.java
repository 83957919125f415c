package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Value;
import io.kubilitics.source.manifest.ManifestSource;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeKind;
import io.kubilitics.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The objects of a folder of manifests, as manifests and as what an API server serves.
final class ServedManifests {
  private final Catalogue catalogue = Live.BUILT_IN.forCluster();
  private final Watched watched = new Watched(catalogue);
  private final Map<ResourceId, Map<String, Object>> bodies = new TreeMap<>();

  ServedManifests(Path folder) {
    try (ManifestSource source =
        ManifestSource.of(folder, catalogue).withBodies(catalogue::bodies)) {
      source.open(watched);
      for (ResourceId id : watched.ids()) {
        source.body(id).ifPresent(body -> bodies.put(id, tree(body)));
      }
    }
  }

  Topology topology() {
    return watched.topology();
  }

  /// Puts every object, and before it whatever kind it has.
  void serve(FakeApiServer server) {
    Set<Kind> served = new TreeSet<>();
    bodies.forEach((id, body) -> {
      String apiVersion = String.valueOf(body.get("apiVersion"));
      String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
      if (!id.kind().group().isEmpty() && served.add(id.kind())) {
        String plural =
            catalogue
                .definition(id.kind())
                .map(KindDefinition::plural)
                .orElse(id.kind().name().toLowerCase(Locale.ROOT) + "s");
        server.addKind(
            FakeKind.custom(id.kind().toString(), version, plural, !id.namespace().isEmpty()));
      }
    });
    bodies.values().forEach(server::put);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tree(Body body) {
    Map<String, Object> tree = (Map<String, Object>) plain(body.root());
    Map<String, Object> metadata =
        (Map<String, Object>) Objects.requireNonNull(tree.get("metadata"));
    if (!body.id().namespace().isEmpty()) {
      metadata.put("namespace", body.id().namespace());
    }
    return tree;
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Fields(Map<String, Value> fields) -> {
        Map<String, Object> map = new LinkedHashMap<>();
        fields.forEach((name, each) -> {
          if (!(each instanceof Value.Nothing)) {
            map.put(name, plain(each));
          }
        });
        yield map;
      }
      case Value.Items(List<Value> items) -> {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(plain(item)));
        yield list;
      }
      case Value.Text(String text) -> text;
      case Value.Numeral(String text) ->
          text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
      case Value.Truth(boolean truth) -> truth;
      case Value.Nothing() -> "";
    };
  }
}
