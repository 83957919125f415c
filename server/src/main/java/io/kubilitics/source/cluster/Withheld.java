package io.kubilitics.source.cluster;

import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a feed of all namespaces finds while others read single ones. It is kept back until those
/// have ended, so that nobody hears two versions of one object. One thread at a time.
final class Withheld {
  private final SortedMap<ResourceId, Change> found = new TreeMap<>();

  /// Keeps what has come.
  ///
  /// @return what is told all the same: that objects have gone of which was told before
  List<Change> keep(List<Change> batch) {
    List<Change> others = new ArrayList<>();
    for (Change change : batch) {
      switch (change) {
        case Change.Put(var resource) -> found.put(resource.id(), change);
        case Change.Gone(ResourceId id) -> {
          if (found.remove(id) == null) {
            others.add(change);
          }
        }
        case Change.Known _, Change.Now _ -> others.add(change);
      }
    }
    return others;
  }

  /// What makes of the objects that others have told of those that were found.
  List<Change> after(Collection<ResourceId> told) {
    List<Change> changes = new ArrayList<>(found.values());
    for (ResourceId id : new TreeSet<>(told)) {
      if (!found.containsKey(id)) {
        changes.add(new Change.Gone(id));
      }
    }
    return changes;
  }
}
