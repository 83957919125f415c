package io.kubilitics.source.manifest;

/// A part of a file that is read on its own.
sealed interface Piece {
  /// The line of the file on which it begins.
  int line();

  /// Its size, in bytes.
  int size();

  /// A whole document.
  record Document(int line, Form form, Bytes text) implements Piece {
    @Override
    public int size() {
      return text.size();
    }
  }

  /// An element of a large list.
  record Element(int line, Form form, Bytes text, ListHead head) implements Piece {
    @Override
    public int size() {
      return text.size();
    }
  }

  /// What follows the elements of a large list. It is read only to tell what is wrong with it.
  record Rest(int line, Form form, Bytes text) implements Piece {
    @Override
    public int size() {
      return text.size();
    }
  }

  /// What is known to be unreadable before it is parsed.
  record Refused(int line, String reason) implements Piece {
    @Override
    public int size() {
      return 0;
    }
  }

  enum Form {
    YAML,
    JSON
  }
}
