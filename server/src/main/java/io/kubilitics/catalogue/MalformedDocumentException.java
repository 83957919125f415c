package io.kubilitics.catalogue;

/// A document that cannot be read, with the line and the reason in words for its author. It has no
/// stack trace: it is no bug.
public final class MalformedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  /// A document that ends in an error.
  ///
  /// @param line from 1; 0 when it is not known
  public MalformedDocumentException(int line, String reason) {
    super(reason, null, false, false);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
