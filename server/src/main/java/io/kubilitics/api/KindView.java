package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.KindSummary;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// A kind as JSON: the words for it, where its objects live, how many there are and how well they
/// are known.
final class KindView {
  private KindView() {}

  /// Writes the fields into an object that is open.
  static void write(JsonGenerator json, Kind kind, Catalogue catalogue) throws IOException {
    Optional<KindDefinition> known = catalogue.definition(kind);
    json.writeStringField("kind", kind.name());
    json.writeStringField("group", kind.group());
    json.writeStringField(
        "scope",
        known.map(KindDefinition::scope).orElse(Scope.UNKNOWN).name().toLowerCase(Locale.ROOT));
    if (known.isEmpty()) {
      return;
    }
    json.writeStringField("plural", known.get().plural());
    json.writeArrayFieldStart("shortNames");
    for (String shortName : known.get().shortNames()) {
      json.writeString(shortName);
    }
    json.writeEndArray();
    json.writeStringField("category", known.get().category());
    json.writeStringField("icon", known.get().icon());
  }

  /// Writes how many there are and how well they are known. Why not better, and since when, is told
  /// to who may see the place it is about.
  ///
  /// @param followed whether the source follows a cluster
  static void writeState(JsonGenerator json, KindSummary kind, boolean followed, Viewer viewer)
      throws IOException {
    boolean seen = viewer.maySee(kind.kind(), kind.namespace());
    json.writeStringField("state", kind.knowledge().text());
    json.writeStringField(
        "freshness", freshness(kind.knowledge(), seen ? kind.message() : "", followed));
    json.writeNumberField("count", kind.count());
    if (!seen) {
      return;
    }
    if (!kind.message().isEmpty()) {
      json.writeStringField("message", kind.message());
    }
    if (!kind.namespace().isEmpty()) {
      json.writeStringField("namespace", kind.namespace());
    }
  }

  /// How fresh what is shown of a kind is, in words for the reader.
  static String freshness(Knowledge knowledge, String message, boolean followed) {
    return switch (knowledge) {
      case SYNCING -> "catching up";
      case FORBIDDEN -> "forbidden";
      case OFF -> "switched off";
      case NOT_SERVED -> "not served";
      case STALE -> message.startsWith("since ") ? "stale " + message : "stale";
      case POLLED -> "polled";
      case SYNCED -> followed ? "live" : "complete";
    };
  }
}
