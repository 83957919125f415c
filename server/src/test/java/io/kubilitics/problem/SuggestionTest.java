package io.kubilitics.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({"selcts,selects", "slecets,selects", "OWNS,owns", "ownss,owns", "rotues,routes"})
  void aSlipIsRecognised(String word, String meant) {
    assertThat(Suggestion.near(word, Stream.of("owns", "routes", "selects"))).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"mounts", "x", "''", "selectsselects"})
  void whatIsTooFarIsNotGuessed(String word) {
    assertThat(Suggestion.near(word, Stream.of("owns", "routes", "selects"))).isEmpty();
  }

  @Test
  void ofASingleLetterNothingTellsWhatWasMeant() {
    assertThat(Suggestion.near("4", Stream.of("0", "1", "2", "3"))).isEmpty();
    assertThat(Suggestion.near("ns", Stream.of("n", "nss"))).contains("n");
  }

  @Test
  void ofSeveralTheFirstIsTaken() {
    assertThat(Suggestion.near("pot", Stream.of("pod", "pos"))).contains("pod");
  }
}
