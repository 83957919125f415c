package io.kubilitics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void withoutAnythingTheDefaultsCount() {
    Settings settings = read(Map.of(), null, Map.of());

    assertThat(settings.text(Setting.HOST)).isEqualTo("127.0.0.1");
    assertThat(settings.number(Setting.PORT, 0, 65_535)).isZero();
    assertThat(settings.text(Setting.DATA)).isEmpty();
    assertThat(settings.words(Setting.HOSTS)).isEmpty();
    assertThat(settings.text(Setting.LOG_LEVEL)).isEqualTo("warn");
  }

  @Test
  void flagBeatsEnvironmentBeatsUsersFileBeatsMachinesFileBeatsDefault() throws IOException {
    Map<String, String> home = Map.of("HOME", folder.resolve("home").toString());
    write("machine/kubilitics.yaml", "port: 1\nhost: machine\nlog: {level: error}\ndata: /m\n");
    write("home/.config/kubilitics/kubilitics.yaml", "port: 2\nhost: user\nlog.level: info\n");
    Map<String, String> variables =
        Map.of("HOME", home.get("HOME"), "KUBILITICS_PORT", "3", "KUBILITICS_HOST", "variable");

    Settings settings = read(Map.of(Setting.PORT, "4"), null, variables);

    assertThat(settings.text(Setting.PORT)).isEqualTo("4");
    assertThat(settings.text(Setting.HOST)).isEqualTo("variable");
    assertThat(settings.text(Setting.LOG_LEVEL)).isEqualTo("info");
    assertThat(settings.text(Setting.DATA)).isEqualTo("/m");
  }

  @Test
  void aNamedFileTakesThePlaceOfTheUsualOnes() throws IOException {
    write("machine/kubilitics.yaml", "port: 1\nhost: machine\n");
    Path named = write("named.yaml", "port: 5\nhosts: [a.example, b.example]\n");

    Settings settings = read(Map.of(), named, Map.of());

    assertThat(settings.text(Setting.PORT)).isEqualTo("5");
    assertThat(settings.text(Setting.HOST)).isEqualTo("127.0.0.1");
    assertThat(settings.words(Setting.HOSTS)).containsExactly("a.example", "b.example");
  }

  @Test
  void aValueMayStandInAFileOfItsOwn() throws IOException {
    Path secret = write("secret", "8443\n");

    assertThat(
            read(Map.of(), null, Map.of("KUBILITICS_PORT_FILE", secret.toString()))
                .text(Setting.PORT))
        .isEqualTo("8443");
    assertBad(
        Map.of("KUBILITICS_PORT_FILE", "/nowhere"),
        "KUBILITICS_PORT_FILE: cannot read /nowhere: NoSuchFileException");
    assertBad(
        Map.of("KUBILITICS_PORT_FILE", secret.toString(), "KUBILITICS_PORT", "1"),
        "KUBILITICS_PORT: is set, and KUBILITICS_PORT_FILE too; only one can count");
  }

  @Test
  void whatKubernetesSaysOfAServiceOfOurNameIsNotForUs() {
    Map<String, String> injected = Map.of("KUBILITICS_PORT", "tcp://10.96.0.12:80");

    assertThat(read(Map.of(), null, injected).text(Setting.PORT)).isEqualTo("0");
  }

  @Test
  void whatMakesNoSenseIsToldWithItsPlace() throws IOException {
    Path named = write("named.yaml", "port: many\n");

    assertThatThrownBy(() -> read(Map.of(), named, Map.of()).number(Setting.PORT, 0, 65_535))
        .isInstanceOf(ProblemException.class)
        .hasMessage("port in " + named + ": 'many' is no number from 0 to 65535");
    assertThatThrownBy(() ->
            read(Map.of(), null, Map.of("KUBILITICS_PORT", "-1")).number(Setting.PORT, 0, 65_535))
        .hasMessage("port in the environment: '-1' is no number from 0 to 65535");
    assertThatThrownBy(
            () -> LogToStderr.atLevel(read(Map.of(), null, Map.of("KUBILITICS_LOG_LEVEL", "loud"))))
        .hasMessageStartingWith("log.level in the environment: 'loud' is none of trace, ");
  }

  @Test
  void aFileThatSetsWhatIsNoSettingIsRefused() throws IOException {
    assertBadFile("prot: 1\n", "'prot' is no setting; there are [allow.plugins, data, host");
    assertBadFile("server: {port: 1}\n", "'server.port' is no setting");
    assertBadFile("port: [1\n", "line 2");
    assertBadFile("port 8080\n", "holds no setting; write them as name: value");
    assertThatThrownBy(() -> read(Map.of(), folder.resolve("none.yaml"), Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageEndingWith("none.yaml: no such file");
  }

  @Test
  void aRelativeConfigurationDirectoryDoesNotCount() throws IOException {
    write("home/.config/kubilitics/kubilitics.yaml", "port: 2\n");

    assertThat(
            read(Map.of(), null, Map.of("XDG_CONFIG_HOME", "home/.config", "HOME", "/nowhere"))
                .text(Setting.PORT))
        .isEqualTo("0");
    assertThat(
            read(
                    Map.of(),
                    null,
                    Map.of("XDG_CONFIG_HOME", folder.resolve("home/.config").toString()))
                .text(Setting.PORT))
        .isEqualTo("2");
  }

  private void assertBad(Map<String, String> variables, String message) {
    assertThatThrownBy(() -> read(Map.of(), null, variables))
        .isInstanceOf(ProblemException.class)
        .hasMessage(message);
  }

  private void assertBadFile(String text, String reason) throws IOException {
    Path file = write("bad.yaml", text);
    assertThatThrownBy(() -> read(Map.of(), file, Map.of()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.BadInput.class))
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private Settings read(
      Map<Setting, String> flags, @Nullable Path file, Map<String, String> variables) {
    return Settings.read(flags, file, variables, folder.resolve("machine"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
