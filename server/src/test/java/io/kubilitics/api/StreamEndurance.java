package io.kubilitics.api;

import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import io.kubilitics.testbed.Altered;
import io.kubilitics.testbed.stream.Seen;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/// Checks the promises of the stream for a long time, of everything that can be shown, over a line
/// that is cut at random and is down now and then for longer than a channel is kept. Arguments:
/// minutes, 10 unless given, and a seed. Prints after every half minute what was seen of each show
/// and ends with 1 when a promise was broken; with the seed that it names it can be looked at
/// again. By hand, on a quiet machine, after `jlink/pack`:
///
/// ```
/// ./mvnw -q -Pquick -pl server -am test-compile
/// java -ea -Xmx1g -cp server/target/test-classes:$(cat jlink/target/runtime.classpath) \
///   io.kubilitics.api.StreamEndurance 10
/// ```
final class StreamEndurance {
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final int CLIENTS = 8;

  /// As in the product, but that nobody waits for half a minute to see a channel end.
  private static final StreamPace PACE =
      Altered.of(
          StreamPace.USUAL,
          Map.of(
              "bookmark", Duration.ofSeconds(3),
              "linger", Duration.ofSeconds(2),
              "cached", Duration.ofSeconds(1),
              "rounds", Duration.ofMillis(200)));

  private StreamEndurance() {}

  static void main(String[] arguments) throws Exception {
    long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextLong();
    Seen all = new Seen();
    long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    for (long round = seed; System.nanoTime() < end; round++) {
      try (StreamBed bed = new StreamBed(new StreamSetup(PACE, StreamLimits.USUAL))) {
        all.add(bed.run(round, CLIENTS, ROUND, _ -> true));
        System.out.println("seed " + round + ": " + all);
      } catch (AssertionError broken) {
        broken.printStackTrace(System.out);
        System.exit(1);
      }
    }
  }
}
