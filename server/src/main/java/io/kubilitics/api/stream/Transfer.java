package io.kubilitics.api.stream;

/// A message on its way out. The web server says how far it is, from any thread; its connection
/// asks.
final class Transfer implements Wire.Outcome {
  private enum State {
    UNDER_WAY,
    SENT,
    FAILED
  }

  private final Runnable told;
  private volatile State state = State.UNDER_WAY;
  private volatile long movedAt;

  /// @param told when it is at its end
  /// @param now as [System#nanoTime] has it
  Transfer(Runnable told, long now) {
    this.told = told;
    this.movedAt = now;
  }

  @Override
  public void moved() {
    movedAt = System.nanoTime();
  }

  @Override
  public void sent() {
    state = State.SENT;
    told.run();
  }

  @Override
  public void failed() {
    state = State.FAILED;
    told.run();
  }

  /// Whether the next message may be given.
  boolean isSent() {
    return state == State.SENT;
  }

  boolean hasFailed() {
    return state == State.FAILED;
  }

  /// When something of it went out, or it was begun.
  long movedAt() {
    return movedAt;
  }
}
