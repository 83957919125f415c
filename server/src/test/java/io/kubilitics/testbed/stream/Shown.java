package io.kubilitics.testbed.stream;

import java.util.Set;

/// What is particular to one thing that can be shown: how it is folded, what of it is in view, and
/// what must hold of it whatever the world is like.
public interface Shown {
  /// As clients write it.
  String show();

  default Wording wording() {
    return Wording.ITEMS;
  }

  /// Whether a client may name namespaces.
  default boolean hasNamespaces() {
    return true;
  }

  /// Whether a topic may be told to who named these namespaces; none are all.
  default boolean isInView(String topic, Set<String> namespaces) {
    return namespaces.isEmpty() || namespaces.contains(topic);
  }

  /// What is wrong with a state in itself, `""` for nothing.
  ///
  /// @param whole whether everything is in view
  String complaint(FoldedItems state, boolean whole);
}
