package io.kubilitics.catalogue.file;

/// A catalogue file says something that makes no sense. It has no stack trace: it is no bug.
public final class InvalidFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  /// Says what is wrong, and where.
  ///
  /// @param line from 1
  public InvalidFileException(int line, String reason) {
    super(reason, null, false, false);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
