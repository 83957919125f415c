package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private final Tickets<String> tickets = new Tickets<>(() -> now);

  @Test
  void aTicketOpensWhatItWasMadeForOnce() {
    String text = tickets.issue("map").text();

    assertThat(tickets.peek(text)).contains("map");
    assertThat(tickets.redeem(text)).contains("map");
    assertThat(tickets.redeem(text)).isEmpty();
    assertThat(tickets.peek(text)).isEmpty();
  }

  @Test
  void aTicketIsGoodForHalfAMinute() {
    String early = tickets.issue("early").text();
    String late = tickets.issue("late").text();

    now = now.plusMillis(29_999);
    assertThat(tickets.redeem(early)).contains("early");
    now = now.plusMillis(1);
    assertThat(tickets.redeem(late)).isEmpty();
  }

  @Test
  void noTwoTicketsAreAlikeAndEachIsLongEnough() {
    Set<String> all = new TreeSet<>();
    for (int each = 0; each < Tickets.MOST; each++) {
      all.add(tickets.issue("map").text());
    }

    assertThat(all).hasSize(Tickets.MOST).allMatch(text -> text.matches("[A-Za-z0-9_-]{43}"));
  }

  @Test
  void tooManyTicketsAreRefusedUntilSomeAreUsedOrOld() {
    String first = tickets.issue("first").text();
    IntStream.range(1, Tickets.MOST).forEach(_ -> tickets.issue("more"));

    assertThatThrownBy(() -> tickets.issue("too many"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Busy.class));
    assertThat(tickets.redeem(first)).contains("first");
    assertThat(tickets.issue("again").text()).isNotEmpty();
    now = now.plus(Tickets.LIFE);
    IntStream.range(0, Tickets.MOST).forEach(_ -> tickets.issue("later"));
  }

  @Test
  void ofManyWhoUseATicketAtOnceOneGetsIt() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      String text = tickets.issue("map").text();
      AtomicInteger opened = new AtomicInteger();
      Thread[] threads = new Thread[8];
      for (int each = 0; each < threads.length; each++) {
        threads[each] =
            Thread.ofVirtual()
                .start(() -> tickets.redeem(text).ifPresent(_ -> opened.incrementAndGet()));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(opened).hasValue(1);
    }
  }
}
