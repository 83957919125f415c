package io.kubilitics.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.session.EventLog;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

/// Three seconds of the flood, fewer events than the server remembers, so that however slow the
/// machine is none may be lost; how fast anything is, is measured by hand.
class EventFloodTest {
  @RepeatedTest(3)
  void aFloodOfEventsIsTakenAndNothingElseIsLostForIt() throws Exception {
    try (EventFlood flood = EventFlood.open()) {
      EventFlood.Outcome outcome = flood.run(Duration.ofSeconds(3));

      assertThat(outcome.sent()).isEqualTo(3L * EventFlood.PER_SECOND).isLessThan(FakeShelf.KEPT);
      assertThat(outcome.taken()).isEqualTo(outcome.sent());
      assertThat(outcome.kept()).isLessThanOrEqualTo(EventLog.MOST);
      assertThat(outcome.changes()).isEqualTo(30);
      assertThat(outcome.millis()).hasSize(outcome.changes());
      assertThat(outcome.lists()).isZero();
      assertThat(outcome.watches()).isZero();
    }
  }
}
