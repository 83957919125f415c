package io.kubilitics.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Completion in the shells themselves.
@Timeout(300)
class CompletionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "kubilitics gr, graph",
    "kubilitics graph --ki, --kind",
    "kubilitics graph --kind statefu, statefulsets",
    "kubilitics graph --kind pods --relation sele, selects",
    "kubilitics graph x -o ya, yaml",
    "kubilitics graph --direction do, down",
    "kubilitics graph --health deg, degraded",
    "kubilitics serve --insec, --insecure-no-auth",
    "kubilitics completion z, zsh",
    "kubilitics help ver, version",
    "kubilitics graph mani, manifests"
  })
  void bashCompletes(String line, String completed) throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("manifests"));
    String ask =
        """
        source ./script
        compopt() { :; }
        COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
        _complete_kubilitics
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(line);

    assertThat(shell("bash", "--norc", ask)).containsExactly(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "kubilitics gr, graph",
    "kubilitics graph --ki, --kind",
    "kubilitics graph --kind=statefu, --kind=statefulsets",
    "kubilitics graph --relation sele, selects",
    "kubilitics graph x -o ya, yaml",
    "kubilitics completion z, zsh"
  })
  void fishCompletes(String line, String completed) throws IOException, InterruptedException {
    assertThat(shell("fish", "--no-config", "source script; complete -C '" + line + "'"))
        .extracting(answer -> answer.split("\t", -1)[0])
        .containsExactly(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "kubilitics graph --context pr, prod",
    "kubilitics graph --context=pr, prod",
    "kubilitics graph x --context arn:aws:ek, eks:prod",
    "'kubilitics graph --context $', '\\$\\(touch\\ mark\\)'",
  })
  void bashCompletesContexts(String line, String completed)
      throws IOException, InterruptedException {
    kubilitics("prod", "arn:aws:eks:prod", "$(touch mark)");
    String ask =
        """
        source ./script
        compopt() { :; }
        COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}
        COMP_WORDS=($COMP_LINE); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _complete_kubilitics_contexts
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(line);

    assertThat(shell("bash", "--norc", "export PATH=$PWD:$PATH\n" + ask))
        .containsExactly(completed);
    assertThat(folder.resolve("mark")).doesNotExist();
  }

  @Test
  void fishCompletesContexts() throws IOException, InterruptedException {
    kubilitics("prod", "$(touch mark)", "(touch mark)");

    assertThat(
            shell(
                "fish",
                "--no-config",
                "set PATH $PWD $PATH; source script; complete -C 'kubilitics graph --context pr'"))
        .extracting(answer -> answer.split("\t", -1)[0])
        .containsExactly("prod");
    assertThat(folder.resolve("mark")).doesNotExist();
  }

  @Test
  void contextsAreListedWithoutContactingAnybody() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config"),
            "contexts: [{name: b}, {name: 'a c'}, {name: \"x\\e[1m\"}]\n");

    Run run = Run.of("completion", "--contexts", "--kubeconfig", config.toString());

    assertThat(run.out()).isEqualTo("b\na c\n");
    assertThat(run.code()).isZero();
  }

  /// A program of this name that knows these contexts.
  private void kubilitics(String... contexts) throws IOException {
    Path names = Files.write(folder.resolve("names"), List.of(contexts));
    Path program =
        Files.writeString(folder.resolve("kubilitics"), "#!/bin/sh\ncat '" + names + "'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void zshTakesTheScript() throws IOException, InterruptedException {
    String ask =
        "autoload -Uz compinit; compinit -u -D; source ./script; print -r -- $_comps[kubilitics]";

    assertThat(shell("zsh", "-f", ask)).containsExactly("_kubilitics");
  }

  /// What a shell prints when the script of its own kind is there under the name `script`.
  private List<String> shell(String shell, String option, String ask)
      throws IOException, InterruptedException {
    boolean present =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> new File(path, shell).canExecute());
    assumeTrue(present || System.getenv("CI") != null, "SKIPPED: there is no " + shell);
    Run script = Run.of("completion", shell);
    assertThat(script.code()).isZero();
    Files.writeString(folder.resolve("script"), script.out());
    Process process =
        new ProcessBuilder(shell, option, "-c", ask)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
