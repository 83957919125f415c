package io.kubilitics.source.cluster.kubeconfig;

import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.cluster;
import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.context;
import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.simple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How files become one kubeconfig. The rules are those of client-go's `clientcmd`.
class KubeconfigTest {
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

  private static Kubeconfig read(Path... files) {
    return Kubeconfig.read(new KubeconfigFiles(List.of(files), false, null));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
