package io.kubilitics.layout.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Gives stretches of one gutter their tracks: two whose stretches overlap or nearly touch get
/// different ones, others may follow each other on one.
final class Tracks {
  private record Stretch(int bundle, int from, int to) {}

  private final Map<Integer, Stretch> stretches = new HashMap<>();
  private final Map<Integer, Integer> trackOfBundle = new HashMap<>();
  private final List<Integer> ends = new ArrayList<>();

  /// The bundle also needs this stretch, in either direction.
  void cover(int bundle, int one, int other) {
    Stretch stretch = new Stretch(bundle, Math.min(one, other), Math.max(one, other));
    stretches.merge(
        bundle,
        stretch,
        (a, b) -> new Stretch(bundle, Math.min(a.from, b.from), Math.max(a.to, b.to)));
  }

  /// Called when all stretches are known.
  void assign() {
    stretches.values().stream()
        .sorted(Comparator.comparingInt(Stretch::from).thenComparingInt(Stretch::bundle))
        .forEach(stretch -> trackOfBundle.put(stretch.bundle(), firstFree(stretch)));
  }

  int count() {
    return ends.size();
  }

  int of(int bundle) {
    return Objects.requireNonNull(trackOfBundle.get(bundle));
  }

  private int firstFree(Stretch stretch) {
    for (int track = 0; track < ends.size(); track++) {
      if (ends.get(track) + Grid.TRACK <= stretch.from()) {
        ends.set(track, stretch.to());
        return track;
      }
    }
    ends.add(stretch.to());
    return ends.size() - 1;
  }
}
