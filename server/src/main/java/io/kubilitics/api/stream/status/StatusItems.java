package io.kubilitics.api.stream.status;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.api.stream.item.ItemText;
import io.kubilitics.export.KindJson;
import io.kubilitics.export.UnicodeText;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// The items of the status of one moment.
///
/// @param texts by key
record StatusItems(Map<String, String> texts) {
  private static final String CLUSTER = "cluster";
  private static final String KIND = "kind";

  static StatusItems of(Session session, Topology topology, Viewer viewer, Counts counts) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        CLUSTER, ItemText.of(CLUSTER, CLUSTER, json -> cluster(session, topology, counts, json)));
    boolean followed = session.tellsKnowledge();
    for (KindSummary kind : kinds(topology, counts)) {
      String key = KIND + " " + kind.kind();
      texts.put(key, ItemText.of(key, KIND, json -> kind(kind, followed, viewer, json)));
    }
    return new StatusItems(texts);
  }

  /// Of what something is said, and of what there are objects.
  private static List<KindSummary> kinds(Topology topology, Counts counts) {
    SortedMap<Kind, KindState> known = new TreeMap<>();
    topology.knowledge().forEach(state -> known.put(state.kind(), state));
    KindState others = Objects.requireNonNull(known.remove(KindState.ANY_OTHER));
    counts.objects().keySet().forEach(kind -> known.putIfAbsent(kind, others));
    List<KindSummary> kinds = new ArrayList<>();
    known.forEach((kind, state) ->
        kinds.add(KindSummary.of(kind, state, counts.objects().getOrDefault(kind, 0))));
    return kinds;
  }

  private static void cluster(Session session, Topology topology, Counts counts, JsonGenerator json)
      throws IOException {
    SourceCondition condition = session.condition();
    json.writeStartObject();
    json.writeStringField("name", session.cluster().value());
    json.writeStringField("state", session.readiness().text());
    json.writeStringField("phase", condition.phase().text());
    String failure = session.readiness().message();
    writeIfAny(json, "message", failure.isEmpty() ? condition.message() : failure);
    writeIfAny(json, "version", condition.version());
    writeIfAny(json, "provider", condition.provider());
    json.writeArrayFieldStart("warnings");
    for (String warning : condition.warnings()) {
      json.writeString(UnicodeText.wellFormed(warning));
    }
    json.writeEndArray();
    json.writeBooleanField(
        "complete",
        topology.knowledge().stream().allMatch(state -> state.knowledge().isComplete()));
    json.writeNumberField("nodeCount", counts.nodes());
    json.writeEndObject();
  }

  private static void kind(KindSummary kind, boolean followed, Viewer viewer, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    KindJson.writeName(kind.kind(), json);
    KindJson.writeState(kind, followed, viewer, json);
    json.writeEndObject();
  }

  private static void writeIfAny(JsonGenerator json, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(field, UnicodeText.wellFormed(text));
    }
  }
}
