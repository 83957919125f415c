package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSourceTest {
  @TempDir private Path folder;

  private static String configMap(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n  namespace: shop\n";
  }

  private static String json(String name) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":"
        + "{\"name\":\"%s\",\"namespace\":\"shop\"}}".formatted(name);
  }

  private Path write(String file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String file, byte[] bytes) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.write(path, bytes);
  }

  private List<String> rejectedIn(Recorded recorded) {
    return recorded.rejected().stream()
        .map(each -> each.replace(folder + "/", "").replace(folder.toString(), "."))
        .toList();
  }

  private static void assertUnreadable(ThrowingCallable reading, String reason) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem()).isInstanceOf(Problem.Unreadable.class);
              assertThat(e).hasMessageContaining(reason);
            });
  }

  @Test
  void aFolderIsReadInTheOrderOfItsPaths() throws IOException {
    write("b.yaml", configMap("b1") + "---\n" + configMap("b2"));
    write("a/z.yml", configMap("z"));
    write("a/a.json", json("j1") + "\n" + json("j2"));
    write("C.YAML", configMap("c"));
    write("notes.txt", "no manifest");
    write(".git/x.yaml", configMap("hidden"));
    write("a/.x.yaml", configMap("hidden"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids())
        .containsExactly(
            "ConfigMap/shop/c",
            "ConfigMap/shop/j1",
            "ConfigMap/shop/j2",
            "ConfigMap/shop/z",
            "ConfigMap/shop/b1",
            "ConfigMap/shop/b2");
    assertThat(recorded.rejected()).isEmpty();
  }

  @Test
  void loopsOfLinksEndAndNothingIsReadTwice() throws IOException {
    write("a/one.yaml", configMap("one"));
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("c.yaml"), folder.resolve("a/one.yaml"));
    Files.createSymbolicLink(folder.resolve("d.yaml"), folder.resolve("nowhere"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/one");
    assertThat(rejectedIn(recorded)).containsExactly("d.yaml: a link to nowhere");
  }

  @Test
  void aMountedConfigMapIsReadThroughItsHiddenFolder() throws IOException {
    write("..2026_01/a.yaml", configMap("a"));
    Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01"));
    Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data/a.yaml"));

    assertThat(Recorded.of(folder).ids()).containsExactly("ConfigMap/shop/a");
  }

  @Test
  void aBadDocumentDoesNotTakeTheOthersOfItsFileWithIt() throws IOException {
    write(
        "a.yaml",
        configMap("a") + "---\nmetadata: [open\n---\n" + configMap("b") + "---\nx: y: z\n");

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/a", "ConfigMap/shop/b");
    assertThat(rejectedIn(recorded))
        .hasSize(2)
        .allMatch(reason -> reason.contains(": no YAML: "))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("a.yaml:"),
            second -> assertThat(second).startsWith("a.yaml:15: "));
  }

  @Test
  void ofTwoObjectsWithOneIdentityTheFirstByPathWinsAndBothAreNamed() throws IOException {
    write("b.yaml", configMap("x") + "data: {from: b}\n");
    write("a.yaml", "# first\n" + configMap("x") + "data: {from: a}\n---\n" + configMap("x"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.resources())
        .isEqualTo(Recorded.ofStdin(configMap("x") + "data: {from: a}\n").resources());
    assertThat(recorded.rejected())
        .containsExactly(
            "%s/a.yaml:9: ConfigMap/shop/x is also in %s/a.yaml:2, which counts"
                .formatted(folder, folder),
            "%s/b.yaml:1: ConfigMap/shop/x is also in %s/a.yaml:2, which counts"
                .formatted(folder, folder));
  }

  @Test
  void theSameObjectOfAClusterReadTwiceIsNoDuplicate() {
    String pod = configMap("x") + "  uid: 6ba7b810-9dad-11d1-80b4-00c04fd430c8\n";

    assertThat(Recorded.ofStdin(pod + "---\n" + pod).rejected()).isEmpty();
    assertThat(Recorded.ofStdin(pod + "---\n" + pod.replace("6ba", "7ba")).rejected()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void aByteOrderMarkTellsTheEncoding(String charset) {
    String text = "\uFEFF" + configMap("x") + "data: {text: 'äöü 中文 😀'}\n";
    Recorded plain = Recorded.ofStdin(text.substring(1));

    Recorded recorded = Recorded.ofStdin(text.getBytes(Charset.forName(charset)));

    assertThat(recorded.rejected()).isEmpty();
    assertThat(recorded.resources()).hasSize(1).isEqualTo(plain.resources());
  }

  @Test
  void aLongTextInUtf16IsConvertedWithoutLoss() {
    String text = "\uFEFF" + configMap("x") + "data: {text: '" + "a😀".repeat(30_000) + "'}\n";

    assertThat(Recorded.ofStdin(text.getBytes(StandardCharsets.UTF_16BE)).resources())
        .isEqualTo(Recorded.ofStdin(text.substring(1)).resources());
  }

  @Test
  void bytesThatAreNoUtf8AreNamedWithTheirLine() throws IOException {
    write(
        "latin1.yaml",
        (configMap("x") + "data:\n  a: Käse\n---\n" + configMap("z"))
            .getBytes(StandardCharsets.ISO_8859_1));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/z");
    assertThat(rejectedIn(recorded))
        .singleElement()
        .asString()
        .startsWith("latin1.yaml:7: bytes that are no UTF-8");
  }

  @Test
  void aReplacementCharacterInTheTextIsNoWrongByte() {
    assertThat(Recorded.ofStdin(configMap("x") + "data: {a: \uFFFD}\n").rejected()).isEmpty();
  }

  @Test
  void windowsLineEndsMakeNoDifference() {
    String yaml = configMap("a") + "data:\n  x: |\n    1\n    2\n---\n" + configMap("b");

    assertThat(Recorded.ofStdin(yaml.replace("\n", "\r\n")).resources())
        .isEqualTo(Recorded.ofStdin(yaml).resources());
  }

  @Test
  void emptyDocumentsAndCommentsAreSilentlyFine() {
    Recorded recorded = Recorded.ofStdin("---\n# nothing\n---\n\n---\nnull\n---\n");

    assertThat(recorded.ids()).isEmpty();
    assertThat(recorded.rejected()).isEmpty();
  }

  @Test
  void whatIsNoKubernetesObjectIsNamedOnce() throws IOException {
    write("compose.yaml", "services:\n  web:\n    image: x\nvolumes: {}\n");
    write("ci.yml", "on: push\njobs:\n  build:\n    steps: []\n");
    write("package.json", "{\"name\": \"x\", \"version\": \"1\"}");
    write("list.json", "[1, 2]");
    write("text.yaml", "just words\n");
    write("values.yaml", "replicaCount: 1\nimage: {tag: x}\n");
    write("z.yaml", configMap("z"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/z");
    assertThat(rejectedIn(recorded))
        .containsExactly(
            "ci.yml:1: no Kubernetes object: it looks like a CI workflow",
            "compose.yaml:1: no Kubernetes object: it looks like a Compose file",
            "list.json:1: no Kubernetes object: a list where an object should be",
            "package.json:1: no Kubernetes object: it has neither apiVersion nor kind",
            "text.yaml:1: no Kubernetes object: text where an object should be",
            "values.yaml:1: no Kubernetes object: it looks like Helm values");
  }

  @Test
  void templatesSaySoOncePerFile() throws IOException {
    write(
        "deploy.yaml",
        "{{- if .Values.x }}\n"
            + configMap("{{ .Release.Name }}")
            + "{{- end }}\n---\n"
            + configMap("{{ .Values.name }}")
            + "---\n"
            + configMap("\"{{ .Values.name }}-x\"")
            + "---\n"
            + configMap("plain"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/plain");
    assertThat(rejectedIn(recorded)).hasSize(1).allMatch(each -> each.contains("a template, not"));
  }

  @Test
  void bracesInTextDoNotMakeATemplate() {
    Recorded recorded =
        Recorded.ofStdin(configMap("x") + "data: {alert: 'on {{ $labels.pod }}'}\n---\n\ta: b\n");

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/x");
    assertThat(recorded.rejected()).singleElement().asString().contains("no YAML: found character");
    assertThat(
            Recorded.ofStdin(
                    configMap("z") + "---\na: 'on {{ $labels.pod }}'\n---\na: '{{ x }}'\n\tb: 1\n")
                .rejected())
        .allMatch(each -> !each.contains("template"));
  }

  @Test
  void chartsAreToBeRenderedFirstAndTheirDefinitionsAreRead() throws IOException {
    write("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    write("charts/web/values.yaml", "a: 1\n");
    write("charts/web/templates/x.yaml", "{{ fail }}");
    write("charts/web/crds/crd.yaml", configMap("crd"));
    write("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n");

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/crd");
    assertThat(rejectedIn(recorded))
        .containsExactly(
            "charts/db: a Helm chart (and 1 more); render first: helm template charts/db"
                + " | kubilitics graph -");
  }

  @Test
  void kustomizationsThatChangeSomethingAreToBeRenderedFirst() throws IOException {
    write("base/kustomization.yaml", "resources:\n- app.yaml\n");
    write("base/app.yaml", configMap("app"));
    write("overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: app.yaml}]\n");
    write("overlay/app.yaml", configMap("app"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/app");
    assertThat(rejectedIn(recorded))
        .containsExactly(
            "overlay: a kustomization; render first: kubectl kustomize overlay"
                + " | kubilitics graph -");
  }

  @Test
  void manyEqualReasonsInOneFileAreCounted() {
    Recorded recorded = Recorded.ofStdin("a: 1\n---\n".repeat(1000) + configMap("x"));

    assertThat(recorded.ids()).hasSize(1);
    assertThat(recorded.rejected())
        .hasSize(6)
        .endsWith("-: 995 more times: no Kubernetes object: it has neither apiVersion nor kind");
  }

  @Test
  void objectsComeInBatchesOfSomeHundreds() {
    StringBuilder yaml = new StringBuilder();
    IntStream.range(0, 1000).forEach(i -> yaml.append("---\n").append(configMap("c" + i)));

    Recorded recorded = Recorded.ofStdin(yaml.toString());

    assertThat(recorded.ids()).hasSize(1000).endsWith("ConfigMap/shop/c999");
    assertThat(recorded.largestBatch()).isEqualTo(256);
  }

  @Test
  void whereNothingCanBeReadTheProblemSaysWhy() throws IOException {
    assertUnreadable(() -> Recorded.of(folder.resolve("nowhere")), "no such file or folder");
    assertUnreadable(() -> Recorded.of(folder), "no .yaml, .yml or .json file in it");
    Path bad = write("x/bad.yaml", "a: [");
    assertUnreadable(() -> Recorded.of(bad), "nothing in it could be read");
    assertUnreadable(() -> Recorded.of(folder), "nothing in it could be read");
  }

  @Test
  void anUnreadableFileIsNamedAndTheOthersAreRead() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    write("a.yaml", configMap("a"));
    Path secret = write("b.yaml", configMap("b"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));

    Recorded recorded = Recorded.of(folder);

    assertThat(recorded.ids()).containsExactly("ConfigMap/shop/a");
    assertThat(rejectedIn(recorded)).containsExactly("b.yaml: permission denied");
  }

  @Test
  void jsonThatIsOnlyNearlyJsonIsReadAsYaml() {
    assertThat(Recorded.ofStdin(json("x").replace("}}", "},}") + "\n{a: b}\n").ids())
        .containsExactly("ConfigMap/shop/x");
  }

  @Test
  void aClosedSourceStopsReading() {
    ManifestSource source =
        ManifestSource.ofStdin(
            new ByteArrayInputStream(configMap("x").getBytes(StandardCharsets.UTF_8)),
            Recorded.documents());
    source.close();
    Recorded recorded = new Recorded();

    source.open(recorded);

    assertThat(recorded.ids()).isEmpty();
  }
}
