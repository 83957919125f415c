package io.kubilitics.source.demo;

import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The demo's cluster, as bodies: all of it now, and step by step what happens next. Spec, instant
/// of birth and pace decide everything; no clock and no thread is in it.
///
/// While nobody calls [#step] any number of threads may read; steps are for one thread.
public final class DemoCluster {
  private final World world;
  private final Life life;

  private DemoCluster(World world, Life life) {
    this.world = world;
    this.life = life;
  }

  /// Builds the cluster.
  ///
  /// @param born the world's time at the beginning; fractions of a second are dropped
  /// @param perChange how much of the world's time passes with each changed object
  public static DemoCluster of(DemoSpec spec, Instant born, Duration perChange) {
    World world = Blueprint.build(spec, born.getEpochSecond());
    return new DemoCluster(world, new Life(world, perChange));
  }

  /// How many objects there are now.
  public int size() {
    return world.size();
  }

  /// Into how many sections the objects fall. It stays the same for life.
  public int sections() {
    return world.sections();
  }

  /// How many objects a section has now.
  public int sizeOf(int section) {
    return world.section(section).size();
  }

  /// The objects of one section as trees of Map, List, String, Number and Boolean, in a fixed
  /// order.
  public List<Map<String, Object>> section(int number) {
    return world.section(number).stream().map(ClusterObject::body).toList();
  }

  /// All objects, section by section, each written when it is asked for.
  public Stream<Map<String, Object>> objects() {
    return IntStream.range(0, sections())
        .boxed()
        .flatMap(number -> world.section(number).stream())
        .map(ClusterObject::body);
  }

  /// The body of one object, if it is there now.
  public Optional<Map<String, Object>> object(ResourceId id) {
    return world.find(id).map(ClusterObject::body);
  }

  /// What was reported of the objects that are not well. Asked for once, before the first step.
  public List<ObjectEvent> firstReports() {
    return life.firstReports();
  }

  /// What happens next.
  public DemoStep step() {
    return life.next();
  }
}
