package io.kubilitics.source.manifest;

import io.kubilitics.model.Change;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.manifest.Reading.Found;
import io.kubilitics.source.manifest.Reading.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Passes on what was read, in the order of files and documents: each identity once, the first
/// wins; objects in batches; of many equal reasons in one file only the first few. One thread.
final class Arrivals {
  private static final int BATCH = 256;
  private static final int SHOWN_OF_EACH_REASON = 5;

  private final SourceListener listener;
  private final Map<ResourceId, First> first = new HashMap<>();
  private List<Change> batch = new ArrayList<>(BATCH);
  private int rejected;

  /// Reasons met in the current file.
  private final Map<String, Integer> reasons = new HashMap<>();

  private String file = "";

  /// Who came first with an identity.
  private record First(Place place, String uid) {}

  Arrivals(SourceListener listener) {
    this.listener = listener;
  }

  void add(String file, Reading reading) {
    add(file, reading, (_, _) -> {});
  }

  /// Takes a reading.
  ///
  /// @param kept told of an object that counts, before it is passed on
  void add(String file, Reading reading, BiConsumer<ResourceId, @Nullable PackedBody> kept) {
    beginFile(file);
    switch (reading) {
      case Found(int line, Resource resource, var body) ->
          found(new Place(file, line), resource, body, kept);
      case Rejected(int line, String reason) -> reject(new Place(file, line), reason, reason);
    }
  }

  /// How many objects there are.
  int objects() {
    return first.size();
  }

  int rejected() {
    return rejected;
  }

  /// Passes on what is still waiting.
  void end() {
    beginFile("");
    flush();
  }

  private void found(
      Place place,
      Resource resource,
      @Nullable PackedBody body,
      BiConsumer<ResourceId, @Nullable PackedBody> kept) {
    First before = first.putIfAbsent(resource.id(), new First(place, resource.uid()));
    if (before == null) {
      kept.accept(resource.id(), body);
      batch.add(new Change.Put(resource));
      if (batch.size() == BATCH) {
        flush();
      }
      return;
    }
    boolean sameObject = !before.uid.isEmpty() && before.uid.equals(resource.uid());
    if (!sameObject) {
      reject(place, "duplicate", resource.id() + " is also in " + before.place + ", which counts");
    }
  }

  private void reject(Place place, String category, String reason) {
    rejected++;
    int count = reasons.merge(category, 1, Integer::sum);
    boolean shown = category.equals(Reasons.TEMPLATE) ? count == 1 : count <= SHOWN_OF_EACH_REASON;
    if (shown || category.equals("duplicate")) {
      listener.rejected(place, reason);
    }
  }

  private void beginFile(String next) {
    if (file.equals(next)) {
      return;
    }
    for (var entry : new TreeMap<>(reasons).entrySet()) {
      int more = entry.getValue() - SHOWN_OF_EACH_REASON;
      boolean counted =
          !entry.getKey().equals(Reasons.TEMPLATE) && !entry.getKey().equals("duplicate");
      if (more > 0 && counted) {
        listener.rejected(new Place(file, 0), more + " more times: " + entry.getKey());
      }
    }
    reasons.clear();
    file = next;
  }

  private void flush() {
    if (!batch.isEmpty()) {
      listener.changes(batch);
      batch = new ArrayList<>(BATCH);
    }
  }
}
