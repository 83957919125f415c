package io.kubilitics.source.cluster;

import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The namespaces of a cluster, as far as the user may see them, and the one where he works. Used by
/// the plan's thread only.
final class NamespacesKnown {
  /// So many are looked at one by one where nothing may be read of all at once.
  static final int MOST = 50;

  static final String TOO_MANY =
      "there are more than "
          + MOST
          + "; what may not be read of all at once is read in the first of them only";

  private final SortedSet<String> names = new TreeSet<>();
  private String home = "default";

  void home(String namespace) {
    home = namespace.isEmpty() ? "default" : namespace;
  }

  String home() {
    return home;
  }

  void changed(List<Change> batch) {
    for (Change change : batch) {
      switch (change) {
        case Change.Put(var resource) -> names.add(resource.id().name());
        case Change.Gone(ResourceId id) -> names.remove(id.name());
        case Change.Known _, Change.Now _ -> {}
      }
    }
  }

  boolean areTooMany() {
    return names.size() > MOST;
  }

  /// The user's own first, then as many others as are looked at, by name.
  List<String> toLookAt() {
    List<String> all = new ArrayList<>();
    all.add(home);
    names.stream().filter(each -> !each.equals(home)).limit(MOST - 1L).forEach(all::add);
    return all;
  }
}
