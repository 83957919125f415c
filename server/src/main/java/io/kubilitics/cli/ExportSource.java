package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.FilterWords;
import io.kubilitics.session.map.FreshMaps;
import io.kubilitics.session.map.Sheet;
import io.kubilitics.session.map.Subject;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A source that was read to its end, with what is wanted of it.
///
/// @param selected what is to stand out: what was named for it, else the focus
record ExportSource(
    ClusterId cluster,
    Catalogue catalogue,
    Topology topology,
    TopologyQuery part,
    @Nullable ResourceId selected) {
  /// Reads a source; what of it could not be read is named on stderr.
  ///
  /// @param catalogue of this source alone
  static ExportSource read(
      ClusterId cluster,
      SourceArgument source,
      Catalogue catalogue,
      Filters filters,
      StillReading reading)
      throws InterruptedException {
    try (Session session =
        reading.open(
            cluster,
            source.text(),
            source.still(catalogue, reading.shell(), reading.asOf()),
            catalogue)) {
      Topology topology = reading.await(session);
      Supplier<Collection<Kind>> present = () -> StillReading.kinds(topology);
      Predicate<ResourceId> exists = id -> topology.node(id, Viewer.EVERYTHING).isPresent();
      TopologyQuery part = filters.query(present, exists);
      @Nullable ResourceId selected =
          filters
              .object(PictureOptions.SELECT, present, exists)
              .or(() -> part.focus().map(Focus::id))
              .orElse(null);
      return new ExportSource(cluster, catalogue, topology, part, selected);
    }
  }

  /// Whether what is to stand out is there, or nothing is.
  boolean hasSelected() {
    return selected == null || topology.node(selected, Viewer.EVERYTHING).isPresent();
  }

  /// Lays it out.
  Subject subject(Arrangement arrangement, Instant asOf, FreshMaps freshMaps)
      throws InterruptedException {
    Sheet sheet = Sheet.fresh(topology, arrangement, part, Viewer.EVERYTHING, freshMaps).once();
    return new Subject(cluster, catalogue, asOf, FilterWords.of(part), sheet);
  }
}
