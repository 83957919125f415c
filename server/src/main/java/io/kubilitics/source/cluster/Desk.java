package io.kubilitics.source.cluster;

import io.kubilitics.model.Kind;
import java.time.Duration;
import java.util.List;

/// What a reading needs of its plan.
interface Desk {
  Feeder feeder();

  Voice voice();

  Delivery.Told told();

  ClusterPace pace();

  /// Where to look when a kind may not be read everywhere; the user's own namespace is first.
  List<String> namespaces();

  /// Finds out what may be listed in a namespace and calls [KindReading#rightsIn] later.
  void askRights(KindReading reading, String namespace);

  /// Finds out whether there are objects and calls [KindReading#checked] later.
  void check(KindReading reading);

  /// Calls [KindReading#checkAgain] after a pause.
  void checkLater(KindReading reading, Duration pause);

  /// Whether any object names the kind.
  boolean isNamed(Kind kind);
}
