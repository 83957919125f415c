package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.discovery.ServedKind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the servers of one cluster turned out to offer. A group of the API is served by one server,
/// which may be another one than that of Kubernetes; what a group of Kubernetes itself lacks, whose
/// name has no dot, all lack. Any thread.
final class ServerAbilities {
  private final Set<String> withoutListsByWatch = ConcurrentHashMap.newKeySet();
  private volatile boolean listsByWatch = true;

  /// Whether a watch of this kind may begin with what is there already. True until its server
  /// refuses.
  boolean listsByWatch(ServedKind kind) {
    return listsByWatch && !withoutListsByWatch.contains(kind.kind().group());
  }

  void refusesListsByWatch(ServedKind kind) {
    String group = kind.kind().group();
    withoutListsByWatch.add(group);
    if (group.indexOf('.') < 0) {
      listsByWatch = false;
    }
  }
}
