package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(strings = {"graph", "serve", "version", "completion", "help"})
  void everyCommandHasHelpWithExamples(String command) {
    Run run = Run.of(command, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Usage: kubilitics " + command)
        .contains("Examples:\n  ", "kubilitics " + command);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(Run.of("help", command)).isEqualTo(run);
    assertThat(Run.of("-h", command)).isEqualTo(run);
  }

  @Test
  void theProgramHasHelpToo() {
    Run run = Run.of("--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Commands:", "graph", "serve", "version", "completion", "help");
    assertThat(Run.of("help")).isEqualTo(run);
    assertThat(Run.of("-h")).isEqualTo(run);
  }

  @Test
  void examplesKeepTheVariablesOfTheShell() {
    assertThat(Run.of("help", "completion").out())
        .contains("completion zsh > \"${fpath[1]}/_kubilitics\"");
  }

  @Test
  void helpIsPlainWhereItIsNotSeen() {
    assertThat(Run.of("graph", "--help").out()).doesNotContain("\u001b", "@|");
  }

  @Test
  void theVersionIsTextOrJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(Run.of("version", "-o", "json").out());

    assertThat(json.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(json.path("java").asText()).startsWith("25");
    assertThat(Run.of("version").out())
        .isEqualTo(
            "kubilitics "
                + json.path("version").asText()
                + ", Java "
                + json.path("java").asText()
                + "\n")
        .isEqualTo(Run.of("--version").out());
  }
}
