package io.kubilitics.source;

import io.kubilitics.model.Body;
import io.kubilitics.model.Change;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A source that remembers where its objects stand and what it said of its documents, for who wants
/// to point at them. Complete when the reading has ended; asked by any thread.
public final class Origins implements ResourceSource {
  /// How many remarks are kept. A folder of binaries must not fill the memory.
  public static final int MOST_REMARKS = 1_000;

  private final ResourceSource source;
  private final Map<ResourceId, Place> places = new HashMap<>();
  private final Set<ResourceId> objects = new HashSet<>();
  private final List<Remark> remarks = new ArrayList<>();
  private int moreRemarks;

  /// What a source said of a document.
  public sealed interface Remark {
    Place place();

    /// It could not be read, or only in part.
    record Rejected(Place place, String reason) implements Remark {}

    /// It defines an object that another document defines already.
    record Duplicate(Place place, ResourceId id, Place first) implements Remark {}

    /// It was never meant to be an object, or not before it is rendered.
    record PassedOver(Place place, String reason) implements Remark {}
  }

  /// @param source closed with this one
  public Origins(ResourceSource source) {
    this.source = source;
  }

  @Override
  public void open(SourceListener listener) {
    source.open(new Remembering(listener));
  }

  @Override
  public Optional<Body> body(ResourceId id) {
    return source.body(id);
  }

  @Override
  public boolean isWhole() {
    return source.isWhole();
  }

  @Override
  public boolean tellsKnowledge() {
    return source.tellsKnowledge();
  }

  @Override
  public void close() {
    source.close();
  }

  /// Where the object stands, if the source has places.
  public synchronized Optional<Place> place(ResourceId id) {
    return Optional.ofNullable(places.get(id));
  }

  /// Whether the object came from this source.
  public synchronized boolean holds(ResourceId id) {
    return objects.contains(id);
  }

  public synchronized int objectCount() {
    return objects.size();
  }

  /// The first [#MOST_REMARKS], in the order of reading.
  public synchronized List<Remark> remarks() {
    return List.copyOf(remarks);
  }

  /// How many more there were.
  public synchronized int moreRemarks() {
    return moreRemarks;
  }

  private synchronized void remember(Remark remark) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(remark);
    } else {
      moreRemarks++;
    }
  }

  private synchronized void remember(List<Change> batch) {
    for (Change change : batch) {
      if (change instanceof Change.Put(var resource)) {
        objects.add(resource.id());
      }
    }
  }

  private synchronized void remember(ResourceId id, Place place) {
    places.put(id, place);
  }

  private final class Remembering implements SourceListener {
    private final SourceListener next;

    Remembering(SourceListener next) {
      this.next = next;
    }

    @Override
    public void changes(List<Change> batch) {
      remember(batch);
      next.changes(batch);
    }

    @Override
    public void rejected(Place place, String reason) {
      remember(new Remark.Rejected(place, reason));
      next.rejected(place, reason);
    }

    @Override
    public void placed(ResourceId id, Place place) {
      remember(id, place);
      next.placed(id, place);
    }

    @Override
    public void duplicate(ResourceId id, Place place, Place first) {
      remember(new Remark.Duplicate(place, id, first));
      next.duplicate(id, place, first);
    }

    @Override
    public void passedOver(Place place, String reason) {
      remember(new Remark.PassedOver(place, reason));
      next.passedOver(place, reason);
    }

    @Override
    public void usable() {
      next.usable();
    }

    @Override
    public void condition(SourceCondition condition) {
      next.condition(condition);
    }

    @Override
    public void event(ObjectEvent event) {
      next.event(event);
    }
  }
}
