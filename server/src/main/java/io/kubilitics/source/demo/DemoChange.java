package io.kubilitics.source.demo;

import io.kubilitics.model.ResourceId;
import java.util.Map;

/// What happens to one object of the demo.
public sealed interface DemoChange {
  ResourceId id();

  /// The object is there, with this body.
  record Put(ResourceId id, Map<String, Object> body) implements DemoChange {}

  record Gone(ResourceId id) implements DemoChange {}
}
