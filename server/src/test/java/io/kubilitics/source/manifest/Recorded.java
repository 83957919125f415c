package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.Resource;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Everything a source said.
final class Recorded implements SourceListener {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private final List<Resource> resources = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private int largestBatch;

  static Supplier<DocumentReader> documents() {
    return () -> CATALOGUE.extractor()::read;
  }

  static Recorded of(Path path) {
    Recorded recorded = new Recorded();
    try (ManifestSource source = ManifestSource.of(path, CATALOGUE.forCluster())) {
      source.open(recorded);
    }
    return recorded;
  }

  static Recorded ofStdin(byte[] bytes) {
    Recorded recorded = new Recorded();
    try (ManifestSource source =
        ManifestSource.ofStdin(new ByteArrayInputStream(bytes), CATALOGUE.forCluster())) {
      source.open(recorded);
    }
    return recorded;
  }

  static Recorded ofStdin(String text) {
    return ofStdin(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void changes(List<Change> batch) {
    largestBatch = Math.max(largestBatch, batch.size());
    for (Change change : batch) {
      switch (change) {
        case Change.Put(Resource resource) -> resources.add(resource);
        case Change.Gone gone -> throw new AssertionError("manifests do not go: " + gone);
        case Change.Known known -> throw new AssertionError("nothing is said of kinds: " + known);
        case Change.Now now -> throw new AssertionError("manifests know no time: " + now);
      }
    }
  }

  @Override
  public void rejected(Place place, String reason) {
    rejected.add(place + ": " + reason);
  }

  @Override
  public void passedOver(Place place, String reason) {
    passedOver.add(place + ": " + reason);
    rejected(place, reason);
  }

  List<Resource> resources() {
    return resources;
  }

  List<String> ids() {
    return resources.stream().map(resource -> resource.id().toString()).toList();
  }

  /// With what was passed over.
  List<String> rejected() {
    return rejected;
  }

  List<String> passedOver() {
    return passedOver;
  }

  int largestBatch() {
    return largestBatch;
  }
}
