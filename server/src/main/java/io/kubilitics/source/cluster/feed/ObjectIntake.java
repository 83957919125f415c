package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.catalogue.ExtractionListener;
import io.kubilitics.catalogue.Extractor;
import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes records of objects and tells of those that are new, changed or gone. One thread at a time.
final class ObjectIntake implements Intake {
  /// What an object may have at most (as documents in files).
  static final int MOST_OCTETS = 10 << 20;

  private static final int LARGEST_BATCH = 500;

  private final ServedKind served;
  private final Kind kind;
  private final Extractor extractor;
  private final Telling telling;
  private final KnownObjects known = new KnownObjects();
  private final Found found = new Found();
  private List<Change> batch = new ArrayList<>();

  ObjectIntake(ServedKind served, Catalogue catalogue, Telling telling) {
    this.served = served;
    this.telling = telling;
    extractor = catalogue.extractor();
    String group = served.kind().group();
    String apiVersion = group.isEmpty() ? served.version() : group + "/" + served.version();
    kind = catalogue.kindOf(apiVersion, served.kind().name());
  }

  @Override
  public void listBegins() {
    known.forgetSeen();
  }

  @Override
  public ObjectHead put(Piece object, boolean replays) {
    if (!object.isWhole()) {
      ObjectHead head = ObjectHead.of(object);
      reject(head, tooLarge(object));
      return head;
    }
    ObjectHead head = read(object);
    Resource resource = found.resource;
    if (resource == null) {
      reject(head, found.reason == null ? "it is no object" : found.reason);
      return head;
    }
    if (found.reason != null) {
      telling.rejected(resource.id().toString(), found.reason);
    }
    CustomKind defined = found.defined;
    if (known.put(resource)) {
      if (defined != null) {
        telling.defined(defined);
      }
      add(new Change.Put(resource));
    }
    return head;
  }

  @Override
  public ObjectHead gone(Piece object) {
    ObjectHead head = object.isWhole() ? read(object) : ObjectHead.of(object);
    Resource resource = object.isWhole() ? found.resource : null;
    ResourceId id = resource == null ? id(head) : resource.id();
    if (id != null && known.remove(id)) {
      add(new Change.Gone(id));
    }
    return head;
  }

  private ObjectHead read(Piece object) {
    found.clear();
    try (JsonTokens tokens = object.tokens()) {
      ObjectHead head = new ObjectHead(tokens);
      extractor.read(head, served.kind(), served.version(), found);
      return head;
    }
  }

  /// It is there all the same: what is known of it stays.
  private void reject(ObjectHead head, String reason) {
    ResourceId id = id(head);
    if (id != null) {
      known.see(id);
    }
    telling.rejected(id == null ? kind + " without a name" : id.toString(), reason);
  }

  private static String tooLarge(Piece object) {
    return "larger than "
        + (MOST_OCTETS >> 20)
        + " MiB: it has "
        + (object.size() >> 20)
        + " MiB and is left out";
  }

  private @Nullable ResourceId id(ObjectHead head) {
    if (head.name().isEmpty()) {
      return null;
    }
    return new ResourceId(kind, served.namespaced() ? head.namespace() : "", head.name());
  }

  private void add(Change change) {
    batch.add(change);
    if (batch.size() >= LARGEST_BATCH) {
      flush();
    }
  }

  @Override
  public void listEnds() {
    for (ResourceId id : known.removeUnseen()) {
      add(new Change.Gone(id));
    }
    flush();
  }

  @Override
  public void flush() {
    if (batch.isEmpty()) {
      return;
    }
    List<Change> full = batch;
    batch = new ArrayList<>();
    boolean taken = false;
    try {
      taken = telling.changes(full);
    } finally {
      if (!taken) {
        full.forEach(this::takeBack);
      }
    }
  }

  /// What the listener failed to take is told again by the next list.
  private void takeBack(Change change) {
    if (change instanceof Change.Gone(ResourceId id)) {
      known.restore(id);
    }
  }

  @Override
  public void withdraw() {
    known.forgetSeen();
    listEnds();
  }

  @Override
  public void doubt() {
    batch.forEach(this::takeBack);
    batch = new ArrayList<>();
    known.forgetStates();
  }

  @Override
  public List<ResourceId> told() {
    List<ResourceId> told = known.ids();
    for (Change change : batch) {
      if (change instanceof Change.Gone(ResourceId id)) {
        told.add(id);
      }
    }
    return told;
  }

  @Override
  public long arrivals() {
    return known.seenCount();
  }

  /// What the extractor made of one object.
  private static final class Found implements ExtractionListener {
    private @Nullable Resource resource;
    private @Nullable CustomKind defined;
    private @Nullable String reason;

    void clear() {
      resource = null;
      defined = null;
      reason = null;
    }

    @Override
    public void resource(Resource resource, int line) {
      this.resource = resource;
    }

    @Override
    public void defined(CustomKind kind, int line) {
      defined = kind;
    }

    @Override
    public void rejected(int line, String reason) {
      if (this.reason == null) {
        this.reason = reason;
      }
    }
  }
}
