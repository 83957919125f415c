package io.kubilitics.api.stream.status;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.api.stream.item.ItemText;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.session.Readiness;
import io.kubilitics.session.Session;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/// The items of the status of one moment.
///
/// @param texts by key
record StatusItems(Map<String, String> texts) {
  private static final String CLUSTER = "cluster";
  private static final String KIND = "kind";

  static StatusItems of(
      Session session, Topology topology, Viewer viewer, SortedMap<Kind, Integer> counts) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        CLUSTER, ItemText.of(CLUSTER, CLUSTER, json -> cluster(session, topology, counts, json)));
    Map<Kind, KindState> known = new LinkedHashMap<>();
    topology.knowledge().forEach(state -> known.put(state.kind(), state));
    KindState others = Objects.requireNonNull(known.remove(KindState.ANY_OTHER));
    TreeSet<Kind> kinds = new TreeSet<>(counts.keySet());
    kinds.addAll(known.keySet());
    for (Kind kind : kinds) {
      KindState state = known.getOrDefault(kind, others);
      int count = counts.getOrDefault(kind, 0);
      String key = KIND + " " + kind;
      texts.put(key, ItemText.of(key, KIND, json -> kind(kind, state, count, viewer, json)));
    }
    return new StatusItems(texts);
  }

  private static void cluster(
      Session session, Topology topology, SortedMap<Kind, Integer> counts, JsonGenerator json)
      throws IOException {
    SourceCondition condition = session.condition();
    json.writeStartObject();
    json.writeStringField("name", session.cluster().value());
    json.writeStringField("state", state(session.readiness()));
    json.writeStringField("phase", condition.phase().text());
    String message =
        session.readiness() instanceof Readiness.Failed(Problem problem)
            ? problem.message()
            : condition.message();
    writeIfAny(json, "message", message);
    writeIfAny(json, "version", condition.version());
    writeIfAny(json, "provider", condition.provider());
    json.writeArrayFieldStart("warnings");
    for (String warning : condition.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeBooleanField(
        "complete",
        topology.knowledge().stream().allMatch(state -> state.knowledge().isComplete()));
    json.writeNumberField("nodeCount", counts.values().stream().mapToInt(Integer::intValue).sum());
    json.writeEndObject();
  }

  private static String state(Readiness readiness) {
    return switch (readiness) {
      case Readiness.Opening() -> "opening";
      case Readiness.Ready() -> "ready";
      case Readiness.Failed(_) -> "failed";
      case Readiness.Abandoned() -> "closed";
    };
  }

  /// Why not better is told to who may see the place it is about.
  private static void kind(Kind kind, KindState state, int count, Viewer viewer, JsonGenerator json)
      throws IOException {
    boolean mayKnow = viewer.maySee(kind, state.namespace());
    json.writeStartObject();
    json.writeStringField("kind", kind.name());
    json.writeStringField("group", kind.group());
    json.writeStringField("state", state.knowledge().text());
    json.writeStringField(
        "freshness", FreshnessWords.of(state.knowledge(), mayKnow ? state.message() : ""));
    json.writeNumberField("count", count);
    if (mayKnow) {
      writeIfAny(json, "message", state.message());
      writeIfAny(json, "namespace", state.namespace());
    }
    json.writeEndObject();
  }

  private static void writeIfAny(JsonGenerator json, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(field, text);
    }
  }
}
