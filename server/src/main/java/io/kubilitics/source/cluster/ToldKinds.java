package io.kubilitics.source.cluster;

import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The kinds of which the listener has heard that they are served, or are about to be: a definition
/// comes before the server says that it serves the kind, and objects follow it at once. What is
/// told here is told in order, whoever tells it: what a feed says of a kind comes later. Any
/// thread.
final class ToldKinds {
  /// The server is asked again more often than that after a definition has changed.
  private static final int MOST_MISSES = 3;

  private final Voice voice;

  /// How often the server did not name a kind that is defined; for a kind that it names none.
  private final Map<Kind, Integer> misses = new HashMap<>();

  ToldKinds(Voice voice) {
    this.voice = voice;
  }

  /// A definition was seen: its objects may come at any time.
  synchronized void defined(Kind kind) {
    if (misses.putIfAbsent(kind, 0) == null) {
      voice.known(new KindState(kind, "", Knowledge.SYNCING, ""));
    }
  }

  /// These are going to be read.
  synchronized void served(List<KindState> waiting) {
    waiting.forEach(state -> misses.put(state.kind(), 0));
    voice.changes(waiting.stream().<Change>map(Change.Known::new).toList());
  }

  /// It is not served any more; who says so tells the listener.
  synchronized void gone(Kind kind) {
    misses.remove(kind);
  }

  /// Gives up what is defined and never served.
  ///
  /// @param served what is read
  /// @param isUnknown whether the server could not say now whether it serves a kind
  synchronized void expect(Collection<Kind> served, Predicate<Kind> isUnknown) {
    for (Kind kind : new TreeSet<>(misses.keySet())) {
      if (served.contains(kind) || isUnknown.test(kind)) {
        continue;
      }
      if (misses.merge(kind, 1, Integer::sum) >= MOST_MISSES) {
        misses.remove(kind);
        voice.known(new KindState(kind, "", Knowledge.NOT_SERVED, ""));
      }
    }
  }
}
