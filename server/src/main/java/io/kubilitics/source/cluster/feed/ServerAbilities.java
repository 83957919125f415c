package io.kubilitics.source.cluster.feed;

/// What one API server turned out to offer. Any thread.
final class ServerAbilities {
  private volatile boolean listsByWatch = true;

  /// Whether a watch may begin with what is there already. True until the server refuses.
  boolean listsByWatch() {
    return listsByWatch;
  }

  void refusesListsByWatch() {
    listsByWatch = false;
  }
}
