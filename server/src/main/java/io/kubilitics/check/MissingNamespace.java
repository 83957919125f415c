package io.kubilitics.check;

import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A namespace in which objects are to live and that does not exist. A set of manifests that brings
/// no Namespace at all leaves them to others; those of every cluster are there.
final class MissingNamespace implements WorldCheck {
  private static final Set<String> IN_EVERY_CLUSTER =
      Set.of("default", "kube-system", "kube-public", "kube-node-lease");
  private static final int MOST_RELATED = 3;

  @Override
  public Code code() {
    return Code.KUB003;
  }

  @Override
  public void check(World world, Report report) {
    if (!world.knows(Kinds.NAMESPACE) || (!world.isClosed() && !world.has(Kinds.NAMESPACE))) {
      return;
    }
    objectsByMissingNamespace(world)
        .forEach((namespace, objects) -> {
          List<ResourceId> first =
              new ArrayList<>(objects).subList(0, Math.min(MOST_RELATED, objects.size()));
          report.add(
              new Finding(
                  code().name(),
                  world.ifClosed(Level.ERROR),
                  ResourceId.clusterScoped(Kinds.NAMESPACE, namespace),
                  "metadata.namespace",
                  Names.of(objects)
                      + (objects.size() == 1 ? " is" : " are")
                      + " to live in the namespace "
                      + namespace
                      + ", which does not exist.",
                  code().advice(),
                  first));
        });
  }

  private static Map<String, Set<ResourceId>> objectsByMissingNamespace(World world) {
    Map<String, Boolean> isThere = new HashMap<>();
    for (String namespace : IN_EVERY_CLUSTER) {
      isThere.put(namespace, true);
    }
    Map<String, Set<ResourceId>> objects = new TreeMap<>();
    for (int handle = 0; handle < world.network().limit(); handle++) {
      if (world.network().node(handle) instanceof Node.Present present) {
        String namespace = present.id().namespace();
        if (!namespace.isEmpty() && !isThere.computeIfAbsent(namespace, of -> isThere(world, of))) {
          objects.computeIfAbsent(namespace, _ -> new TreeSet<>()).add(present.id());
        }
      }
    }
    return objects;
  }

  private static boolean isThere(World world, String namespace) {
    return world.subject(ResourceId.clusterScoped(Kinds.NAMESPACE, namespace)) != null;
  }
}
