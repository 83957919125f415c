package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.KindSummary;
import java.io.IOException;

/// A kind as every answer has it: its name, how many objects there are and how well they are known.
/// Both write fields into an object that is open.
public final class KindJson {
  private KindJson() {}

  public static void writeName(Kind kind, JsonGenerator json) throws IOException {
    json.writeStringField("kind", kind.name());
    json.writeStringField("group", kind.group());
  }

  /// Why not better, and since when, is told to who may see the place it is about.
  ///
  /// @param followed whether the source follows a cluster
  public static void writeState(
      KindSummary kind, boolean followed, Viewer viewer, JsonGenerator json) throws IOException {
    KindSummary seen = kind.seenBy(viewer);
    json.writeStringField("state", seen.knowledge().text());
    json.writeStringField("freshness", seen.freshness(followed));
    json.writeNumberField("count", seen.count());
    if (!seen.message().isEmpty()) {
      json.writeStringField("message", UnicodeText.wellFormed(seen.message()));
    }
    if (!seen.namespace().isEmpty()) {
      json.writeStringField("namespace", seen.namespace());
    }
  }
}
