package io.kubilitics.testbed.stream;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.session.Rejections;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.Atlas;
import io.kubilitics.session.map.LivingMap;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.TalkingSource;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

/// Tells a world what happens and remembers every state it went through, without the stream. One
/// thread tells; any may ask.
public final class Chronicle {
  private final TalkingSource source;
  private final Session session;
  private final Atlas atlas;
  private final ConcurrentSkipListMap<Long, Topology> topologies = new ConcurrentSkipListMap<>();
  private final Tale<SourceCondition> conditions;
  private final Tale<Rejections> rejections = new Tale<>(Rejections.NONE);
  private final EventTale events = new EventTale();
  private final Map<Arrangement, List<LivingMap>> maps = new EnumMap<>(Arrangement.class);

  /// Of a session whose maps nobody follows yet.
  ///
  /// @param arrangements of the maps that anybody will look at
  public Chronicle(
      TalkingSource source, Session session, Atlas atlas, Collection<Arrangement> arrangements)
      throws Exception {
    this.source = source;
    this.session = session;
    this.atlas = atlas;
    conditions = new Tale<>(session.condition());
    session.listen((topology, _) -> topologies.put(topology.revision(), topology));
    for (Arrangement arrangement : arrangements) {
      List<LivingMap> ofOne = new ArrayList<>();
      maps.put(arrangement, ofOne);
      atlas
          .of(session)
          .listen(
              arrangement,
              (map, _, _) -> {
                synchronized (ofOne) {
                  ofOne.add(map);
                }
              });
      Eventually.holds(() -> {
        if (count(ofOne) == 0) {
          throw new AssertionError("no map by " + arrangement);
        }
      });
    }
  }

  private static int count(List<LivingMap> ofOne) {
    synchronized (ofOne) {
      return ofOne.size();
    }
  }

  public void changes(List<Change> changes) {
    source.say(listener -> listener.changes(changes));
  }

  public void condition(SourceCondition condition) {
    conditions.tell(
        () -> source.say(listener -> listener.condition(condition)), session::condition);
  }

  public void rejected(Place place, String reason) {
    rejections.tell(
        () -> source.say(listener -> listener.rejected(place, reason)), session::rejections);
  }

  public void event(ObjectEvent event) {
    events.tell(event);
    source.say(listener -> listener.event(event));
  }

  Session session() {
    return session;
  }

  Atlas atlas() {
    return atlas;
  }

  /// What has surely happened.
  Span.Mark before() {
    return mark(conditions.told(), rejections.told());
  }

  /// What may have happened.
  Span.Mark after() {
    return mark(conditions.begun(), rejections.begun());
  }

  private Span.Mark mark(int ofConditions, int ofRejections) {
    Map<Arrangement, Integer> plans = new EnumMap<>(Arrangement.class);
    maps.forEach((arrangement, ofOne) -> plans.put(arrangement, count(ofOne)));
    return new Span.Mark(
        session.topology().revision(),
        ofConditions,
        ofRejections,
        Math.toIntExact(session.events().sequence()),
        plans);
  }

  /// A revision that there was.
  Topology topology(long revision) {
    Topology topology = topologies.get(revision);
    if (topology == null) {
      throw new AssertionError("revision " + revision + " is not one the world had");
    }
    return topology;
  }

  /// The revisions between two, both of them too, the latest first. A revision can be asked for
  /// before its listeners are told of it.
  Iterable<Topology> topologies(long from, long to) {
    try {
      Eventually.holds(() -> {
        if (topologies.lastKey() < to) {
          throw new AssertionError("nobody was told of revision " + to);
        }
      });
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return topologies.subMap(from, true, to, true).descendingMap().values();
  }

  SourceCondition condition(int number) {
    return conditions.at(number);
  }

  Rejections rejections(int number) {
    return rejections.at(number);
  }

  EventTale events() {
    return events;
  }

  /// The plan of this number, from 1.
  LivingMap map(Arrangement arrangement, int number) {
    List<LivingMap> ofOne = Objects.requireNonNull(maps.get(arrangement));
    synchronized (ofOne) {
      return ofOne.get(number - 1);
    }
  }

  /// Waits until what was told is everywhere.
  public void settle() throws Exception {
    long[] before = {-1};
    Eventually.holds(() -> {
      Span.Mark now = before();
      boolean still = before[0] == now.topology() && now.events() == events.size();
      before[0] = now.topology();
      for (Map.Entry<Arrangement, Integer> each : now.maps().entrySet()) {
        long drawn = map(each.getKey(), each.getValue()).topology().revision();
        still &= drawn == now.topology();
      }
      if (!still) {
        throw new AssertionError("still moving: " + now);
      }
    });
  }
}
