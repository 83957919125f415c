package io.kubilitics.layout.slot;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Keeps places as long as the process lives: for maps that nobody comes back to.
public final class SlotsInMemory implements SlotStore {
  private final AtomicReference<@Nullable SlotEpoch> kept = new AtomicReference<>();

  @Override
  public Optional<SlotEpoch> load() {
    return Optional.ofNullable(kept.get());
  }

  @Override
  public void save(SlotEpoch epoch) {
    kept.set(epoch);
  }
}
