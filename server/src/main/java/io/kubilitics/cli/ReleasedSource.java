package io.kubilitics.cli;

import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.util.Optional;

/// A source of which somebody is told when it is closed.
record ReleasedSource(ResourceSource source, Runnable released) implements ResourceSource {
  @Override
  public void open(SourceListener listener) {
    source.open(listener);
  }

  @Override
  public Optional<Body> body(ResourceId id) {
    return source.body(id);
  }

  @Override
  public void wanted(Kind kind) {
    source.wanted(kind);
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
    try {
      source.close();
    } finally {
      released.run();
    }
  }
}
