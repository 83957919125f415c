package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.testbed.StreamClient;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How well each kind was known when the edition was made, and how many there were then, or at most
/// as long ago as in an edition before.
record StatusOracle(Chronicle chronicle) implements Oracle {
  /// How many there are, in all and of each kind that has any.
  private record Counted(int nodes, SortedMap<Kind, Integer> kinds) {
    static Counted in(FoldedItems items) {
      SortedMap<Kind, Integer> kinds = new TreeMap<>();
      for (JsonNode item : items.of("").values()) {
        JsonNode kind = item.path("kind");
        if (kind.path("count").asInt() > 0) {
          kinds.put(
              new Kind(kind.path("group").asText(), kind.path("kind").asText()),
              kind.path("count").asInt());
        }
      }
      JsonNode cluster = items.of("").get("cluster");
      return new Counted(
          cluster == null ? 0 : cluster.path("cluster").path("nodeCount").asInt(), kinds);
    }

    static Counted in(Selection all) {
      SortedMap<Kind, Integer> kinds = new TreeMap<>();
      for (KindSummary kind : all.kinds()) {
        if (kind.count() > 0) {
          kinds.put(kind.kind(), kind.count());
        }
      }
      return new Counted(all.nodeCount(), kinds);
    }
  }

  @Override
  public String difference(Recorded edition, Span span, boolean strictly) {
    Opening opening = edition.opening();
    FoldedItems is = edition.folded();
    Counted told = Counted.in(is);
    long oldest =
        strictly
            ? span.from().topology()
            : opening.oldest(edition, opening.first().span().from().topology());
    for (Topology counted : chronicle.topologies(oldest, span.to().topology())) {
      if (Counted.in(counted.select(TopologyQuery.ALL, edition.key().viewer())).equals(told)) {
        String difference = difference(is, edition, span, told);
        if (difference.isEmpty() && !strictly) {
          opening.isOf(edition, counted.revision());
        }
        return difference;
      }
    }
    return "no revision from " + oldest + " to " + span.to().topology() + " had " + told;
  }

  private String difference(FoldedItems is, Recorded edition, Span span, Counted counts) {
    String difference = "";
    for (Topology known : chronicle.topologies(span.from().topology(), span.to().topology())) {
      for (int at = span.to().conditions(); at >= span.from().conditions(); at--) {
        FoldedItems right = items(edition, known, counts, chronicle.condition(at));
        String found = is.difference(right);
        if (found.isEmpty()) {
          return "";
        }
        difference = difference.isEmpty() ? found : difference;
      }
    }
    return difference;
  }

  private FoldedItems items(
      Recorded edition, Topology topology, Counted counts, SourceCondition condition) {
    SortedMap<Kind, KindState> known = new TreeMap<>();
    topology.knowledge().forEach(state -> known.put(state.kind(), state));
    KindState others = Objects.requireNonNull(known.remove(KindState.ANY_OTHER));
    SortedSet<Kind> kinds = new TreeSet<>(known.keySet());
    kinds.addAll(counts.kinds().keySet());
    FoldedItems items = new FoldedItems(Wording.ITEMS);
    for (Kind kind : kinds) {
      KindState state = known.getOrDefault(kind, others);
      ObjectNode item = StreamClient.JSON.createObjectNode();
      item.put("key", "kind " + kind);
      ObjectNode value = item.putObject("kind");
      value.put("kind", kind.name());
      value.put("group", kind.group());
      value.put("state", state.knowledge().text());
      value.put("freshness", freshness(state));
      value.put("count", counts.kinds().getOrDefault(kind, 0));
      putIfAny(value, "message", state.message());
      putIfAny(value, "namespace", state.namespace());
      items.put("", read(item));
    }
    items.put("", read(cluster(edition, topology, counts, condition)));
    return items;
  }

  /// With numbers as a reader of messages has them.
  private static JsonNode read(ObjectNode item) {
    return Texts.read(item.toString());
  }

  private static String freshness(KindState state) {
    return switch (state.knowledge()) {
      case SYNCED -> "live";
      case SYNCING -> "catching up";
      case STALE -> "stale " + state.message();
      case POLLED -> "polled";
      case FORBIDDEN -> "forbidden";
      case NOT_SERVED -> "not served";
      case OFF -> throw new AssertionError("nothing in this world is switched off");
    };
  }

  private ObjectNode cluster(
      Recorded edition, Topology topology, Counted counts, SourceCondition condition) {
    ObjectNode item = StreamClient.JSON.createObjectNode();
    item.put("key", "cluster");
    ObjectNode value = item.putObject("cluster");
    value.put("name", edition.key().cluster().value());
    value.put("state", "ready");
    value.put("phase", condition.phase().text());
    putIfAny(value, "message", condition.message());
    putIfAny(value, "version", condition.version());
    putIfAny(value, "provider", condition.provider());
    ArrayNode warnings = value.putArray("warnings");
    condition.warnings().forEach(warnings::add);
    value.put("complete", topology.knowledge().stream().allMatch(s -> s.knowledge().isComplete()));
    value.put("nodeCount", counts.nodes());
    return item;
  }

  private static void putIfAny(ObjectNode value, String field, String text) {
    if (!text.isEmpty()) {
      value.put(field, text);
    }
  }
}
