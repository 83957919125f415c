package io.kubilitics.source.manifest;

import io.kubilitics.model.Features;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.SourceListener;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The events among the objects of a dump, which are reported and not drawn: those of `v1` and of
/// `events.k8s.io`. Keeps the newest [#MOST] until everything has been read, and tells the oldest
/// first. One thread.
final class DumpedEvents {
  static final int MOST = 5_000;

  private static final Kind EVENT = Kind.core("Event");
  private static final int LONGEST_NUMBER = 9;

  private static final Comparator<ObjectEvent> OLDEST_FIRST =
      Comparator.comparing(ObjectEvent::last).thenComparing(ObjectEvent::key);

  private final PriorityQueue<ObjectEvent> events = new PriorityQueue<>(OLDEST_FIRST);

  /// Takes what is an event.
  ///
  /// @return whether it is one; what is about nothing is left out
  boolean take(Resource resource) {
    if (!resource.kind().equals(EVENT)) {
      return false;
    }
    ObjectEvent event = event(resource);
    if (event != null) {
      events.add(event);
      if (events.size() > MOST) {
        events.remove();
      }
    }
    return true;
  }

  void tell(SourceListener listener) {
    List<ObjectEvent> all = new ArrayList<>(events);
    events.clear();
    all.sort(OLDEST_FIRST);
    all.forEach(listener::event);
  }

  private static @Nullable ObjectEvent event(Resource resource) {
    Features features = resource.features();
    String kind = text(features, "regardingKind");
    String name = text(features, "regardingName");
    if (kind.isEmpty() || name.isEmpty()) {
      return null;
    }
    Instant made = resource.createdAt().orElse(Instant.EPOCH);
    Instant first = instant(features, "first", made);
    Instant last = instant(features, "last", made);
    String who = text(features, "reporter");
    String where = text(features, "reporterHost");
    return new ObjectEvent(
        resource.id().namespace() + "/" + resource.id().name(),
        new ResourceId(
            new Kind(group(text(features, "regardingVersion")), kind),
            text(features, "regardingNamespace"),
            name),
        text(features, "regardingUid"),
        text(features, "Type").equals(ObjectEvent.Type.WARNING.text())
            ? ObjectEvent.Type.WARNING
            : ObjectEvent.Type.NORMAL,
        text(features, "Reason"),
        text(features, "Message"),
        count(text(features, "count")),
        first,
        last.isBefore(first) ? first : last,
        where.isEmpty() || where.equals(who) ? who : who + ", " + where);
  }

  private static String text(Features features, String name) {
    String text = features.get(name);
    return text == null ? "" : text;
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static int count(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= LONGEST_NUMBER
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return isNumber ? Math.max(1, Integer.parseInt(text)) : 1;
  }

  private static Instant instant(Features features, String name, Instant otherwise) {
    String text = text(features, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      return otherwise;
    }
  }
}
