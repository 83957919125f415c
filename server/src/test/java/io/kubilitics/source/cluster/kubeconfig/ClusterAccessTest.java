package io.kubilitics.source.cluster.kubeconfig;

import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.cluster;
import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.context;
import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.simple;
import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the fields of a cluster and of a user come to, as kubectl takes them.
class ClusterAccessTest {
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
  private static final String KEY =
      "-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END RSA PRIVATE KEY-----\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"aws,aws", "bin/login,@/bin/login", "../login,@/../login", "/opt/login,/opt/login"})
  void aPluginIsLookedUpByNameOrTakenFromTheFolder(String command, String expected)
      throws IOException {
    Path file =
        file(
            "config",
            user(
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: "
                    + command
                    + ", args: [a, 'b c'], env: [{name: X, value: y}], provideClusterInfo: true,"
                    + " installHint: get it}"));
    String wanted =
        expected.startsWith("@")
            ? Path.of(expected.replace("@", folder.toString())).normalize().toString()
            : expected;

    assertThat(read(file).access("x").authorization())
        .isEqualTo(
            new Authorization.Plugin(
                "client.authentication.k8s.io/v1",
                wanted,
                List.of("a", "b c"),
                Map.of("X", new Hidden("y")),
                true,
                "get it"));
  }

  @Test
  void aTokenFileWinsOverATokenAndBothOverAPlugin() throws IOException {
    String exec = "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws}";

    assertThat(authorization("token: t, tokenFile: f, " + exec))
        .isEqualTo(new Authorization.BearerFile(folder.resolve("f")));
    assertThat(authorization("token: t, " + exec))
        .isEqualTo(new Authorization.Bearer(new Hidden("t")));
    assertThat(authorization("username: a, password: b, " + exec))
        .isEqualTo(new Authorization.Basic("a", new Hidden("b")));
    assertThat(authorization(exec)).isInstanceOf(Authorization.Plugin.class);
    assertThat(authorization("as: nobody")).isEqualTo(new Authorization.None());
  }

  @Test
  void dataInTheFileIsDecodedToPem() throws IOException {
    Path file =
        file(
            "config",
            """
            clusters:
            - name: c
              cluster: {server: https://h, certificate-authority-data: %s}
            users:
            - name: u
              user: {client-certificate-data: %s, client-key-data: %s}
            contexts: [{name: x, context: {cluster: c, user: u}}]
            """
                .formatted(base64(CERTIFICATE), base64(CERTIFICATE), base64(KEY)));

    ClusterAccess access = read(file).access("x");

    assertThat(access.trust())
        .isEqualTo(new Trust.Authorities(new Pem.Inline(new Hidden(CERTIFICATE))));
    assertThat(access.certificate()).isEqualTo(new Pem.Inline(new Hidden(CERTIFICATE)));
    assertThat(access.key()).isEqualTo(new Pem.Inline(new Hidden(KEY)));
  }

  @Test
  void allOfAnImpersonationIsRead() throws IOException {
    Path file =
        file(
            "config",
            user(
                "as: jane, as-uid: '7', as-groups: [dev, ops], as-user-extra: {s: [a, b], t: []}"));

    assertThat(read(file).access("x").impersonation())
        .isEqualTo(
            new Impersonation(
                "jane",
                "7",
                List.of("dev", "ops"),
                Map.of("s", List.of("a", "b"), "t", List.of())));
  }

  @Test
  void allOfAClusterIsRead() throws IOException {
    Path file =
        file(
            "config",
            """
            clusters:
            - name: c
              cluster:
                server: HTTPS://[2001:db8::1]:6443/k8s/clusters/c-1/
                tls-server-name: api.internal
                proxy-url: socks5://proxy.example:1080
                disable-compression: true
                insecure-skip-tls-verify: true
                something-new: {a: 1}
                extensions: [{name: x, extension: {a: b}}]
            contexts: [{name: x, context: {cluster: c, namespace: shop}}]
            """);

    ClusterAccess access = read(file).access("x");

    assertThat(access.server()).hasToString("https://[2001:db8::1]:6443/k8s/clusters/c-1");
    assertThat(access.tlsServerName()).isEqualTo("api.internal");
    assertThat(access.proxy()).hasToString("socks5://proxy.example:1080");
    assertThat(access.disableCompression()).isTrue();
    assertThat(access.trust()).isEqualTo(new Trust.Unchecked());
    assertThat(access.namespace()).isEqualTo("shop");
    assertThat(access.warnings()).singleElement().asString().contains("is not checked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "localhost:8080"})
  void nothingIsShownToAServerWithoutTls(String server) throws IOException {
    Path file = file("config", simple("x", server, "t"));

    ClusterAccess access = read(file).access("x");

    assertThat(access.server()).hasToString("http://localhost:8080");
    assertThat(access.authorization()).isEqualTo(new Authorization.None());
    assertThat(access.warnings()).singleElement().asString().contains("without TLS");
  }

  @Test
  void whoNamesNoUserIsNobody() throws IOException {
    Path file = file("config", cluster("c", "https://h") + context("x", "c", ""));

    assertThat(read(file).access("x").authorization()).isEqualTo(new Authorization.None());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "auth-provider: {name: oidc}|'auth-provider' is not supported",
        "token: a, username: b|keep one",
        "tokenFile: a, password: b|keep one",
        "client-certificate: a|has no 'client-key'",
        "as-groups: [a]|'as' is missing",
        "as-uid: '1'|'as' is missing",
        "exec: {command: a}|'apiVersion' of 'exec' must be",
      })
  void whatKubectlRefusesIsRefused(String fields, String reason) throws IOException {
    Path file = file("config", user(fields));

    assertThatThrownBy(() -> read(file).access("x"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(file + ":")
        .hasMessageContaining("user 'u'")
        .hasMessageContaining(reason);
  }

  private Authorization authorization(String fields) throws IOException {
    return read(file("config", user(fields))).access("x").authorization();
  }

  private static Kubeconfig read(Path... files) {
    return Kubeconfig.read(new KubeconfigFiles(List.of(files), false, null));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
