package io.kubilitics.source;

import io.kubilitics.model.Body;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One source laid over another: an object that both have is that of the upper one. The lower one
/// is read first, so that the kinds it defines are known when the upper one is read, and its
/// objects give way when those of the upper one come, which is not alive. What the lower one says
/// of kinds holds for both.
public final class Overlay implements ResourceSource {
  private final ResourceSource upper;
  private final ResourceSource lower;

  /// @param upper closed with this one, as is the other
  public Overlay(ResourceSource upper, ResourceSource lower) {
    this.upper = upper;
    this.lower = lower;
  }

  @Override
  public void open(SourceListener listener) {
    Set<ResourceId> covered = new HashSet<>();
    lower.open(new Beneath(listener, covered));
    upper.open(new Noting(listener, covered));
  }

  @Override
  public Optional<Body> body(ResourceId id) {
    return upper.body(id).or(() -> lower.body(id));
  }

  @Override
  public void wanted(Kind kind) {
    upper.wanted(kind);
    lower.wanted(kind);
  }

  @Override
  public boolean isWhole() {
    return lower.isWhole();
  }

  @Override
  public boolean tellsKnowledge() {
    return lower.tellsKnowledge();
  }

  @Override
  public void close() {
    try {
      lower.close();
    } finally {
      upper.close();
    }
  }

  private static ResourceId covered(Change.Put put) {
    return put.resource().id();
  }

  /// Writes down which objects come. Nothing comes from below meanwhile, so that what was let
  /// through there is replaced, and what is replaced is not let through again.
  private record Noting(SourceListener next, Set<ResourceId> seen) implements SourceListener {
    @Override
    public void changes(List<Change> batch) {
      synchronized (seen) {
        for (Change change : batch) {
          if (change instanceof Change.Put put) {
            seen.add(covered(put));
          }
        }
        next.changes(batch);
      }
    }

    @Override
    public void rejected(Place place, String reason) {
      next.rejected(place, reason);
    }

    @Override
    public void placed(ResourceId id, Place place) {
      next.placed(id, place);
    }

    @Override
    public void duplicate(ResourceId id, Place place, Place first) {
      next.duplicate(id, place, first);
    }

    @Override
    public void passedOver(Place place, String reason) {
      next.passedOver(place, reason);
    }
  }

  /// Lets through what is not covered.
  private record Beneath(SourceListener next, Set<ResourceId> covered) implements SourceListener {
    @Override
    public void changes(List<Change> batch) {
      synchronized (covered) {
        List<Change> visible = batch.stream().filter(this::isVisible).toList();
        if (!visible.isEmpty()) {
          next.changes(visible);
        }
      }
    }

    private boolean isVisible(Change change) {
      return switch (change) {
        case Change.Put put -> !covered.contains(Overlay.covered(put));
        case Change.Gone(ResourceId id) -> !covered.contains(id);
        case Change.Known _, Change.Now _ -> true;
      };
    }

    @Override
    public void rejected(Place place, String reason) {
      next.rejected(place, reason);
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
