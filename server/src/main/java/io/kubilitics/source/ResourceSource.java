package io.kubilitics.source;

/// Delivers the objects of one cluster and their changes.
public interface ResourceSource extends AutoCloseable {
  /// Reads everything there is, then returns. A source that is alive goes on telling the listener
  /// from threads of its own until it is closed. Called once.
  ///
  /// @throws io.kubilitics.problem.ProblemException when nothing at all can be read
  void open(SourceListener listener);

  /// Ends all threads and lets go of files and connections; returns when no further call of the
  /// listener will come.
  @Override
  void close();
}
