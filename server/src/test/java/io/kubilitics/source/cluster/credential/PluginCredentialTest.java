package io.kubilitics.source.cluster.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class PluginCredentialTest {
  private static final String TOKEN = PluginScript.printing("{\"token\": \"s3cr3t-token\"}");

  @TempDir private Path folder;

  private final ManualClock clock = new ManualClock();

  @Test
  void theTokenThatIsPrintedIsShownToTheServer() throws Exception {
    try (CredentialSource source = script(TOKEN).allowed(clock)) {
      assertThat(header(source)).isEqualTo("Bearer s3cr3t-token");
    }
  }

  @Test
  void aCertificateThatIsPrintedIsShownToTheServer() throws Exception {
    String status = "{\"clientCertificateData\": \"CERT\", \"clientKeyData\": \"KEY\"}";
    try (CredentialSource source = script(PluginScript.printing(status)).allowed(clock)) {
      Credential credential = source.current();

      assertThat(credential.authorization()).isNull();
      assertThat(shown(credential.certificates())).isEqualTo("CERT");
      assertThat(shown(credential.key())).isEqualTo("KEY");
    }
  }

  @Test
  void argumentsReachTheProgramAsTheyAreAndNoShellReadsThem() throws Exception {
    Path marker = folder.resolve("marker");
    List<String> arguments =
        List.of(
            "two words",
            "it's \"quoted\"",
            "$(touch " + marker + ")",
            "`touch " + marker + "`",
            "; touch " + marker,
            "",
            "*",
            "$HOME",
            "line\nbreak");
    PluginScript script =
        script("printf '%s\\000' \"$@\" > '" + folder.resolve("seen") + "'\n" + TOKEN)
            .with(arguments);
    try (CredentialSource source = script.allowed(clock)) {
      source.current();
    }

    String seen = Files.readString(folder.resolve("seen"));
    assertThat(seen).isEqualTo(String.join("\0", arguments) + "\0");
    assertThat(marker).doesNotExist();
  }

  @Test
  void aProgramWithAStrangeNameIsFoundByItsPath() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("a b $(touch marker) 'c'"));
    PluginScript script = new PluginScript(odd, TOKEN);
    try (CredentialSource source = script.allowed(clock)) {
      assertThat(header(source)).isEqualTo("Bearer s3cr3t-token");
    }
    assertThat(Path.of("marker")).doesNotExist();
  }

  @Test
  void itsEnvironmentIsOursWithItsOwnAndWhatItIsFor() throws Exception {
    PluginScript script =
        script("env > '" + folder.resolve("seen") + "'\n" + TOKEN)
            .with("PROFILE", "a b=c")
            .toldOfTheCluster();
    try (CredentialSource source = script.allowed(clock)) {
      source.current();
    }

    assertThat(Files.readAllLines(folder.resolve("seen")))
        .contains("PROFILE=a b=c", "PATH=" + System.getenv("PATH"))
        .contains(
            "KUBERNETES_EXEC_INFO={\"apiVersion\":\"client.authentication.k8s.io/v1\","
                + "\"kind\":\"ExecCredential\",\"spec\":{\"cluster\":{\"server\":"
                + "\"https://127.0.0.1:1\",\"insecure-skip-tls-verify\":true},"
                + "\"interactive\":false}}");
  }

  @Test
  void itIsNotToldOfTheClusterUnasked() throws Exception {
    PluginScript script =
        script("echo \"$KUBERNETES_EXEC_INFO\" > '" + folder.resolve("seen") + "'\n" + TOKEN);
    try (CredentialSource source = script.allowed(clock)) {
      source.current();
    }
    assertThat(folder.resolve("seen")).content().doesNotContain("127.0.0.1");
  }

  @Test
  void itGetsNoInput() throws Exception {
    try (CredentialSource source = script("cat\n" + TOKEN).allowed(clock)) {
      assertThat(header(source)).isEqualTo("Bearer s3cr3t-token");
    }
  }

  @Test
  void aProgramThatHangsIsStoppedWithAllItHasStarted() throws Exception {
    PluginScript script =
        script(
                "sleep 600 &\necho $! > '"
                    + folder.resolve("child")
                    + "'\necho $$ > '"
                    + folder.resolve("parent")
                    + "'\nwait\n")
            .within(Duration.ofSeconds(8));
    try (CredentialSource source = script.allowed(clock)) {
      assertProblem(source, "did not end within 8 s");
    }
    assertThat(isRunning("parent")).isFalse();
    assertThat(isRunning("child")).isFalse();
  }

  @Test
  void closingStopsAProgramThatRuns() throws Exception {
    CredentialSource source =
        script("echo $$ > '" + folder.resolve("parent") + "'\nexec sleep 600\n").allowed(clock);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> waiting = threads.submit(() -> problem(source).message());
      while (!Files.exists(folder.resolve("parent")) || Files.size(folder.resolve("parent")) == 0) {
        Thread.onSpinWait();
      }

      source.close();

      assertThat(waiting.get()).contains("give-token");
    }
    assertThat(isRunning("parent")).isFalse();
  }

  /// A process that has been killed may still be on its way out.
  private boolean isRunning(String file) throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
    for (int tries = 0; tries < 3000; tries++) {
      if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
        return false;
      }
      Thread.sleep(10);
    }
    return true;
  }

  @Test
  void outputWithoutEndIsCut() {
    try (CredentialSource source = script("yes\n").allowed(clock)) {
      assertProblem(source, "printed more than 1 MiB");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo s3cr3t-token",
        "true",
        "echo '{'",
        "echo '[]'",
        "echo '{}'",
        "echo '{\"kind\": \"ExecCredential\", \"apiVersion\": \"v1\", \"status\":"
            + " {\"token\": \"s3cr3t-token\"}}'",
        "echo '{\"kind\": \"ExecCredential\", \"apiVersion\":"
            + " \"client.authentication.k8s.io/v1\", \"status\": {\"clientKeyData\":"
            + " \"s3cr3t-token\"}}'",
        "echo '{\"kind\": \"ExecCredential\", \"apiVersion\":"
            + " \"client.authentication.k8s.io/v1\", \"status\": {\"token\": \"s3cr3t-token\","
            + " \"expirationTimestamp\": \"tomorrow\"}}'",
        "echo '{\"kind\": \"ExecCredential\", \"apiVersion\":"
            + " \"client.authentication.k8s.io/v1\", \"status\": {\"token\": \"s3cr3t-token\\n"
            + "X-More: 1\"}}'",
        "echo 'token: s3cr3t-token' >&2; exit 7"
      })
  void whatCannotBeUsedIsToldWithoutItsSecrets(String body) {
    try (CredentialSource source = script(body + "\n").allowed(clock)) {
      Problem problem = problem(source);

      assertThat(problem).isInstanceOf(Problem.Unreadable.class);
      assertThat(problem.message()).contains("give-token").doesNotContain("s3cr3t");
    }
  }

  @Test
  void theReasonOfAFailureIsTold() {
    try (CredentialSource source = script("echo 'Log in first' >&2; exit 7\n").allowed(clock)) {
      assertProblem(source, "ended with code 7: Log in first");
    }
  }

  @Test
  void aProgramThatIsNotThereIsToldWithTheHintOfTheKubeconfig() {
    try (CredentialSource source =
        script(TOKEN).named("no-such", folder.toString(), new PluginPolicy.AllowAll())) {
      assertProblem(source, "there is no such program that can be run. Get it from the shop.");
    }
  }

  @Test
  void itRunsOnceForManyAndAgainAfterMostOfItsLife() throws Exception {
    PluginScript script =
        script(expiring("s3cr3t-token", clock.instant().plusSeconds(1000).toString()));
    try (CredentialSource source = script.allowed(clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Credential>> many = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        many.add(threads.submit(source::current));
      }
      for (Future<Credential> one : many) {
        assertThat(one.get()).isEqualTo(many.getFirst().get());
      }
      assertThat(script.runs()).isOne();

      clock.pass(Duration.ofSeconds(799));
      source.current();
      assertThat(script.runs()).isOne();
      clock.pass(Duration.ofSeconds(1));
      source.current();
      assertThat(script.runs()).isEqualTo(2);
    }
  }

  private static String expiring(String token, String time) {
    return PluginScript.printing(
        "{\"token\": \"%s\", \"expirationTimestamp\": \"%s\"}".formatted(token, time));
  }

  @Test
  void anExpiredCredentialDoesNotMakeItRunForEachRequest() throws Exception {
    PluginScript script = script(expiring("s3cr3t-token", "2020-01-01T00:00:00Z"));
    try (CredentialSource source = script.allowed(clock)) {
      for (int i = 0; i < 5; i++) {
        assertThat(header(source)).isEqualTo("Bearer s3cr3t-token");
      }
      assertThat(script.runs()).isOne();
      clock.pass(Duration.ofSeconds(10));
      source.current();
      assertThat(script.runs()).isEqualTo(2);
    }
  }

  @Test
  void aRefusedCredentialIsMadeAnewOnce() throws Exception {
    PluginScript script = script(TOKEN);
    try (CredentialSource source = script.allowed(clock)) {
      Credential first = source.current();
      script.body(PluginScript.printing("{\"token\": \"another\"}"));

      source.refused(first);
      Credential second = source.current();
      source.refused(first);
      source.refused(second);

      assertThat(shown(second.authorization())).isEqualTo("Bearer another");
      assertThat(source.current()).isEqualTo(second);
      assertThat(script.runs()).isEqualTo(2);
    }
  }

  @Test
  void aProgramThatFailsIsNotStartedForEachRequest() {
    PluginScript script = script("exit 1\n");
    try (CredentialSource source = script.allowed(clock)) {
      for (int i = 0; i < 5; i++) {
        assertProblem(source, "ended with code 1");
      }
      assertThat(script.runs()).isOne();
      clock.pass(Duration.ofSeconds(10));
      assertProblem(source, "ended with code 1");
      assertThat(script.runs()).isEqualTo(2);
    }
  }

  @Test
  void aCredentialLivesOnWhenItsRenewalFails() throws Exception {
    PluginScript script =
        script(expiring("s3cr3t-token", clock.instant().plusSeconds(1000).toString()));
    try (CredentialSource source = script.allowed(clock)) {
      Credential first = source.current();
      script.body("exit 1\n");
      clock.pass(Duration.ofMinutes(15));
      assertThat(source.current()).isEqualTo(first);
      clock.pass(Duration.ofSeconds(101));
      assertProblem(source, "ended with code 1");
    }
  }

  private PluginScript script(String body) {
    return new PluginScript(folder, body);
  }

  private static String shown(@Nullable Hidden hidden) {
    return Objects.requireNonNull(hidden).reveal();
  }

  private static String header(CredentialSource source) throws InterruptedException {
    return shown(source.current().authorization());
  }

  private static void assertProblem(CredentialSource source, String message) {
    assertThatThrownBy(source::current)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }

  private static Problem problem(CredentialSource source) {
    try {
      source.current();
      throw new AssertionError("it was taken");
    } catch (ProblemException e) {
      return e.problem();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
