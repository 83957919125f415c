package io.kubilitics.topology;

import io.kubilitics.model.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a rule makes of an object now, and what time alone will make of that: the rule is asked
/// again for the next instants at which something changes that it has looked at. What a rule itself
/// says of later does not count.
final class Foresight {
  /// So many instants are looked at. The health is judged again at each of them anyway.
  static final int FARTHEST = 4;

  private Foresight() {}

  /// Surroundings at an instant that remember when something of what they showed changes next.
  abstract static class View implements Surroundings {
    private final Instant at;
    private @Nullable Instant next;

    View(Instant at) {
      this.at = at;
    }

    @Override
    public final Instant now() {
      return at;
    }

    /// How that is at the instant.
    final Health seen(Health health) {
      Health then = health.at(at);
      then.changesAt().ifPresent(change -> next = earlier(next, change));
      return then;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
      return one == null || other.isBefore(one) ? other : one;
    }
  }

  static Health of(DerivedHealth rule, Function<Instant, View> views, Instant now) {
    List<Health> found = new ArrayList<>();
    List<Instant> since = new ArrayList<>();
    Instant at = now;
    for (int look = 0; at != null && look <= FARTHEST; look++) {
      View view = views.apply(at);
      Health said = rule.of(view);
      Health health = new Health(said.status(), said.reason(), said.message());
      if (found.isEmpty() || !found.getLast().equals(health)) {
        found.add(health);
        since.add(at);
      }
      at = view.next;
    }
    Health whole = found.getLast();
    for (int index = found.size() - 2; index >= 0; index--) {
      whole = found.get(index).until(since.get(index + 1), whole);
    }
    return whole;
  }
}
