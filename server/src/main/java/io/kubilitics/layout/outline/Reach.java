package io.kubilitics.layout.outline;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntConsumer;

/// Which app each card belongs to: the one it leads to (a Service to what it selects, an Ingress
/// through the Service); failing that, the one that leads to it (a ConfigMap that is used); failing
/// that, that of its neighbours. No way leads through a root. Who reaches several apps is shared.
final class Reach {
  static final int NONE = -1;
  static final int SHARED = -2;

  private final CardGraph cards;
  private final int[] app;

  Reach(CardGraph cards, Apps apps) {
    this.cards = cards;
    app = new int[cards.graph().size()];
    Arrays.fill(app, NONE);
    for (int number = 0; number < app.length; number++) {
      if (cards.isRoot(number)) {
        app[number] = apps.of(number);
      }
    }
    spread(Way.BACK);
    spread(Way.AHEAD);
    spread(Way.BOTH);
  }

  /// The app of a card, [#SHARED] or [#NONE].
  int of(int card) {
    return app[card];
  }

  private enum Way {
    BACK,
    AHEAD,
    BOTH
  }

  /// Carries apps from card to card until nothing changes; each card changes at most twice, so it
  /// is linear. Cards that had an app before keep it.
  private void spread(Way way) {
    boolean[] settled = new boolean[app.length];
    Deque<Integer> open = new ArrayDeque<>();
    for (int number = 0; number < app.length; number++) {
      settled[number] = app[number] != NONE;
      if (settled[number]) {
        open.add(number);
      }
    }
    while (!open.isEmpty()) {
      int card = open.remove();
      IntConsumer visit =
          next -> {
            if (!settled[next] && app[next] != SHARED && app[next] != app[card]) {
              app[next] = app[next] == NONE ? app[card] : SHARED;
              open.add(next);
            }
          };
      if (way != Way.AHEAD) {
        cards.forEachIn(card, edge -> visit.accept(cards.source(edge)));
      }
      if (way != Way.BACK) {
        cards.forEachOut(card, edge -> visit.accept(cards.target(edge)));
      }
    }
  }
}
