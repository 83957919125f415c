package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.cluster.credential.PluginCall;
import io.kubilitics.testbed.FakeApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A kubeconfig that names a program: it runs when the user has agreed, and never silently.
@Timeout(300)
class PluginTest {
  @TempDir Path folder;
  private final FakeApiServer server = FakeApiServer.start();
  private Path login;
  private Path mark;
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void aPlugin() throws IOException {
    mark = folder.resolve("mark");
    login = script("login");
    Path config = server.kubeconfig(folder.resolve("config"));
    Files.writeString(
        config,
        Files.readString(config)
            .replaceAll(
                "user: \\{token: .*\\}",
                "user: {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never,"
                    + " command: ./login, args: [get-token, \"--for=a b\", \"x\\\\ny\"],"
                    + " env: [{name: PROFILE, value: dev-secret}]}}"));
    environment =
        Map.of("KUBECONFIG", config.toString(), "HOME", folder.toString(), "NO_COLOR", "1");
  }

  private Path script(String name) throws IOException {
    Path script =
        Files.writeString(
            folder.resolve(name),
            """
            #!/bin/sh
            echo run >> '%s'
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}'
            """
                .formatted(mark, FakeApiServer.TOKEN));
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void withoutATerminalNothingRuns() {
    Run run = Run.inEnvironment(environment, "graph", "--context", "test");

    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run.err())
        .isEqualTo(
            "kubilitics graph: context test (127.0.0.1): credential plugin %s: nobody has agreed that it runs; --allow-plugin %s allows it\n"
                .formatted(login, login));
    assertThat(mark).doesNotExist();
    assertThat(server.log().all()).isEmpty();
  }

  @Test
  void whereAnybodyMayReadNoPluginCanBeAllowed() {
    Run run =
        Run.inEnvironment(
            environment,
            "serve",
            "--insecure-no-auth",
            "--context",
            "test",
            "--allow-plugin",
            login.toString());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--allow-plugin: cannot be used with --insecure-no-auth");
    assertThat(mark).doesNotExist();
  }

  @Test
  void aPluginThatIsAllowedRuns() {
    Run run =
        Run.inEnvironment(
            environment, "graph", "--context", "test", "--allow-plugin", login.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(mark).exists();
  }

  @Test
  void thePersonAtTheTerminalIsShownAllOfItAndAskedOnce() throws IOException {
    Run first = Run.answering("y\n", environment, "graph", "--context", "test");
    Run second = Run.answering("", environment, "graph", "--context", "test");

    assertThat(first.err())
        .contains(
            """
            The kubeconfig wants to run a program to sign in to context test:
              "%s"
                "get-token"
                "--for=a b"
                "x\\u{a}y"
              and sets "PROFILE"
            It runs with your rights, and without a shell.
            """
                .formatted(login))
        .doesNotContain("dev-secret");
    assertThat(first.code()).isZero();
    assertThat(second.err()).doesNotContain("wants to run");
    assertThat(second.code()).isZero();
    assertThat(Files.readAllLines(mark)).hasSize(2);
  }

  @Test
  void anotherProgramUnderTheSameNameIsAskedForAgain() throws IOException {
    Run.answering("yes\n", environment, "graph", "--context", "test");
    Files.writeString(login, Files.readString(login) + "# changed\n");

    Run run = Run.answering("n\n", environment, "graph", "--context", "test");

    assertThat(run.err()).contains("wants to run");
    assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(Files.readAllLines(mark)).hasSize(1);
  }

  @Test
  void anythingButYesIsNo() {
    for (String answer : List.of("", "\n", "no\n", "yess\n", "y".repeat(10_000))) {
      Run run = Run.answering(answer, environment, "graph", "--context", "test");

      assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
    }
    assertThat(mark).doesNotExist();
  }

  @Test
  void whatCannotBeSeenIsShownAsItsCode() {
    PluginCall call =
        new PluginCall(
            "prod\u001b[2K",
            Path.of("/bin/sh"),
            List.of("-c", "a\r\n\u202e\"b\\"),
            List.of("A\u0000"),
            "");

    String text = PluginQuestion.text(call);

    assertThat(text)
        .contains("\"a\\u{d}\\u{a}\\u{202e}\\\"b\\\\\"", "\"A\\u{0}\"")
        .doesNotContain("\u001b", "\u202e", "\r", "\u0000");
  }
}
