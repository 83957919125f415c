package io.kubilitics.testbed.kube;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.manifest.ManifestSource;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import io.kubilitics.topology.health.DerivedHealthRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A topology as lines that can be compared: every node with all that is known of it, and every
/// edge with every piece of its evidence.
public final class TopologyText {
  private static final int SHOWN = 12;

  /// Renewed all the time, and so read without what is renewed.
  private static final Kind LEASE = new Kind("coordination.k8s.io", "Lease");

  private TopologyText() {}

  public static List<String> of(Topology topology) {
    List<String> lines = new ArrayList<>();
    topology
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .nodes()
        .forEach(node -> lines.add(line(node)));
    lines.addAll(Manifests.edges(topology));
    return lines;
  }

  private static String line(Node node) {
    return switch (node) {
      case Node.Present(var resource, var health) ->
          "%s %s uid=%s health=%s labels=%s facts=%d digest=%s"
              .formatted(
                  resource.id(),
                  resource.version(),
                  resource.uid(),
                  health,
                  resource.labels(),
                  resource.factCount(),
                  resource.kind().equals(LEASE) ? "-" : Long.toHexString(resource.digest()));
      case Node.Ghost(var id, var known) -> id + (known ? " missing" : " unknown");
      case Node.Outside(var synthetic, var members) -> synthetic.id() + " members=" + members;
    };
  }

  /// What a folder of manifests says, read as a user's folder is.
  ///
  /// @throws AssertionError when any of it is refused
  public static Topology ofManifests(Path folder, Instant now) {
    Catalogue catalogue = Bundled.catalogue().forCluster();
    Engine engine = new Engine(catalogue.relations(), DerivedHealthRules.ALL);
    engine.apply(List.of(new Change.Now(now)));
    try (ManifestSource source = ManifestSource.of(folder, catalogue)) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              engine.apply(batch);
            }

            @Override
            public void rejected(Place place, String reason) {
              throw new AssertionError(place + ": " + reason);
            }
          });
    }
    return engine.current();
  }

  /// The first differences in words, or `""`.
  public static String difference(List<String> expected, List<String> found) {
    StringBuilder text = new StringBuilder();
    append(text, "missing", expected, new HashSet<>(found));
    append(text, "too much", found, new HashSet<>(expected));
    return text.toString();
  }

  private static void append(
      StringBuilder text, String heading, List<String> lines, Set<String> others) {
    List<String> alone = lines.stream().filter(line -> !others.contains(line)).toList();
    if (!alone.isEmpty()) {
      text.append(alone.size()).append(' ').append(heading).append(":\n");
      alone.stream().limit(SHOWN).forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }
}
