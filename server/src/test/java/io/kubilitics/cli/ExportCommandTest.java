package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
  @TempDir Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aMapIsDrawnIntoAFileAndNothingElseIsLeft() throws IOException {
    Run run = Run.of("export", "demo:300", "-f", file("map.svg"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(files()).containsExactly("map.svg");
    assertThat(written("map.svg")).startsWith("<svg").contains("storefront", "db-password");
    assertThat(run.err())
        .startsWith("wrote " + file("map.svg") + ": ")
        .containsPattern("[0-9,]+ × [0-9,]+ px, 300 objects at level 3, [0-9,]+ KiB")
        .contains("drawn for the selection only");
  }

  @ParameterizedTest
  @CsvSource({
    "map.svg, <svg",
    "MAP.SVG, <svg",
    "map.drawio, <mxfile",
    "map.json, '\"kind\":\"Topology\"'",
    "map.yaml, 'kind: Topology'",
    "map.yml, 'kind: Topology'",
    "map.dot, digraph",
    "map.graphml, <graphml",
    "map.mmd, flowchart",
    "my.map.svg, <svg",
  })
  void theEndingTellsTheFormat(String name, String holds) throws IOException {
    Run run = Run.of("export", "demo:100", "-f", file(name), "-n", "shop");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(written(name)).contains(holds);
  }

  @Test
  void theFormatIsToldWhereTheNameDoesNot() throws IOException {
    assertThat(Run.of("export", "demo:100", "-f", file("map"), "-o", "svg").code()).isZero();
    Run stdout = Run.of("export", "demo:100", "-f", "-", "-o", "svg");

    assertThat(written("map")).isEqualTo(stdout.out());
    assertThat(stdout.err()).startsWith("wrote stdout: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "demo -f map.png | .svg, .drawio, .json",
        "demo -f map | .svg, .drawio, .json",
        "demo -f - | --output: is missing",
        "demo | --file: is missing",
        "-f map.svg | SOURCE: is missing",
        "demo -f map.svg -o png | 'png' is none of svg",
        "demo -f map.svg --level 4 | --level: '4' is none of 0, 1, 2, 3",
        "demo -f map.svg --group cluster | is none of namespace, app, node, none",
        "demo -f map.svg --theme blue | --theme: 'blue' is none of light, dark",
        "demo -f map.json --theme dark | --theme: has a meaning only for a picture",
        "demo -f map.dot --level 1 | --level: has a meaning only for a picture",
        "demo -f map.mmd --no-title | --no-title: has a meaning only for a picture",
        "demo demo:100 -f map.json | json is about one source",
        "- - -f map.svg | stdin can be read only once",
        "demo -f map.svg --hops 1 | --hops: has a meaning only with --focus",
        "demo -f map.svg --kind poods | 'poods' is no kind",
        "demo -f map.svg --as-of noon | --as-of: 'noon' is no time",
      })
  void whatMakesNoSenseIsRefusedAndNothingIsWritten(String arguments, String reason)
      throws IOException {
    String[] words = ("export " + arguments).split(" ");
    for (int at = 0; at < words.length; at++) {
      words[at] = words[at].startsWith("map") ? file(words[at]) : words[at];
    }

    Run run = Run.of(words);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(reason);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFoundAndWhatWasThereStays() throws IOException {
    Files.writeString(folder.resolve("map.svg"), "old");

    Run focus =
        Run.of("export", "demo:300", "-f", file("map.svg"), "--focus", "deploy/crat", "-n", "shop");
    Run selected =
        Run.of("export", "demo:300", "-f", file("map.svg"), "--select", "Pod/shop/nobody");
    Run source = Run.of("export", "nowhere/", "-f", file("map.svg"));

    assertThat(focus.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(focus.err()).contains("Deployment.apps/shop/crat does not exist").contains("cart");
    assertThat(selected.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(source.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(written("map.svg")).isEqualTo("old");
    assertThat(files()).containsExactly("map.svg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no/such/folder/map.svg", "folder.svg"})
  void whereNothingCanBeWrittenItIsSaidBeforeAnythingIsRead(String name) throws IOException {
    Files.createDirectory(folder.resolve("folder.svg"));

    Run run = Run.of("export", "demo:100", "-f", file(name));

    assertThat(run.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(run.err()).startsWith("kubilitics export: " + file(name) + ": ");
    assertThat(files()).containsExactly("folder.svg");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whyNothingCanBeWrittenIsSaidInWords() {
    Run run = Run.of("export", "demo:100", "-f", "/proc/map.svg");

    assertThat(run.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(run.err()).isEqualTo("kubilitics export: /proc/map.svg: cannot be made there\n");
    assertThat(TargetFile.reason(new AccessDeniedException("/etc/.map.svg.0.part")))
        .isEqualTo("permission denied");
    assertThat(TargetFile.reason(new UncheckedIOException(new IOException("Broken pipe"))))
        .isEqualTo("Broken pipe");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.svg"), "old");
    Files.createSymbolicLink(folder.resolve("link.svg"), real);

    assertThat(Run.of("export", "demo:100", "-f", file("link.svg")).code()).isZero();

    assertThat(folder.resolve("link.svg")).isSymbolicLink();
    assertThat(Files.readString(real)).startsWith("<svg");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatOthersMayNotReadStaysSo() throws IOException {
    Path map = Files.writeString(folder.resolve("map.svg"), "old");
    Files.setPosixFilePermissions(map, PosixFilePermissions.fromString("rw-------"));

    assertThat(Run.of("export", "demo:100", "-f", file("map.svg")).code()).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(map)))
        .isEqualTo("rw-------");
    assertThat(written("map.svg")).startsWith("<svg");
  }

  @Test
  void whatIsNoPlainFileIsWrittenDirectly() {
    Run run = Run.of("export", "demo:100", "-f", "/dev/null", "-o", "svg");

    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullIsSaidAndNothingIsLeft() throws IOException {
    Files.createSymbolicLink(folder.resolve("full.svg"), Path.of("/dev/full"));

    Run run = Run.of("export", "demo:300", "-f", file("full.svg"));

    assertThat(run.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(run.err()).contains("kubilitics export: " + file("full.svg") + ": ");
    assertThat(run.err()).doesNotContain("wrote");
    assertThat(files()).containsExactly("full.svg");
  }

  @Test
  void theSameObjectsAndTheSameTimeGiveTheSameBytes() {
    String[] arguments = {
      "export", "demo:300", "-f", "-", "-o", "svg", "--as-of", "2026-11-20T10:00:00Z"
    };

    assertThat(Run.of(arguments).out()).isEqualTo(Run.of(arguments).out());
  }

  @Test
  void aFilterLaysOutWhatIsInAlone() throws IOException {
    Run all = Run.of("export", "demo:300", "-f", file("all.svg"));
    Run shop =
        Run.of("export", "demo:300", "-f", file("shop.svg"), "-n", "shop", "--theme", "dark");

    assertThat(all.code() + shop.code()).isZero();
    assertThat(written("shop.svg").length()).isLessThan(written("all.svg").length());
    assertThat(written("shop.svg")).contains("-n shop").doesNotContain("alertmanager");
  }

  @Test
  void theSurroundingsOfAnObjectAreDrawnByThemselves() throws IOException {
    Run run =
        Run.of(
            "export", "demo:300", "-f", file("cart.svg"), "--focus", "deploy/cart", "-n", "shop");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(written("cart.svg"))
        .contains("--focus Deployment.apps/shop/cart", "db-password")
        .doesNotContain("postgres");
    assertThat(run.err()).contains("one relation away");
  }

  @Test
  void severalSourcesStandSideBySide() throws IOException {
    Run run = Run.of("export", "demo:100", "demo:100:7", "-f", file("both.svg"), "--level", "0");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(written("both.svg")).contains(">demo<", ">demo-2<");
    assertThat(run.err()).contains("200 objects at level 0");
  }

  @Test
  void titleAndLegendCanBeLeftOut() throws IOException {
    assertThat(
            Run.of(
                    "export",
                    "demo:100",
                    "-f",
                    file("bare.svg"),
                    "--no-title",
                    "--no-legend",
                    "--level",
                    "1",
                    "--group",
                    "node",
                    "--select",
                    "Node/worker-1")
                .code())
        .isZero();
    assertThat(written("bare.svg")).doesNotContain("Relations").contains("worker-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "3"})
  void aSelectionStandsOutAtEveryLevel(String level) {
    String[] plain = {
      "export",
      "demo:100",
      "-f",
      "-",
      "-o",
      "svg",
      "--as-of",
      "2026-11-20T10:00:00Z",
      "--level",
      level
    };
    String[] selected = Arrays.copyOf(plain, plain.length + 2);
    selected[plain.length] = "--select";
    selected[plain.length + 1] = "Deployment.apps/shop/cart";

    assertThat(Run.of(selected).out()).isNotEqualTo(Run.of(plain).out());
  }

  @Test
  void manyObjectsAreToldMoreCoarsely() {
    assertThat(Run.of("export", "demo:2000", "-f", "-", "-o", "svg").err()).contains("at level 2");
  }

  @Test
  void anEmptySourceIsAPictureThatSaysSo() throws IOException {
    Run run = Run.with("", "export", "-", "-f", file("none.svg"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(written("none.svg")).startsWith("<svg");
    assertThat(run.err()).contains("0 objects");
  }

  @Test
  void aFilterThatLetsNothingInIsSaid() throws IOException {
    Run run = Run.of("export", "demo:100", "-n", "nowhere", "-f", file("none.svg"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("0 objects").contains("No object passes the filters.");
    assertThat(written("none.svg")).contains("No object passes the filters.");
  }

  @Test
  void dataIsWhatGraphWrites() throws IOException {
    String[] at = {"--as-of", "2026-11-20T10:00:00Z"};
    Run graph = Run.of("graph", "demo:100", "-o", "json", at[0], at[1]);
    Run export = Run.of("export", "demo:100", "-f", file("map.json"), at[0], at[1]);

    assertThat(written("map.json")).isEqualTo(graph.out());
    assertThat(new ObjectMapper().readTree(written("map.json")).at("/metadata/nodeCount").asInt())
        .isPositive();
    assertThat(export.err()).contains("relations");
  }
}
