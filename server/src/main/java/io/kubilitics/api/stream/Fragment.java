package io.kubilitics.api.stream;

/// A piece as it is sent, shared by all to whom it is sent.
final class Fragment {
  private final byte[] json;
  private final int next;

  private Fragment(byte[] json, int next) {
    this.json = json;
    this.next = next;
  }

  static Fragment of(Piece piece) {
    return new Fragment(MessageBytes.of(piece.json()), piece.next());
  }

  /// In UTF-8, empty for nothing to tell; must not be changed.
  byte[] json() {
    return json;
  }

  /// Where the next one begins, [Piece#END] after the last one.
  int next() {
    return next;
  }

  boolean isLast() {
    return next == Piece.END;
  }
}
