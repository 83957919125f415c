package io.kubilitics.source.demo;

import io.kubilitics.model.ObjectEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One step of the demo's life: what belongs together happens together.
///
/// @param number from 1
/// @param at the world's time
/// @param lasts how much of the world's time passes until the next one
/// @param changes in order, each object at most once
/// @param heartbeats objects whose only news is that they are alive
/// @param events what was reported of it, in order
public record DemoStep(
    long number,
    Instant at,
    Duration lasts,
    List<DemoChange> changes,
    List<DemoChange> heartbeats,
    List<ObjectEvent> events) {
  public DemoStep {
    changes = List.copyOf(changes);
    heartbeats = List.copyOf(heartbeats);
    events = List.copyOf(events);
  }
}
