package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.manifest.Reading.Defined;
import io.kubilitics.source.manifest.Reading.Found;
import io.kubilitics.source.manifest.Reading.PassedOver;
import io.kubilitics.source.manifest.Reading.Rejected;
import io.kubilitics.source.manifest.Reading.Unsettled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Passes on what was read, in the order of files and documents: each identity once, the first
/// wins; objects in batches; of many equal reasons in one file only the first few. One thread.
final class Arrivals {
  private static final int BATCH = 256;
  private static final int SHOWN_OF_EACH_REASON = 5;

  private final SourceListener listener;
  private final Predicate<CustomKind> definitions;
  private final DumpedEvents events;
  private final Waiting waiting = new Waiting();
  private final Set<ResourceId> replaced = new HashSet<>();
  private final Map<ResourceId, First> first = new HashMap<>();
  private List<Change> batch = new ArrayList<>(BATCH);
  private int rejected;

  /// Reasons met in the current file.
  private final Map<String, Integer> reasons = new HashMap<>();

  private String file = "";

  /// Who came first with an identity.
  private record First(Place place, String uid) {}

  /// @param definitions takes what a definition says of its kind and tells whether that is news
  /// @param events takes what is an event and no object
  Arrivals(SourceListener listener, Predicate<CustomKind> definitions, DumpedEvents events) {
    this.listener = listener;
    this.definitions = definitions;
    this.events = events;
  }

  /// What came of a piece. Objects of kinds nobody described wait until all definitions are read,
  /// as those say where they live.
  void add(ReadingFile file, Piece piece, List<Reading> readings) {
    boolean isUnsettled = readings.stream().anyMatch(Unsettled.class::isInstance);
    boolean isKept = isUnsettled && waiting.keep(file, piece);
    readings.forEach(reading -> add(file.name(), reading, isKept));
  }

  /// What is to be said of a file as a whole.
  void add(String file, Reading reading) {
    add(file, reading, false);
  }

  private void add(String file, Reading reading, boolean isKept) {
    beginFile(file);
    switch (reading) {
      case Found(int line, Resource resource) -> found(new Place(file, line), resource);
      case Unsettled(int line, Resource resource, boolean isDescribed) -> {
        Place place = new Place(file, line);
        if (isDescribed) {
          found(place, resource);
        } else {
          waiting.withhold(place, resource, isKept);
        }
      }
      case Defined(int line, CustomKind kind) -> {
        if (definitions.test(kind)) {
          waiting.learned(new Place(file, line));
        }
      }
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

  /// What is to be read once more when everything has been read.
  List<Waiting.Read> toReadAgain() {
    return waiting.toReadAgain();
  }

  /// What came of reading a piece once more. What could not be read was told before.
  void addAgain(ReadingFile from, List<Reading> readings) {
    String file = from.name();
    for (Reading reading : readings) {
      switch (reading) {
        case Found(int line, Resource resource) -> replace(new Place(file, line), resource);
        case Unsettled(int line, Resource resource, boolean isDescribed) -> {
          Place place = new Place(file, line);
          if (isDescribed) {
            replace(place, resource);
          } else {
            beginFile(file);
            found(place, resource);
          }
        }
        case Defined _, Rejected _, PassedOver _ -> {}
      }
    }
  }

  private void replace(Place place, Resource resource) {
    First before = first.get(resource.id());
    if (before != null && before.place.equals(place) && replaced.add(resource.id())) {
      put(resource);
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
    waiting
        .asFirstRead()
        .forEach(object -> {
          beginFile(object.place().file());
          found(object.place(), object.resource());
        });
    waiting
        .incomplete()
        .ifPresent(place -> {
          beginFile(place.file());
          if (isShown(Waiting.TOO_MUCH)) {
            listener.rejected(place, Waiting.TOO_MUCH);
          }
        });
    beginFile("");
    flush();
  }

  private void found(Place place, Resource resource) {
    First before = first.putIfAbsent(resource.id(), new First(place, resource.uid()));
    if (before == null) {
      if (events.take(resource)) {
        return;
      }
      listener.placed(resource.id(), place);
      put(resource);
      return;
    }
    boolean sameObject = !before.uid.isEmpty() && before.uid.equals(resource.uid());
    if (!sameObject) {
      rejected++;
      listener.duplicate(resource.id(), place, before.place);
    }
  }

  private void put(Resource resource) {
    batch.add(new Change.Put(resource));
    if (batch.size() == BATCH) {
      flush();
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
