package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LooksTest {
  @Test
  void aKindThatWasJustDefinedIsLookedAtSoonAndThenMoreAndMoreRarely() {
    Looks looks = new Looks(ClusterPace.USUAL, true);

    assertThat(Stream.generate(looks::pause).limit(9).map(Duration::toSeconds))
        .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
  }

  @Test
  void anyOtherIsLookedAtRarelyFromTheBeginning() {
    Looks looks = new Looks(ClusterPace.USUAL, false);

    assertThat(Stream.generate(looks::pause).limit(2)).containsOnly(Duration.ofMinutes(5));
  }
}
