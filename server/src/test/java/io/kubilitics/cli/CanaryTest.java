package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.export.ExportFormat;
import io.kubilitics.testbed.Canary;
import io.kubilitics.testbed.FakeApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing a command writes holds a secret of what it read.
class CanaryTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml", "dot", "table"})
  void noFormatOfTheGraphHoldsASecret(String format) throws IOException {
    Files.writeString(folder.resolve("all.yaml"), Canary.manifests());

    Run run =
        Run.of(
            "graph",
            folder.toString(),
            "-o",
            format,
            "--relation",
            "calls,owns,selects,uses-secret,uses-config");
    Run all = Run.of("graph", folder.toString(), "-o", format);

    assertThat(all.code()).isZero();
    assertThat(all.out()).contains("Secret/nest/db");
    assertThat(Canary.foundIn(run.out() + run.err() + all.out() + all.err())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "table"})
  void noFormatOfTheFindingsHoldsASecret(String format) throws IOException {
    Files.writeString(folder.resolve("all.yaml"), Canary.manifests());
    Files.writeString(folder.resolve("broken.yaml"), String.join("---\n", Canary.broken()));

    Run run = Run.of("check", folder.toString(), "-o", format, "--world", "closed");

    assertThat(run.out()).contains("broken.yaml");
    assertThat(Canary.foundIn(run.out() + run.err())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noFormatOfAnExportHoldsASecret(ExportFormat format) throws IOException {
    Files.writeString(folder.resolve("all.yaml"), Canary.manifests());
    StringBuilder all = new StringBuilder();
    for (List<String> options :
        List.of(
            List.<String>of(),
            List.of("--focus", "Secret/nest/db"),
            List.of("--relation", "calls,owns,selects,uses-secret,uses-config"))) {
      List<String> arguments =
          new ArrayList<>(List.of("export", folder.toString(), "-f", "-", "-o", format.text()));
      arguments.addAll(options);
      all.append(exported(arguments));
      if (format.isPicture()) {
        for (String level : List.of("0", "1", "2", "3")) {
          List<String> more = new ArrayList<>(arguments);
          more.addAll(List.of("--level", level, "--select", "Secret/nest/db"));
          all.append(exported(more));
        }
      }
    }

    assertThat(all).contains("nest");
    assertThat(Canary.foundIn(all.toString())).isEmpty();
  }

  private static String exported(List<String> arguments) {
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out() + run.err();
  }

  @Test
  void whyADocumentCannotBeReadDoesNotQuoteIt() throws IOException {
    List<String> broken = Canary.broken();
    for (int each = 0; each < broken.size(); each++) {
      Files.writeString(folder.resolve("broken-" + each + ".yaml"), broken.get(each));
    }

    Run run = Run.of("graph", folder.toString(), "-o", "json");

    assertThat(run.err()).contains("broken-0.yaml:1", "broken-1.yaml:5", "broken-2.yaml:5");
    assertThat(Canary.foundIn(run.out() + run.err())).isEmpty();
  }

  @Test
  void noCommandOverALiveClusterTellsASecret() throws IOException {
    try (FakeApiServer server = FakeApiServer.start()) {
      Canary.serve(server);
      Path config =
          server.kubeconfig(folder.resolve("config"), server.url(), Map.of("live", Canary.token()));
      Files.writeString(
          config,
          Files.readString(config)
                  .replace(
                      "contexts:\n",
                      "contexts:\n- name: asks\n  context: {cluster: test-bed, user: plugin}\n")
              + Canary.pluginUser());
      Path manifests = Files.writeString(folder.resolve("all.yaml"), Canary.manifests());
      String[] from = {"--kubeconfig", config.toString(), "--context", "live"};
      StringBuilder all = new StringBuilder();
      for (List<String> command :
          List.of(
              List.of("graph", "-o", "json"),
              List.of("graph", "-o", "table"),
              List.of("check", "-o", "json"),
              List.of("export", "-f", "-", "-o", "svg", "--level", "3"),
              List.of("export", "-f", "-", "-o", "json"),
              List.of("diff", manifests.toString(), "-o", "json"))) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(from));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.code()).as("%s: %s", arguments, run.err()).isIn(0, 1);
        assertThat(Canary.foundIn(run.out() + run.err())).as("%s", arguments).isEmpty();
        all.append(run.out());
      }
      assertThat(all).contains("Vault.example.com/nest/v");

      Run refused =
          Run.of("graph", "--kubeconfig", config.toString(), "--context", "asks", "-o", "json");
      assertThat(refused.code()).isNotZero();
      assertThat(Canary.foundIn(refused.out() + refused.err())).isEmpty();
    }
  }
}
