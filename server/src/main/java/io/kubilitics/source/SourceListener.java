package io.kubilitics.source;

import io.kubilitics.model.Change;
import java.util.List;

/// Told what a source reads. Called from the source's threads, one call at a time; may block, which
/// makes the source wait.
public interface SourceListener {
  /// The next changes, in order.
  void changes(List<Change> batch);

  /// A document that could not be read, or only in part. The rest goes on.
  void rejected(Place place, String reason);
}
