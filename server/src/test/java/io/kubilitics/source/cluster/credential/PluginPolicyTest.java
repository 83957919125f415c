package io.kubilitics.source.cluster.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class PluginPolicyTest {
  private static final String TOKEN = PluginScript.printing("{\"token\": \"s3cr3t-token\"}");

  @TempDir private Path folder;

  private final ManualClock clock = new ManualClock();
  private final List<PluginCall> asked = new ArrayList<>();
  private final Set<String> agreed = new HashSet<>();

  @Test
  void nothingRunsWhereNothingMay() {
    PluginScript script = script();
    try (CredentialSource source = script.under(new PluginPolicy.DenyAll(), clock)) {
      assertForbidden(source);
    }
    assertThat(script.runs()).isZero();
  }

  @Test
  void nothingRunsUnlessAPolicyIsGiven() {
    PluginScript script = script();
    try (CredentialSource source =
        Credentials.of(script.access(script.program().toString()), clock)) {
      assertForbidden(source);
    }
    assertThat(script.runs()).isZero();
  }

  @Test
  void aProgramOnTheListRunsUnasked() throws Exception {
    PluginScript script = script();
    for (String listed : List.of(script.program().toString(), "give-token")) {
      PluginPolicy policy =
          new PluginPolicy.Allowlist(List.of("other", listed), this::never, memory());
      try (CredentialSource source =
          script.named(script.program().toString(), folder.toString(), policy)) {
        source.current();
      }
    }
    assertThat(asked).isEmpty();
    assertThat(script.runs()).isEqualTo(2);
  }

  @Test
  void aProgramOfTheSameNameElsewhereIsNotOnTheList() throws Exception {
    PluginScript script = script();
    Path other = Files.createDirectory(folder.resolve("other"));
    PluginScript listed = new PluginScript(other, TOKEN);
    PluginPolicy policy = new PluginPolicy.Allowlist(List.of("give-token"), this::never, memory());
    try (CredentialSource source =
        script.named(script.program().toString(), other.toString(), policy)) {
      assertForbidden(source);
    }
    assertThat(script.runs()).isZero();
    assertThat(listed.runs()).isZero();
  }

  @Test
  void theUserIsShownTheWholeCall() throws Exception {
    PluginScript script =
        script().with(List.of("get token", "$(x)")).with("B", "s3cr3t").with("A", "1");
    try (CredentialSource source = script.under(asking(true), clock)) {
      source.current();
    }

    assertThat(asked).hasSize(1);
    PluginCall call = asked.getFirst();
    assertThat(call.context()).isEqualTo("test");
    assertThat(call.program()).isEqualTo(script.program());
    assertThat(call.arguments()).containsExactly("get token", "$(x)");
    assertThat(call.environment()).containsExactly("A", "B");
    assertThat(call.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void whatWasAgreedToIsNotAskedAgain() throws Exception {
    PluginScript script = script();
    for (int i = 0; i < 3; i++) {
      try (CredentialSource source = script.under(asking(true), clock)) {
        source.current();
      }
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatWasNotAgreedToDoesNotRunAndIsNotAskedAgain() {
    PluginScript script = script();
    try (CredentialSource source = script.under(asking(false), clock)) {
      for (int i = 0; i < 3; i++) {
        assertForbidden(source);
        clock.pass(Duration.ofMinutes(1));
      }
    }
    assertThat(asked).hasSize(1);
    assertThat(agreed).isEmpty();
    assertThat(script.runs()).isZero();
  }

  @Test
  void whatWasRefusedStaysRefusedWhenItsKubeconfigIsReadAgain() throws Exception {
    PluginPolicy policy = asking(false);
    for (int i = 0; i < 3; i++) {
      try (CredentialSource source = script().under(policy, clock)) {
        assertForbidden(source);
      }
    }
    assertThat(asked).hasSize(1);

    try (CredentialSource source = script().with(List.of("other")).under(policy, clock)) {
      assertForbidden(source);
    }
    assertThat(asked).as("another call is another question").hasSize(2);
  }

  @Test
  void whatIsTakenBackWhileItRunsIsNotKeptAnew() throws Exception {
    PluginPolicy policy = asking(true);
    for (int i = 0; i < 2; i++) {
      try (CredentialSource source = script().under(policy, clock)) {
        source.current();
      }
      agreed.clear();
    }
    assertThat(asked).hasSize(1);
    assertThat(agreed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"argument", "split", "variable", "value", "content"})
  void anyChangeIsAskedAbout(String change) throws Exception {
    try (CredentialSource source =
        script().with(List.of("a", "b")).with("V", "1").under(asking(true), clock)) {
      source.current();
    }
    UnaryOperator<PluginScript> changed =
        switch (change) {
          case "argument" -> script -> script.with(List.of("a", "c"));
          case "split" -> script -> script.with(List.of("ab"));
          case "variable" -> script -> script.with("LD_PRELOAD", "x.so");
          case "value" -> script -> script.with("V", "2");
          default -> script -> script.body(TOKEN + "# another\n");
        };
    PluginScript script = changed.apply(script().with(List.of("a", "b")).with("V", "1"));
    int before = script.runs();

    try (CredentialSource source = script.under(asking(false), clock)) {
      assertForbidden(source);
    }

    assertThat(asked).hasSize(2);
    assertThat(script.runs()).isEqualTo(before);
  }

  @Test
  void foldersOfPathThatAreNotAbsoluteArePassedOver() {
    PluginScript script = script();
    Path here = Path.of("").toAbsolutePath();
    String relative = here.relativize(folder.toAbsolutePath()).toString();
    try (CredentialSource source =
        script.named("give-token", relative + "::.", new PluginPolicy.AllowAll())) {
      assertThatThrownBy(source::current).hasMessageContaining("no such program");
    }
    assertThat(script.runs()).isZero();
  }

  @Test
  void aNameIsFoundInPath() throws Exception {
    PluginScript script = script();
    try (CredentialSource source =
        script.named("give-token", "/nowhere:" + folder, new PluginPolicy.AllowAll())) {
      source.current();
    }
    assertThat(script.runs()).isOne();
  }

  @Test
  void agreementsAreKeptInAFileOfTheUserAlone() throws Exception {
    Path file = folder.resolve("state").resolve("agreed");
    String one = "1".repeat(64);
    new AgreedCallsFile(file).keep(one);
    new AgreedCallsFile(file).keep("2".repeat(64));

    assertThat(new AgreedCallsFile(file).holds(one)).isTrue();
    assertThat(new AgreedCallsFile(file).holds("3".repeat(64))).isFalse();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aDamagedFileAgreesToNothing() throws Exception {
    Path file = folder.resolve("agreed");
    AgreedCallsFile calls = new AgreedCallsFile(file);
    for (String text : List.of("", "\n", "*", "\0\0", "1".repeat(63), "1".repeat(65))) {
      Files.writeString(file, text);
      assertThat(calls.holds("1".repeat(64))).isFalse();
      assertThat(calls.holds("")).isFalse();
      assertThat(calls.holds("*")).isFalse();
    }
  }

  private PluginScript script() {
    return new PluginScript(folder, TOKEN);
  }

  private PluginPolicy asking(boolean answer) {
    PluginConsent consent =
        call -> {
          asked.add(call);
          return answer;
        };
    return new PluginPolicy.Allowlist(List.of(), consent, memory());
  }

  private boolean never(PluginCall call) {
    asked.add(call);
    return false;
  }

  private AgreedCalls memory() {
    return new AgreedCalls() {
      @Override
      public boolean holds(String fingerprint) {
        return agreed.contains(fingerprint);
      }

      @Override
      public void keep(String fingerprint) {
        agreed.add(fingerprint);
      }
    };
  }

  private static void assertForbidden(CredentialSource source) {
    assertThatThrownBy(source::current)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class));
  }
}
