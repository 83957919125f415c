package io.kubilitics.source.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSpecTest {
  @ParameterizedTest
  @CsvSource({
    "demo,1000,42",
    "demo:100,100,42",
    "demo:150000,150000,42",
    "demo:2500:7,2500,7",
    "demo:2500:-7,2500,-7",
    "demo:100:9223372036854775807,100,9223372036854775807"
  })
  void sizeAndSeedAreReadAndMayBeLeftOut(String text, int objects, long seed) {
    assertThat(DemoSpec.parse(text)).isEqualTo(new DemoSpec(objects, seed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo:99|demo:99: OBJECTS must be 100 to 150000, not 99",
        "demo:150001|demo:150001: OBJECTS must be 100 to 150000, not 150001",
        "demo:-5|demo:-5: OBJECTS must be 100 to 150000, not -5",
        "demo:many|demo:many: OBJECTS must be a whole number, not 'many'",
        "demo:1e3|demo:1e3: OBJECTS must be a whole number, not '1e3'",
        "demo:|demo:: OBJECTS must be a whole number, not ''",
        "demo:1000:|demo:1000:: SEED must be a whole number, not ''",
        "demo:1000:x|demo:1000:x: SEED must be a whole number, not 'x'",
        "demo:1000:9223372036854775808|demo:1000:9223372036854775808: SEED is too large: 9223372036854775808",
        "demo:99999999999999999999|demo:99999999999999999999: OBJECTS must be a whole number, not '99999999999999999999'",
        "demo:1:2:3|demo:1:2:3: write demo, demo:OBJECTS or demo:OBJECTS:SEED"
      })
  void whatIsWrongIsSaidInOneSentence(String text, String message) {
    assertThatThrownBy(() -> DemoSpec.parse(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> {
              assertThat(thrown.problem()).isInstanceOf(Problem.BadInput.class);
              assertThat(thrown.problem().message()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "demo:", "demo:1", "demo:x:y:z"})
  void whatBeginsLikeTheDemoMeansTheDemo(String text) {
    assertThat(DemoSpec.isMeantBy(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "demos", "demo.yaml", "./demo", "Demo", "demo/"})
  void filesThatAreCalledSomethingWithDemoDoNot(String text) {
    assertThat(DemoSpec.isMeantBy(text)).isFalse();
  }

  @Test
  void itsTextReadsBack() {
    DemoSpec spec = new DemoSpec(12_345, -9);

    assertThat(DemoSpec.parse(spec.toString())).isEqualTo(spec);
  }
}
