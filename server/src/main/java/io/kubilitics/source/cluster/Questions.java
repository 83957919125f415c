package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.discovery.Presence;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.time.Duration;
import java.util.function.Consumer;

/// What the plan asks of others, who answer by a call on its thread.
interface Questions {
  /// Runs something on the plan's thread, soon.
  void post(Runnable task);

  /// Runs something on the plan's thread after a pause.
  void later(Duration pause, Runnable task);

  void askRights(String namespace, Consumer<Rights> answer);

  void askPresence(ServedKind kind, Consumer<Presence> answer);

  /// What the server serves may have changed.
  void rediscover();
}
