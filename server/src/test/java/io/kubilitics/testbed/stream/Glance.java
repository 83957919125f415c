package io.kubilitics.testbed.stream;

import java.util.SortedSet;
import java.util.TreeSet;

/// A view as a client asks for it.
///
/// @param words the fields beside what is shown and where, as JSON, each with a comma before it
/// @param namespaces what is to be in view; empty for all
public record Glance(Shown shown, String words, SortedSet<String> namespaces) {
  public Glance(Shown shown, String words) {
    this(shown, words, new TreeSet<>());
  }

  /// The same elsewhere, if there is an elsewhere.
  public Glance in(SortedSet<String> others) {
    return shown.hasNamespaces() ? new Glance(shown, words, others) : this;
  }

  String text() {
    StringBuilder names = new StringBuilder();
    for (String name : namespaces) {
      names.append(names.isEmpty() ? "\"" : ",\"").append(name).append('"');
    }
    return "{\"show\":\"" + shown.show() + "\",\"namespaces\":[" + names + "]" + words + "}";
  }

  boolean shows(String topic) {
    return shown.isInView(topic, namespaces);
  }

  /// Whether the other one differs at most in what is in view.
  boolean isLike(Glance other) {
    return shown.equals(other.shown) && words.equals(other.words);
  }

  @Override
  public String toString() {
    return text();
  }
}
