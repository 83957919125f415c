package io.kubilitics.layout.slot;

import java.util.Optional;

/// Keeps the newest places of one map between two starts. Any thread may load; one at a time saves.
public interface SlotStore {
  /// What was saved last; empty when nothing ever was.
  ///
  /// @throws io.kubilitics.problem.ProblemException when it is there but cannot be read; what is
  ///   kept stays as it is
  Optional<SlotEpoch> load();

  /// Replaces what was kept; when that fails, the former places are still there.
  ///
  /// @throws io.kubilitics.problem.ProblemException when it cannot be written
  void save(SlotEpoch epoch);
}
