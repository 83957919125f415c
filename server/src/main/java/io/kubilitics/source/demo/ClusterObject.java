package io.kubilitics.source.demo;

import io.kubilitics.model.ResourceId;
import java.util.Map;

/// One object of the demo: little state, and the body written from it on demand.
interface ClusterObject {
  Identity identity();

  /// The whole object as an API server would give it, as trees of Map, List, String, Number and
  /// Boolean. Made anew at each call, so that the caller may keep and change it. Reads the world,
  /// so nobody may change it meanwhile.
  Map<String, Object> body();

  default ResourceId id() {
    return identity().id();
  }
}
