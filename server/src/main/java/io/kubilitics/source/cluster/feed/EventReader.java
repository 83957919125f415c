package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.field.Timestamps;
import io.kubilitics.catalogue.mask.SecretText;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import java.time.Instant;
import java.util.Optional;

/// Reads events of `v1` and of `events.k8s.io`, which name the same things differently. One thread
/// at a time.
final class EventReader {
  private static final int LONGEST_WORD = 256;
  private static final int LONGEST_MESSAGE = 4_096;

  private final Catalogue catalogue;

  EventReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The event in an object.
  ///
  /// @return empty when it does not say what it is about
  Optional<ObjectEvent> read(Piece object) {
    ShallowFields fields = ShallowFields.of(object);
    String about = fields.text("regarding.kind").isEmpty() ? "involvedObject" : "regarding";
    String kind = fields.text(about + ".kind");
    String name = fields.text(about + ".name");
    String ownName = fields.text("metadata.name");
    if (kind.isEmpty() || name.isEmpty() || ownName.isEmpty()) {
      return Optional.empty();
    }
    Kind aboutKind = catalogue.kindOf(fields.text(about + ".apiVersion"), kind);
    Instant last =
        instant(
            fields,
            "series.lastObservedTime",
            "lastTimestamp",
            "deprecatedLastTimestamp",
            "eventTime",
            "metadata.creationTimestamp");
    Instant first =
        instant(
            fields,
            "firstTimestamp",
            "deprecatedFirstTimestamp",
            "eventTime",
            "metadata.creationTimestamp");
    return Optional.of(
        new ObjectEvent(
            fields.text("metadata.namespace") + "/" + ownName,
            new ResourceId(aboutKind, fields.text(about + ".namespace"), name),
            fields.text(about + ".uid"),
            fields.text("type").equals(ObjectEvent.Type.WARNING.text())
                ? ObjectEvent.Type.WARNING
                : ObjectEvent.Type.NORMAL,
            word(fields, "reason"),
            message(fields),
            count(fields),
            first,
            last.isBefore(first) ? first : last,
            reporter(fields)));
  }

  private static String message(ShallowFields fields) {
    String message = first(fields, "message", "note");
    return SecretText.covered(cut(message, LONGEST_MESSAGE));
  }

  private static int count(ShallowFields fields) {
    int count = fields.number("series.count");
    if (count == 0) {
      count = fields.number("count");
    }
    return Math.max(1, count == 0 ? fields.number("deprecatedCount") : count);
  }

  private static String reporter(ShallowFields fields) {
    String who =
        word(
            fields,
            "source.component",
            "deprecatedSource.component",
            "reportingComponent",
            "reportingController");
    String where = word(fields, "source.host", "deprecatedSource.host", "reportingInstance");
    return where.isEmpty() || where.equals(who) ? who : who + ", " + where;
  }

  private static Instant instant(ShallowFields fields, String... paths) {
    Instant read = Timestamps.read(first(fields, paths));
    return read == null ? Instant.EPOCH : read;
  }

  private static String word(ShallowFields fields, String... paths) {
    return cut(first(fields, paths), LONGEST_WORD);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }

  private static String first(ShallowFields fields, String... paths) {
    for (String path : paths) {
      String text = fields.text(path);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
