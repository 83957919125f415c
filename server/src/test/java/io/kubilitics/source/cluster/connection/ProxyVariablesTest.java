package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyVariablesTest {
  @Test
  void capitalsComeFirstAndEachSchemeHasItsOwn() {
    Map<String, String> all =
        Map.of("HTTPS_PROXY", "a", "https_proxy", "b", "http_proxy", "c", "HTTP_PROXY", " ");
    assertThat(ProxyVariables.variable(URI.create("https://x"), all::get)).isEqualTo("HTTPS_PROXY");
    assertThat(ProxyVariables.variable(URI.create("http://x"), all::get)).isEqualTo("http_proxy");
    assertThat(ProxyVariables.variable(URI.create("https://x"), Map.<String, String>of()::get))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*                     | https://a.b",
        "a.b                   | https://a.b",
        "A.B                   | https://a.b",
        "x, a.b ,y             | https://a.b",
        "b                     | https://a.b",
        ".b                    | https://a.b",
        "*.b                   | https://a.b",
        "a.b:443               | https://a.b",
        "a.b:6443              | https://a.b:6443",
        "10.0.0.0/8            | https://10.1.2.3",
        "10.1.2.3              | https://10.1.2.3:6443",
        "10.1.2.3/32           | https://10.1.2.3",
        "fd00::/8              | https://[fd12::1]",
        "fd12::1               | https://[fd12::1]",
        "[fd12::1]:6443        | https://[fd12::1]:6443",
        "''                    | https://localhost",
        "''                    | https://127.0.0.1:6443",
        "''                    | https://[::1]"
      })
  void theseAreReachedStraight(String exceptions, String server) {
    assertThat(variable(exceptions, server)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                    | https://a.b",
        ",,                    | https://a.b",
        "a.b.c                 | https://a.b",
        "aa.b                  | https://a.b",
        ".a.b                  | https://a.b",
        "a.b:443               | https://a.b:6443",
        "10.0.0.0/8            | https://11.1.2.3",
        "10.0.0.0/33           | https://10.1.2.3",
        "10.0.0.0/x            | https://10.1.2.3",
        "0.0.0.0/0             | https://[fd12::1]",
        "10.0.0.0/8            | https://ten.example"
      })
  void theseAreReachedThroughTheProxy(String exceptions, String server) {
    assertThat(variable(exceptions, server)).isEqualTo("https_proxy");
  }

  private static String variable(String exceptions, String server) {
    Map<String, String> environment = Map.of("https_proxy", "p:1", "NO_PROXY", exceptions);
    return ProxyVariables.variable(URI.create(server), environment::get);
  }
}
