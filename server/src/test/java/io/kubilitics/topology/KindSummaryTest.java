package io.kubilitics.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindSummaryTest {
  private static final Kind POD = Kind.core("Pod");

  private static KindSummary summary(Knowledge knowledge, String message) {
    return KindSummary.of(POD, new KindState(POD, "shop", knowledge, message), 3);
  }

  @ParameterizedTest
  @CsvSource({
    "SYNCED, '', live",
    "SYNCING, '', catching up",
    "STALE, since 10:02:11, stale since 10:02:11",
    "STALE, the connection is lost, stale",
    "POLLED, every 5 min, polled",
    "FORBIDDEN, pods is forbidden, forbidden",
    "NOT_SERVED, '', not served",
    "OFF, '', switched off"
  })
  void howFreshAKindIsIsSaidInWords(Knowledge knowledge, String message, String words) {
    assertThat(summary(knowledge, message).freshness(true)).isEqualTo(words);
  }

  @Test
  void whatIsReadOnceIsNotAlive() {
    assertThat(summary(Knowledge.SYNCED, "").freshness(false)).isEqualTo("complete");
  }

  @Test
  void whyNotBetterIsForWhoMaySeeThatPlace() {
    KindSummary stale = summary(Knowledge.STALE, "since 10:02:11");
    Viewer elsewhere = (_, namespace) -> namespace.equals("payments");

    assertThat(stale.seenBy(Viewer.EVERYTHING)).isEqualTo(stale);
    assertThat(stale.seenBy(elsewhere)).isEqualTo(new KindSummary(POD, Knowledge.STALE, 3));
    assertThat(stale.seenBy(elsewhere).freshness(true)).isEqualTo("stale");
  }
}
