package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.export.KindJson;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// A kind as JSON: the words for it and where its objects live.
final class KindView {
  private KindView() {}

  /// Writes the fields into an object that is open.
  static void write(JsonGenerator json, Kind kind, Catalogue catalogue) throws IOException {
    Optional<KindDefinition> known = catalogue.definition(kind);
    KindJson.writeName(kind, json);
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
}
