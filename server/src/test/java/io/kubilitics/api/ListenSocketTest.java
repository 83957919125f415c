package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.kubilitics.access.Credentials;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenSocketTest {
  private static final Credentials TOKEN = new Credentials.Token(LaunchToken.generate());

  private static HttpSettings settings(String host, int port, Credentials credentials) {
    return new HttpSettings(host, port, credentials, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void anAddressThatOthersReachIsRefusedWithAToken(String host) {
    assertThatThrownBy(() -> ListenSocket.bind(settings(host, 0, TOKEN)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.BadInput.class))
        .hasMessageContaining("--insecure-no-auth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "127.0.0.2"})
  void aLoopbackAddressIsFine(String host) throws IOException {
    ListenSocket socket = ListenSocket.bind(settings(host, 0, TOKEN));
    try (var _ = socket.channel()) {
      assertThat(socket.port()).isPositive();
      assertThat(socket.addresses(settings(host, 0, TOKEN)).hosts())
          .contains("localhost:" + socket.port(), "127.0.0.1:" + socket.port());
    }
  }

  @Test
  void everyAddressOfTheMachineIsItsNameWhenItListensOnAll() throws IOException {
    HttpSettings all =
        new HttpSettings("0.0.0.0", 0, new Credentials.None(), List.of("map.example:443"));
    ListenSocket socket = ListenSocket.bind(all);
    try (var _ = socket.channel()) {
      assertThat(socket.addresses(all).hosts())
          .contains("127.0.0.1:" + socket.port(), "map.example:443")
          .doesNotContain("evil.example:" + socket.port());
      assertThat(socket.url()).isEqualTo("http://127.0.0.1:" + socket.port() + "/");
    }
  }

  @Test
  void aPortThatIsTakenIsAConflict() throws IOException {
    ListenSocket socket = ListenSocket.bind(settings("127.0.0.1", 0, TOKEN));
    try (var _ = socket.channel()) {
      assertThatThrownBy(() -> ListenSocket.bind(settings("127.0.0.1", socket.port(), TOKEN)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isInstanceOf(Problem.Conflict.class));
    }
  }

  @Test
  void whatCannotBeBoundIsNotKeptOpen() throws IOException {
    ListenSocket socket = ListenSocket.bind(settings("127.0.0.1", 0, TOKEN));
    try (var _ = socket.channel()) {
      HttpSettings taken = settings("127.0.0.1", socket.port(), TOKEN);
      long before = openFiles();
      for (int tries = 0; tries < 300; tries++) {
        assertThatThrownBy(() -> ListenSocket.bind(taken)).isInstanceOf(ProblemException.class);
      }

      assertThat(openFiles() - before).isLessThan(150);
    }
  }

  private static long openFiles() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getOpenFileDescriptorCount();
  }

  @Test
  void aNameOrPortThatIsNoneIsBadInput() {
    assertThatThrownBy(() -> ListenSocket.bind(settings("no.such.host.invalid", 0, TOKEN)))
        .hasMessageContaining("no known address");
    assertThatThrownBy(() -> ListenSocket.bind(settings("127.0.0.1", 70_000, TOKEN)))
        .hasMessageContaining("70000");
  }
}
