package io.kubilitics.testbed.stream;

import io.kubilitics.testbed.SlowTopology;
import io.kubilitics.topology.Topology;

/// Nodes and edges are those of the revision, which is the cluster's own.
record TopologyOracle(Chronicle chronicle) implements Oracle {
  @Override
  public String difference(Recorded edition, Span span, boolean strictly) {
    if (strictly && edition.revision() != span.to().topology()) {
      return "revision " + edition.revision() + " is not the last: " + span.to().topology();
    }
    Topology topology = chronicle.topology(edition.revision());
    return edition
        .folded()
        .difference(
            SlowTopology.items(
                topology,
                edition.key().part(),
                edition.key().viewer(),
                chronicle.session().catalogue().relations()));
  }
}
