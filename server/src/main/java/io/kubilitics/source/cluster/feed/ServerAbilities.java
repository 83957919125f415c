package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.discovery.ServedKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// What the servers of one cluster turned out to offer. A group of the API is served by one server,
/// which may be another one than that of Kubernetes; what a group of Kubernetes itself lacks, whose
/// name has no dot, all lack.
///
/// A bad line looks like a server that cannot, and a server may be replaced by a newer one. So
/// after a while one kind tries again, while the others do as before. Any thread.
final class ServerAbilities {
  /// How long it is believed that a server cannot do something.
  static final Duration BELIEVED = Duration.ofHours(1);

  private static final String KUBERNETES = "";

  private final LongSupplier nanos;

  /// By group, those of Kubernetes as one. Under the lock.
  private final Map<String, Inability> withoutListsByWatch = new HashMap<>();

  /// @param since when it failed, or was tried again, in the machine's own time
  /// @param isTried whether one kind is trying again, or did and was not heard of since
  private record Inability(long since, boolean isTried) {}

  /// Nothing is known to be lacking.
  ///
  /// @param nanos the machine's own time
  ServerAbilities(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Whether a watch of this kind is to begin with what is there already.
  synchronized boolean tryListByWatch(ServedKind kind) {
    String servers = servers(kind);
    if (!servers.equals(KUBERNETES) && withoutListsByWatch.containsKey(KUBERNETES)) {
      return false;
    }
    Inability known = withoutListsByWatch.get(servers);
    if (known == null) {
      return true;
    }
    long now = nanos.getAsLong();
    if (now - known.since() < BELIEVED.toNanos()) {
      return false;
    }
    withoutListsByWatch.put(servers, new Inability(now, true));
    return true;
  }

  synchronized void refusesListsByWatch(ServedKind kind) {
    withoutListsByWatch.put(servers(kind), new Inability(nanos.getAsLong(), false));
  }

  /// One has come to its end. One that was under way when another failed says nothing of it.
  synchronized void listsByWatch(ServedKind kind) {
    withoutListsByWatch.computeIfPresent(
        servers(kind), (_, known) -> known.isTried() ? null : known);
  }

  private static String servers(ServedKind kind) {
    String group = kind.kind().group();
    return group.indexOf('.') < 0 ? KUBERNETES : group;
  }
}
