package io.kubilitics.source.cluster.kubeconfig;

import static io.kubilitics.source.cluster.kubeconfig.KubeconfigText.simple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files are read, and what a Pod has in their place.
class KubeconfigFilesTest {
  @TempDir Path folder;

  @Test
  void missingFilesAreSkipped() throws IOException {
    Path good = file("good", simple("prod", "https://h", "t"));

    assertThat(read(folder.resolve("none"), good).contexts()).hasSize(1);
    assertThat(read(folder.resolve("none")).contexts()).isEmpty();
  }

  @Test
  void whereAllOfThemAreMissingTheyAreNamed() {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");

    assertThatThrownBy(() -> read(one, two).access("x"))
        .hasMessage(
            "context 'x': there is no kubeconfig (no such file: "
                + one
                + ", "
                + two
                + "); name one with --kubeconfig or KUBECONFIG");
    assertThatThrownBy(() -> read().access("x"))
        .hasMessage(
            "context 'x': there is no kubeconfig; name one with --kubeconfig or KUBECONFIG");
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
}
