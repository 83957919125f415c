package io.kubilitics.topology;

import io.kubilitics.model.Health;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;

/// What edges join.
public sealed interface Node {
  ResourceId id();

  /// An object that is there.
  ///
  /// @param health as of the topology's instant and by what is next to it, which counts more than
  ///   what the object says of itself
  record Present(Resource resource, Health health) implements Node {
    @Override
    public ResourceId id() {
      return resource.id();
    }
  }

  /// An object that others refer to and that is not there, or not known to be there.
  ///
  /// @param known false when its kind is not fully known there, so that it may well exist
  record Ghost(ResourceId id, boolean known) implements Node {}

  /// Something that is no object of the cluster.
  ///
  /// @param members how many objects it stands for; 1 for a host, a user …
  record Outside(Synthetic synthetic, int members) implements Node {
    @Override
    public ResourceId id() {
      return synthetic.id();
    }
  }
}
