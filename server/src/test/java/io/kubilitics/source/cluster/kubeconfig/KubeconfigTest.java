package io.kubilitics.source.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What kubectl does, as sentences. The rules are those of client-go's `clientcmd`.
class KubeconfigTest {
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
  private static final String KEY =
      "-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END RSA PRIVATE KEY-----\n";

  @TempDir Path folder;

  @Test
  void aContextIsItsClusterAndItsUser() throws IOException {
    Kubeconfig config = read(file("config", simple("prod", "https://prod.example:6443", "t")));

    assertThat(config.access("prod"))
        .isEqualTo(
            new ClusterAccess(
                "prod",
                URI.create("https://prod.example:6443"),
                new Trust.SystemAuthorities(),
                null,
                null,
                null,
                null,
                new Authorization.Bearer(new Hidden("t")),
                null,
                "default"));
    assertThat(config.contexts())
        .containsExactly(
            new KubeconfigContext("prod", "c", "https://prod.example:6443", "default", true));
    assertThat(config.remarks()).isEmpty();
  }

  @Test
  void theFirstDefinitionOfANameWinsWhole() throws IOException {
    Path one = file("one", "users: [{name: red, user: {as: first}}]\n" + context("a", "c", "red"));
    Path two =
        file(
            "two",
            "users: [{name: red, user: {token: second, as: second}}]\n"
                + cluster("c", "https://h"));

    ClusterAccess access = read(one, two).access("a");

    assertThat(access.authorization()).isEqualTo(new Authorization.None());
    assertThat(access.impersonation())
        .isEqualTo(new Impersonation("first", "", List.of(), Map.of()));
  }

  @Test
  void theCurrentContextIsThatOfTheFirstFileThatSetsOne() throws IOException {
    Path one = file("one", "current-context: \"\"\n" + context("a", "c", ""));
    Path two = file("two", "current-context: b\n" + context("b", "c", ""));
    Path three = file("three", "current-context: a\n" + cluster("c", "https://h"));

    Kubeconfig config = read(one, two, three);

    assertThat(config.current()).contains("b");
    assertThat(config.contexts())
        .extracting(KubeconfigContext::name, KubeconfigContext::current)
        .containsExactly(tuple("a", false), tuple("b", true));
  }

  @Test
  void contextsComeInTheOrderOfTheFiles() throws IOException {
    Path one = file("one", "contexts: [{name: z}, {name: a}]");
    Path two = file("two", "contexts: [{name: a}, {name: m}]");

    assertThat(read(one, two).contexts())
        .extracting(KubeconfigContext::name)
        .containsExactly("z", "a", "m");
  }

  @Test
  void pathsAreTakenFromTheFolderOfTheFileThatHoldsThem() throws IOException {
    Path one =
        file(
            "a/one",
            """
            clusters: [{name: c, cluster: {server: https://h, certificate-authority: ca.crt}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            """);
    Path two =
        file(
            "b/two",
            """
            users:
            - name: u
              user: {client-certificate: ../me.crt, client-key: /keys/me.key, tokenFile: token}
            """);

    ClusterAccess access = read(one, two).access("x");

    assertThat(access.trust())
        .isEqualTo(new Trust.Authorities(new Pem.File(folder.resolve("a/ca.crt"))));
    assertThat(access.certificate()).isEqualTo(new Pem.File(folder.resolve("me.crt")));
    assertThat(access.key()).isEqualTo(new Pem.File(Path.of("/keys/me.key")));
    assertThat(access.authorization())
        .isEqualTo(new Authorization.BearerFile(folder.resolve("b/token")));
  }

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

  @Test
  void aContextThatIsNotThereIsMetWithTheNearest() throws IOException {
    Path file = file("config", simple("prod", "https://h", "t"));

    assertThatThrownBy(() -> read(file).access("prd"))
        .hasMessage("context 'prd': there is no such context in " + file + "; did you mean prod?");
    assertThatThrownBy(() -> read(file).access("staging"))
        .hasMessage("context 'staging': there is no such context in " + file + "; there are prod");
  }

  @Test
  void aNameThatNobodyDefinesIsMetWithTheNearest() throws IOException {
    Path file = file("config", cluster("east", "https://h") + context("x", "eats", ""));

    assertThatThrownBy(() -> read(file).access("x"))
        .hasMessageContaining("names 'eats', which no kubeconfig defines; did you mean east?");
  }

  @Test
  void aBrokenFileTakesNoOtherWithIt() throws IOException {
    Path broken = file("broken", "users:\n- name: \"u\n");
    Path good = file("good", simple("prod", "https://h", "t"));

    Kubeconfig config = read(broken, good);

    assertThat(config.access("prod").server()).hasToString("https://h");
    assertThat(config.remarks())
        .singleElement()
        .asString()
        .startsWith(broken + ":3: no YAML: found unexpected end of stream");
    assertThatThrownBy(() -> config.access("other")).hasMessageContaining("could not be read");
  }

  @Test
  void missingFilesAreSkipped() throws IOException {
    Path good = file("good", simple("prod", "https://h", "t"));

    assertThat(read(folder.resolve("none"), good).contexts()).hasSize(1);
    assertThat(read(folder.resolve("none")).contexts()).isEmpty();
  }

  @Test
  void aFileThatWasNamedMustBeThereAndBeReadable() throws IOException {
    String missing = folder.resolve("none").toString();
    Path broken = file("broken", "a: b: c");

    assertThatThrownBy(() -> Kubeconfig.read(KubeconfigFiles.of(missing, Map.of())))
        .hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> Kubeconfig.read(KubeconfigFiles.of(broken.toString(), Map.of())))
        .hasMessage(broken + ":1: no YAML: mapping values are not allowed here");
  }

  @Test
  void aFileThatWasNamedStandsAlone() throws IOException {
    Path named = file("named", simple("a", "https://h", "t"));
    Path other = file("other", simple("b", "https://h", "t"));

    KubeconfigFiles files =
        KubeconfigFiles.of(named.toString(), Map.of("KUBECONFIG", other.toString()));

    assertThat(Kubeconfig.read(files).contexts())
        .extracting(KubeconfigContext::name)
        .containsExactly("a");
  }

  @Test
  void jsonIsReadToo() throws IOException {
    Path file =
        file(
            "config.json",
            """
            {
            \t"apiVersion": "v1", "kind": "Config",
            \t"clusters": [{"name": "c", "cluster": {"server": "https:\\/\\/h"}}],
            \t"users": [{"name": "u", "user": {"token": "t\\u00e4"}}],
            \t"contexts": [{"name": "x", "context": {"cluster": "c", "user": "u"}}]
            }
            """);

    assertThat(read(file).access("x").server()).hasToString("https://h");
  }

  @Test
  void theListOfTheEnvironmentComesBeforeTheHomeFolder() throws IOException {
    file(".kube/config", simple("home", "https://h", "t"));
    Path one = file("one", simple("one", "https://h", "t"));
    String list = File.pathSeparator + one + File.pathSeparator + File.pathSeparator + one;

    Map<String, String> home = Map.of("HOME", folder.toString());
    Map<String, String> both = Map.of("HOME", folder.toString(), "KUBECONFIG", list);
    Map<String, String> none = Map.of("HOME", folder.toString(), "KUBECONFIG", File.pathSeparator);

    assertThat(names(home)).containsExactly("home");
    assertThat(names(both)).containsExactly("one");
    assertThat(names(none)).isEmpty();
    assertThat(names(Map.of())).isEmpty();
    assertThat(KubeconfigFiles.of("", both).files()).containsExactly(one);
  }

  @Test
  void aPodUsesWhatKubernetesGivesIt() throws IOException {
    file("pod/token", "t");
    file("pod/namespace", "shop\n");
    Path pod = folder.resolve("pod");

    Kubeconfig config = Kubeconfig.read(KubeconfigFiles.of("", pod("10.0.0.1"), pod));

    assertThat(config.contexts())
        .containsExactly(
            new KubeconfigContext(
                "in-cluster", "in-cluster", "https://10.0.0.1:443", "shop", true));
    assertThat(config.access("in-cluster"))
        .isEqualTo(
            new ClusterAccess(
                "in-cluster",
                URI.create("https://10.0.0.1:443"),
                new Trust.Authorities(new Pem.File(pod.resolve("ca.crt"))),
                null,
                null,
                null,
                null,
                new Authorization.BearerFile(pod.resolve("token")),
                null,
                "shop"));
  }

  @Test
  void aPodWithAnAddressOfTheNewKindHasItInBrackets() throws IOException {
    file("pod/token", "t");
    Path pod = folder.resolve("pod");

    assertThat(
            Kubeconfig.read(KubeconfigFiles.of("", pod("fd00::1"), pod))
                .access("in-cluster")
                .server())
        .hasToString("https://[fd00::1]:443");
  }

  @Test
  void aKubeconfigComesBeforeWhatAPodIsGiven() throws IOException {
    file("pod/token", "t");
    Path config = file("config", simple("mine", "https://h", "t"));
    Map<String, String> variables =
        Stream.concat(
                pod("10.0.0.1").entrySet().stream(),
                Map.of("KUBECONFIG", config.toString()).entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    KubeconfigFiles files = KubeconfigFiles.of("", variables, folder.resolve("pod"));

    assertThat(Kubeconfig.read(files).contexts())
        .extracting(KubeconfigContext::name)
        .containsExactly("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tokenFile: /etc/passwd|names a file",
        "'client-certificate: a, client-key-data: b'|names a file",
        "exec: {apiVersion: client.authentication.k8s.io/v1, command: a}|names a program",
      })
  void whatWasUploadedMayHoldDataOnly(String fields, String reason) {
    Kubeconfig config = uploaded(user(fields));

    assertThatThrownBy(() -> config.access("x"))
        .hasMessageContaining(reason)
        .extracting(problem -> ((ProblemException) problem).problem())
        .isInstanceOf(Problem.Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy-url: 'http://10.0.0.1:3128'", "certificate-authority: /etc/ca.crt"})
  void aClusterThatWasUploadedMayHoldDataOnly(String field) {
    Kubeconfig config =
        uploaded(
            "clusters: [{name: c, cluster: {server: 'https://h', "
                + field
                + "}}]\n"
                + context("x", "c", ""));

    assertThatThrownBy(() -> config.access("x"))
        .extracting(problem -> ((ProblemException) problem).problem())
        .isInstanceOf(Problem.Forbidden.class);
  }

  @Test
  void whatWasUploadedIsUsedWhenItHoldsData() {
    ClusterAccess access = uploaded(simple("x", "https://h", "t")).access("x");

    assertThat(access.authorization()).isEqualTo(new Authorization.Bearer(new Hidden("t")));
  }

  @Test
  void whatWasUploadedAndIsNoKubeconfigIsSaid() {
    assertThatThrownBy(() -> uploaded("- a"))
        .hasMessage("upload:1: is no kubeconfig: it has no fields");
  }

  private static Kubeconfig uploaded(String text) {
    return Kubeconfig.uploaded("upload", text.getBytes(StandardCharsets.UTF_8));
  }

  private Authorization authorization(String fields) throws IOException {
    return read(file("config", user(fields))).access("x").authorization();
  }

  private static List<String> names(Map<String, String> variables) {
    return Kubeconfig.read(KubeconfigFiles.of("", variables)).contexts().stream()
        .map(KubeconfigContext::name)
        .toList();
  }

  private static Map<String, String> pod(String host) {
    return Map.of("KUBERNETES_SERVICE_HOST", host, "KUBERNETES_SERVICE_PORT", "443");
  }

  private static Kubeconfig read(Path... files) {
    return Kubeconfig.read(new KubeconfigFiles(List.of(files), false, null));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String simple(String name, String server, String token) {
    return cluster("c", server)
        + "users: [{name: u, user: {token: "
        + token
        + "}}]\n"
        + context(name, "c", "u")
        + "current-context: "
        + name
        + "\n";
  }

  private static String user(String fields) {
    return cluster("c", "https://h")
        + "users: [{name: u, user: {"
        + fields
        + "}}]\n"
        + context("x", "c", "u");
  }

  private static String cluster(String name, String server) {
    return "clusters: [{name: " + name + ", cluster: {server: '" + server + "'}}]\n";
  }

  private static String context(String name, String cluster, String user) {
    return "contexts: [{name: %s, context: {cluster: %s, user: '%s'}}]%n"
        .formatted(name, cluster, user);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
