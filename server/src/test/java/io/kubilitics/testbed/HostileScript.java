package io.kubilitics.testbed;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A mixture of all faults that pass. The n-th request to a path meets the same fault with the same
/// seed. Any thread.
final class HostileScript {
  private static final int MOST_OCTETS = 20_000;
  private static final int MOST_EVENTS = 20;
  private static final int MOST_DELAY_MILLIS = 300;
  private static final int[] CODES = {403, 410, 429, 500, 503, 504};
  private static final String[] ODD = {
    "7", "\"text\"", "[]", "{}", "null", "{\"metadata\":[]}", "{\"metadata\":{\"name\":\"\"}}"
  };

  private final long seed;
  private final int oneIn;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  HostileScript(long seed, int oneIn) {
    this.seed = seed;
    this.oneIn = oneIn;
  }

  Optional<Fault> next(FakeVerb verb, String path) {
    String asked = verb + " " + path;
    int number = counts.computeIfAbsent(asked, _ -> new AtomicInteger()).incrementAndGet();
    RandomGenerator dice =
        RandomGeneratorFactory.of("L64X128MixRandom")
            .create(seed * 31 + asked.hashCode() * 1_000_003L + number);
    if (dice.nextInt(oneIn) != 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (verb) {
          case LIST -> list(dice);
          case WATCH -> watch(dice);
          case GET, DISCOVERY, REVIEW, OTHER -> any(dice);
        });
  }

  private static Fault any(RandomGenerator dice) {
    return switch (dice.nextInt(6)) {
      case 0 -> new Fault.Delay(Duration.ofMillis(dice.nextInt(MOST_DELAY_MILLIS)));
      case 1 -> new Fault.CutAfter(dice.nextInt(MOST_OCTETS));
      case 2 -> new Fault.DropAfter(dice.nextInt(MOST_OCTETS));
      case 3 -> new Fault.Answer(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");
      case 4 -> new Fault.Answer(200, "text/html", "<html>Please log in</html>");
      default -> new Fault.Status(CODES[dice.nextInt(CODES.length)], Duration.ofSeconds(1));
    };
  }

  private static Fault list(RandomGenerator dice) {
    return switch (dice.nextInt(4)) {
      case 0 -> new Fault.OddItem(ODD[dice.nextInt(ODD.length)]);
      case 1 -> new Fault.StallAfter(dice.nextInt(MOST_OCTETS));
      default -> any(dice);
    };
  }

  private static Fault watch(RandomGenerator dice) {
    int events = dice.nextInt(MOST_EVENTS);
    return switch (dice.nextInt(10)) {
      case 0 -> new Fault.Garbage(events);
      case 1 -> new Fault.HalfLine(events);
      case 2 -> new Fault.CloseAfter(Duration.ofMillis(dice.nextInt(2_000)));
      case 3 -> new Fault.SilentAfter(events);
      case 4 -> new Fault.NoEndBookmark();
      case 5 -> new Fault.ErrorEvent(events, dice.nextBoolean() ? 410 : 500);
      case 6 -> new Fault.OddItem(ODD[dice.nextInt(ODD.length)]);
      default -> any(dice);
    };
  }
}
