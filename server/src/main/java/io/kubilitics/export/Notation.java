package io.kubilitics.export;

import java.io.IOException;

/// A way to write objects, lists and scalars, piece by piece and in order. What is said to two
/// notations reads back as the same values.
interface Notation {
  void openObject() throws IOException;

  void closeObject() throws IOException;

  void openList() throws IOException;

  void closeList() throws IOException;

  /// The name of the field whose value comes next.
  void name(String name) throws IOException;

  void text(String value) throws IOException;

  void number(long value) throws IOException;

  void truth(boolean value) throws IOException;

  default void text(String name, String value) throws IOException {
    name(name);
    text(value);
  }

  /// A field that is left out when there is nothing to say.
  default void textIfAny(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      text(name, value);
    }
  }

  default void number(String name, long value) throws IOException {
    name(name);
    number(value);
  }

  default void truth(String name, boolean value) throws IOException {
    name(name);
    truth(value);
  }
}
