package io.kubilitics.access;

import io.kubilitics.model.Viewer;

/// Who is calling.
public enum Caller {
  /// Holds the launch token: the user who started the program.
  OWNER(true, true),
  /// Anybody, on a server that was started without authentication.
  GUEST(true, false),
  /// Somebody who did not say, or not rightly, who they are.
  STRANGER(false, false);

  private final boolean mayRead;
  private final boolean mayWrite;

  Caller(boolean mayRead, boolean mayWrite) {
    this.mayRead = mayRead;
    this.mayWrite = mayWrite;
  }

  public boolean mayRead() {
    return mayRead;
  }

  public boolean mayWrite() {
    return mayWrite;
  }

  /// What the caller sees of clusters.
  public Viewer viewer() {
    return mayRead ? Viewer.EVERYTHING : Viewer.NOTHING;
  }
}
