package io.kubilitics.plugin;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.ExtensionPoint;

/// Reads facts in one object: pure, stateless, called from any thread. What a catalogue file can
/// say should stay in a catalogue file.
public interface FactRule extends ExtensionPoint {
  /// The kinds whose objects it reads; none for every object there is.
  Set<Kind> kinds();

  /// The paths it reads (see [Field]); everything below them is kept. What is not declared here is
  /// not there.
  Set<String> reads();

  /// The facts of this object, in the order of its fields. An object that is not as expected gives
  /// fewer facts, never an exception.
  Stream<Fact> facts(ObjectView object);
}
