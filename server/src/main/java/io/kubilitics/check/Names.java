package io.kubilitics.check;

import io.kubilitics.model.ResourceId;
import java.util.Collection;
import java.util.stream.Collectors;

/// Objects in sentences.
final class Names {
  private static final int MOST = 3;

  private Names() {}

  /// `Secret shop/db`, `Node worker-1`.
  static String of(ResourceId id) {
    return id.kind().name()
        + " "
        + (id.namespace().isEmpty() ? "" : id.namespace() + "/")
        + id.name();
  }

  /// The first few, and how many more.
  static String of(Collection<ResourceId> ids) {
    String first = ids.stream().limit(MOST).map(Names::of).collect(Collectors.joining(", "));
    return ids.size() <= MOST ? first : first + " and " + (ids.size() - MOST) + " more";
  }

  /// The first few words, and how many more.
  static String list(Collection<String> words) {
    String first = words.stream().limit(MOST * 2).collect(Collectors.joining(", "));
    return words.size() <= MOST * 2 ? first : first + " and " + (words.size() - MOST * 2) + " more";
  }
}
