package io.kubilitics.source;

import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.Optional;

/// Delivers the objects of one cluster and their changes.
public interface ResourceSource extends AutoCloseable {
  /// Reads everything there is, then returns. A source that is alive goes on telling the listener
  /// from threads of its own until it is closed; one that cannot be reached tries again until then,
  /// and tells its condition meanwhile. Called once.
  ///
  /// @throws io.kubilitics.problem.ProblemException when nothing at all can be read
  void open(SourceListener listener);

  /// The body of one object as it is now, with secret values masked. Blocks the caller's thread
  /// while it is read; any number of threads may ask at once.
  ///
  /// @return empty when there is no such object, or the source shows no bodies
  /// @throws io.kubilitics.problem.ProblemException when it is there and cannot be shown
  default Optional<Body> body(ResourceId id) {
    return Optional.empty();
  }

  /// Somebody looks at a kind: a source that looks from time to time only whether there are objects
  /// of it follows it from now on. Returns at once; any thread may say so, as often as it likes.
  default void wanted(Kind kind) {}

  /// Whether what it delivers is all there is, or a part of something larger, as manifests are.
  default boolean isWhole() {
    return true;
  }

  /// Whether it says itself how well each kind is known. Of any other source everything is known
  /// once it has been read.
  default boolean tellsKnowledge() {
    return false;
  }

  /// Ends all threads and lets go of files and connections; returns when no further call of the
  /// listener will come.
  @Override
  void close();
}
