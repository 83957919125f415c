package io.kubilitics.access;

import java.util.SortedSet;

/// Where a request leads.
public sealed interface Passage {
  record To(Route route) implements Passage {}

  record NoSuchPath() implements Passage {}

  /// The path is there, with other methods.
  record WrongMethod(SortedSet<String> offered) implements Passage {}
}
