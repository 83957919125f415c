package io.kubilitics.fuzz;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.Extractor;
import io.kubilitics.export.DataFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.manifest.DocumentReader;
import io.kubilitics.source.manifest.ManifestSource;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Any bytes as manifests, YAML or JSON: they are read or refused, never anything else, and what
/// was read makes a topology that can be written down.
public final class ManifestFuzz {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private ManifestFuzz() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] input) {
    List<Change> changes = new ArrayList<>();
    Queue<Extractor> extractors = new ConcurrentLinkedQueue<>();
    try (ManifestSource source =
        ManifestSource.ofStdin(new ByteArrayInputStream(input), () -> reader(extractors))) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              changes.addAll(batch);
            }

            @Override
            public void rejected(Place place, String reason) {
              Promise.holds(!reason.isEmpty(), () -> "a refusal without words");
            }
          });
    } catch (ProblemException e) {
      Promise.holds(!e.problem().message().isEmpty(), () -> "a problem without words");
      return;
    }
    for (Extractor extractor : extractors) {
      Promise.holds(extractor.failures() == 0, () -> "a rule failed");
    }
    Engine engine = new Engine(CATALOGUE.relations());
    engine.apply(changes);
    Selection all = engine.current().select(TopologyQuery.ALL, Viewer.EVERYTHING);
    try {
      DataFormat.JSON.write(
          Heading.once(new ClusterId("fuzz"), Instant.EPOCH),
          all,
          CATALOGUE.relations(),
          OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new AssertionError("what was read cannot be written", e);
    }
  }

  private static DocumentReader reader(Queue<Extractor> extractors) {
    Extractor extractor = CATALOGUE.extractor();
    extractors.add(extractor);
    return extractor::read;
  }
}
