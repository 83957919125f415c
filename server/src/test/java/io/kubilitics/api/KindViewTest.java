package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.KindState.Knowledge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindViewTest {
  @ParameterizedTest
  @CsvSource({
    "SYNCED, '', live",
    "SYNCING, '', catching up",
    "STALE, since 10:02:11, stale since 10:02:11",
    "STALE, the connection is lost, stale",
    "POLLED, '', polled",
    "FORBIDDEN, pods is forbidden, forbidden",
    "NOT_SERVED, '', not served",
    "OFF, '', switched off"
  })
  void howFreshAKindIsIsSaidInWords(Knowledge knowledge, String message, String words) {
    assertThat(KindView.freshness(knowledge, message, true)).isEqualTo(words);
  }
}
