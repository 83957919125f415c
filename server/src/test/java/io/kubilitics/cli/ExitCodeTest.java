package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each way to fail, with its exit code and its one line.
class ExitCodeTest {
  @TempDir private Path folder;

  record Failure(String line, int code, String message) {
    @Override
    public String toString() {
      return line;
    }
  }

  static List<Failure> failures() {
    return List.of(
        new Failure(
            "graph",
            2,
            "kubilitics graph: SOURCE: is missing: give a file or a folder of YAML and JSON, - for stdin, or demo[:OBJECTS[:SEED]]; or a --context"),
        new Failure(
            "grap SHOP",
            2,
            "kubilitics: unknown command 'grap'; did you mean graph? ('kubilitics --help' shows how)"),
        new Failure(
            "graph SHOP --focsu x",
            2,
            "kubilitics graph: unknown option '--focsu'; did you mean --focus? ('kubilitics graph --help' shows how)"),
        new Failure(
            "graph SHOP more",
            2,
            "kubilitics graph: one argument too many: 'more' ('kubilitics graph --help' shows how)"),
        new Failure(
            "graph SHOP -o",
            2,
            "kubilitics graph: --output needs a value ('kubilitics graph --help' shows how)"),
        new Failure(
            "graph SHOP -o yml",
            2,
            "kubilitics graph: --output: 'yml' is none of table, json, yaml, dot, graphml,"
                + " mermaid; did you mean yaml?"),
        new Failure(
            "graph SHOP --kind depolyment",
            2,
            "kubilitics graph: --kind: 'depolyment' is no kind that is known or present; did you mean Deployment?"),
        new Failure(
            "check - --against -",
            2,
            "kubilitics check: -: given twice, but stdin can be read only once"),
        new Failure(
            "graph SHOP --kind=",
            2,
            "kubilitics graph: --kind: '' is no kind that is known or present"),
        new Failure(
            "graph SHOP --relation slects",
            2,
            "kubilitics graph: --relation: 'slects' is no relation; did you mean selects?"),
        new Failure(
            "graph SHOP --health ill",
            2,
            "kubilitics graph: --health: 'ill' is none of healthy, progressing, degraded, failed, suspended, unknown"),
        new Failure(
            "graph SHOP -n shop,", 2, "kubilitics graph: --namespace: a namespace is empty"),
        new Failure("graph SHOP -l app=", 0, ""),
        new Failure(
            "graph SHOP -l =x",
            2,
            "kubilitics graph: --selector: '=x' in '=x' is no label requirement: write key=value, key!=value, key in (a,b), key notin (a,b), key or !key"),
        new Failure(
            "graph SHOP --focus cart",
            2,
            "kubilitics graph: --focus: 'cart' is no object id: write Kind/namespace/name or Kind/name"),
        new Failure(
            "graph SHOP --focus Pod/shop/nobody",
            3,
            "kubilitics graph: Pod/shop/nobody does not exist"),
        new Failure(
            "graph SHOP --focus deploy/shop/crat",
            3,
            "kubilitics graph: Deployment.apps/shop/crat does not exist; did you mean Deployment.apps/shop/cart?"),
        new Failure(
            "graph SHOP --hops 3", 2, "kubilitics graph: --hops: has a meaning only with --focus"),
        new Failure(
            "graph SHOP --direction up",
            2,
            "kubilitics graph: --direction: has a meaning only with --focus"),
        new Failure(
            "graph SHOP --focus svc/shop/cart --hops 101",
            2,
            "kubilitics graph: --hops: '101' is no number from 0 to 100"),
        new Failure(
            "graph SHOP --focus svc/shop/cart --direction upp",
            2,
            "kubilitics graph: --direction: 'upp' is none of up, down, both; did you mean up?"),
        new Failure(
            "graph SHOP --as-of tomorrow",
            2,
            "kubilitics graph: --as-of: 'tomorrow' is no time: write 2026-11-20T10:00:00Z or …T11:00:00+01:00"),
        new Failure(
            "graph nowhere.yaml", 5, "kubilitics graph: nowhere.yaml: no such file or folder"),
        new Failure(
            "graph demo:7", 2, "kubilitics graph: demo:7: OBJECTS must be 100 to 150000, not 7"),
        new Failure(
            "help grahp",
            2,
            "kubilitics help: COMMAND: 'grahp' is none of graph, export, check, diff, path, impact, serve, version, completion, help; did you mean graph?"),
        new Failure(
            "completion tcsh",
            2,
            "kubilitics completion: SHELL: 'tcsh' is none of bash, zsh, fish"),
        new Failure(
            "version --short",
            2,
            "kubilitics version: unknown option '--short' ('kubilitics version --help' shows how)"),
        new Failure(
            "serve --port 70000 demo",
            2,
            "kubilitics serve: port in the command line: '70000' is no number from 0 to 65535"),
        new Failure(
            "serve - demo -",
            2,
            "kubilitics serve: -: given twice, but stdin can be read only once"),
        new Failure(
            "serve --sidecar -",
            2,
            "kubilitics serve: --sidecar: needs stdin for itself, so - cannot be a source"),
        new Failure("serve nowhere/", 5, "kubilitics serve: nowhere/: no such file or folder"),
        new Failure(
            "serve --host 192.0.2.1 demo",
            2,
            "kubilitics serve: --host: 192.0.2.1 can be reached by other machines, and there is no sign-in for them yet; --insecure-no-auth lets everybody read"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsOneLineAndACode(Failure failure) {
    String shop = Shop.in(folder).toString();
    String[] args =
        Arrays.stream(failure.line().split(" "))
            .map(word -> word.equals("SHOP") ? shop : word)
            .toArray(String[]::new);

    Run run = Run.of(args);

    assertThat(run.err().lines().filter(line -> !line.endsWith("nothing matches")))
        .containsExactlyElementsOf(
            failure.message().isEmpty() ? List.of() : List.of(failure.message()));
    assertThat(run.code()).isEqualTo(failure.code());
    if (failure.code() != 0) {
      assertThat(run.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph", "serve"})
  void anEmptySourceIsNotTheFolderOneIsIn(String command) {
    Run run = Run.of(command, "");

    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.USAGE,
                "",
                "kubilitics "
                    + command
                    + ": SOURCE: is empty: give a file, a folder, - for stdin, or demo\n"));
  }

  @Test
  void withoutACommandTheHelpGoesToStderr() {
    Run run = Run.of();

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Commands:", "graph", "serve");
  }

  @Test
  void whereNothingCouldBeReadEveryReasonIsNamedAndTheCodeIs5() {
    Path poisoned = folder.resolve("poisoned");
    Shop.write(poisoned.resolve("a.yaml"), "a: [1, 2\n");
    Shop.write(poisoned.resolve("b.yaml"), "kind: Pod\n");

    Run run = Run.of("graph", poisoned.toString());

    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(3);
    assertThat(run.err()).contains("a.yaml:", "b.yaml:").contains("kubilitics graph: " + poisoned);
  }
}
