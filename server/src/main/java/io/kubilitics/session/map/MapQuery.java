package io.kubilitics.session.map;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.topology.TopologyQuery;

/// What of a cluster is to be drawn, and how it is arranged.
///
/// @param arrangement what the frames stand for; means nothing with a focus
/// @param part what is to be in; with a focus its surroundings are laid out by themselves
public record MapQuery(Arrangement arrangement, TopologyQuery part) {}
