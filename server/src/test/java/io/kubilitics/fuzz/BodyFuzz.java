package io.kubilitics.fuzz;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.BodyYaml;
import io.kubilitics.model.Body;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.manifest.ManifestSource;
import io.kubilitics.testbed.Manifests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Any bytes as manifests: every body of them is written as YAML that reads as the same body once
/// more. Masks say nothing that could be masked again.
public final class BodyFuzz {
  private BodyFuzz() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] input) {
    for (Map.Entry<ResourceId, Body> object : bodies(input).entrySet()) {
      byte[] yaml = yaml(object.getValue());
      Map<ResourceId, Body> again = bodies(yaml);
      Promise.holds(
          object.getValue().equals(again.get(object.getKey())),
          () -> object.getKey() + " reads otherwise: " + new String(yaml, StandardCharsets.UTF_8));
    }
  }

  private static byte[] yaml(Body body) {
    ByteArrayOutputStream yaml = new ByteArrayOutputStream();
    try {
      BodyYaml.write(body, yaml);
    } catch (IOException e) {
      throw new AssertionError("a body that cannot be written", e);
    }
    return yaml.toByteArray();
  }

  private static Map<ResourceId, Body> bodies(byte[] manifests) {
    Map<ResourceId, Body> bodies = new TreeMap<>();
    Set<ResourceId> ids = new TreeSet<>();
    Catalogue catalogue = Manifests.catalogue().forCluster();
    try (ManifestSource source =
        ManifestSource.ofStdin(new ByteArrayInputStream(manifests), catalogue)
            .withBodies(catalogue::bodies)) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              for (Change change : batch) {
                if (change instanceof Change.Put(var resource)) {
                  ids.add(resource.id());
                }
              }
            }

            @Override
            public void rejected(Place place, String reason) {}
          });
      ids.forEach(id -> source.body(id).ifPresent(body -> bodies.put(id, body)));
    } catch (ProblemException e) {
      Promise.holds(!e.problem().message().isEmpty(), () -> "a problem without words");
      bodies.clear();
    }
    return bodies;
  }
}
