package io.kubilitics.source.manifest;

import io.kubilitics.model.Change;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.manifest.Reading.Found;
import io.kubilitics.source.manifest.Reading.PassedOver;
import io.kubilitics.source.manifest.Reading.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    beginFile(file);
    switch (reading) {
      case Found(int line, Resource resource) -> found(new Place(file, line), resource);
      case Rejected(int line, String reason) -> {
        if (isShown(reason)) {
          listener.rejected(new Place(file, line), reason);
        }
      }
      case PassedOver(int line, String reason) -> {
        if (isShown(reason)) {
          listener.passedOver(new Place(file, line), reason);
        }
      }
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

  private void found(Place place, Resource resource) {
    First before = first.putIfAbsent(resource.id(), new First(place, resource.uid()));
    if (before == null) {
      listener.placed(resource.id(), place);
      batch.add(new Change.Put(resource));
      if (batch.size() == BATCH) {
        flush();
      }
      return;
    }
    boolean sameObject = !before.uid.isEmpty() && before.uid.equals(resource.uid());
    if (!sameObject) {
      rejected++;
      listener.duplicate(resource.id(), place, before.place);
    }
  }

  /// Whether the reason is news; a template has many documents and one fault.
  private boolean isShown(String reason) {
    rejected++;
    int count = reasons.merge(reason, 1, Integer::sum);
    return reason.equals(Reasons.TEMPLATE) ? count == 1 : count <= SHOWN_OF_EACH_REASON;
  }

  private void beginFile(String next) {
    if (file.equals(next)) {
      return;
    }
    for (var entry : new TreeMap<>(reasons).entrySet()) {
      int more = entry.getValue() - SHOWN_OF_EACH_REASON;
      if (more > 0 && !entry.getKey().equals(Reasons.TEMPLATE)) {
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
