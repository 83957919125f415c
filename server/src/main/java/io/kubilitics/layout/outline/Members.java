package io.kubilitics.layout.outline;

import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The objects of one frame. It remembers under which handle it found each of them, since most are
/// found there in the next revision too. One thread.
public final class Members {
  private final Map<ResourceId, Integer> places = new HashMap<>();
  private final List<ResourceId> ids = new ArrayList<>();
  private int[] handles = new int[8];

  public Members() {}

  static Members of(Collection<ResourceId> ids) {
    Members members = new Members();
    ids.forEach(id -> members.add(id, Network.NOBODY));
    return members;
  }

  /// Adds an object that is not in yet.
  ///
  /// @param handle where it may be found, or [Network#NOBODY]
  public void add(ResourceId id, int handle) {
    if (places.putIfAbsent(id, ids.size()) != null) {
      throw new IllegalArgumentException("a member already: " + id);
    }
    if (ids.size() == handles.length) {
      handles = Arrays.copyOf(handles, 2 * handles.length);
    }
    handles[ids.size()] = handle;
    ids.add(id);
  }

  /// Takes an object out; nothing happens when it is not in.
  public void remove(ResourceId id) {
    Integer place = places.remove(id);
    if (place == null) {
      return;
    }
    ResourceId last = ids.removeLast();
    if (place < ids.size()) {
      ids.set(place, last);
      handles[place] = handles[ids.size()];
      places.put(last, place);
    }
  }

  public boolean isEmpty() {
    return ids.isEmpty();
  }

  int size() {
    return ids.size();
  }

  ResourceId id(int place) {
    return ids.get(place);
  }

  /// The handle of a member in this network, or [Network#NOBODY].
  int handle(int place, Network network) {
    ResourceId id = ids.get(place);
    int handle = handles[place];
    if (handle != Network.NOBODY && handle < network.limit()) {
      Node node = network.node(handle);
      if (node != null && node.id().equals(id)) {
        return handle;
      }
    }
    handles[place] = network.find(id);
    return handles[place];
  }
}
