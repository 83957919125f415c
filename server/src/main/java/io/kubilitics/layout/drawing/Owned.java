package io.kubilitics.layout.drawing;

import io.kubilitics.model.ResourceId;
import java.util.Collection;
import java.util.List;

/// Names of what was made for a workload: what follows the name of the one it was made by.
final class Owned {
  private final List<String> makers;

  /// @param names of the workload and of what stands between it and its Pods; none when that may
  ///   not be told
  Owned(Collection<String> names) {
    makers = names.stream().map(name -> name + "-").toList();
  }

  /// `q8zkd` of `cart-7d9f8b6c5-q8zkd`; the whole name of what is called otherwise.
  String rest(ResourceId id) {
    int longest = 0;
    for (String maker : makers) {
      if (maker.length() > longest
          && id.name().length() > maker.length()
          && id.name().startsWith(maker)) {
        longest = maker.length();
      }
    }
    return id.name().substring(longest);
  }
}
