package io.kubilitics.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.check.Code;
import io.kubilitics.source.demo.PlantedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORKLOAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: registry.example.com/web:1
                resources: {requests: {cpu: 1, memory: 1Gi}}
                envFrom: [{secretRef: {name: web}}]
      """;
  private static final String SECRET =
      """
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: web, namespace: shop}
      stringData: {a: b}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "closed, error, 1",
    "open, error, 0",
    "open, warning, 1",
    "closed, never, 0",
    "closed, warning, 1"
  })
  void theExitCodeSaysWhetherThereIsAnythingAsBad(String world, String failOn, int code) {
    Run run = Run.with(WORKLOAD, "check", "-", "--world", world, "--fail-on", failOn);

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withoutAFindingTheEndIsGood() throws IOException {
    Run run = Run.with(WORKLOAD + SECRET, "check", "-", "--world", "closed", "-n", "shop");

    assertThat(JSON.readTree(run.out()).get("findings")).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(Run.with(WORKLOAD + SECRET, "check", "-", "-n", "shop", "-o", "table").out())
        .isEqualTo("nothing found in 2 objects\n");
  }

  @Test
  void theTableNamesObjectPlaceReasonAndAdvice() {
    Run run = Run.with(WORKLOAD, "check", "-", "-o", "table");

    assertThat(run.out())
        .isEqualTo(
            """
            Deployment.apps/shop/web  -:1
              warning  KUB001  Secret shop/web does not exist.  spec.template.spec.containers[0].envFrom[0].secretRef

            KUB001  Create the object, or correct the name or the namespace in the field.

            0 errors, 1 warning, 0 for information in 1 object
            """);
  }

  @Test
  void coloursAreForTerminalsOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), WORKLOAD);

    assertThat(Run.atTerminal(Map.of(), "check", file.toString()).out()).contains("\u001b[");
    assertThat(Run.atTerminal(Map.of("NO_COLOR", "1"), "check", file.toString()).out())
        .doesNotContain("\u001b[");
  }

  @Test
  void hostileNamesDoNotReachTheTerminal() {
    String evil = WORKLOAD.replace("{name: web}}]", "{name: \"a\\e[2J\"}}]");

    assertThat(Run.with(evil, "check", "-", "-o", "table").out())
        .contains("<U+001B>")
        .doesNotContain("\u001b");
  }

  @Test
  void laidOverAnotherSourceReferencesAreLookedForInBoth() throws IOException {
    Path cluster = Files.createDirectories(folder.resolve("cluster"));
    Files.writeString(cluster.resolve("secret.yaml"), SECRET);
    Files.writeString(
        cluster.resolve("other.yaml"),
        WORKLOAD
            .replace("name: web, namespace", "name: other, namespace")
            .replace("{name: web}}]", "{name: none}}]"));

    Run alone = Run.with(WORKLOAD, "check", "-", "--world", "closed", "-n", "shop");
    Run laidOver =
        Run.with(
            WORKLOAD,
            "check",
            "-",
            "--world",
            "closed",
            "--against",
            cluster.toString(),
            "-n",
            "shop");

    assertThat(codes(alone)).containsExactly("KUB001");
    assertThat(codes(laidOver)).isEmpty();
  }

  @Test
  void anObjectOfBothIsThatOfTheManifests() throws IOException {
    Path cluster = folder.resolve("cluster.yaml");
    Files.writeString(cluster, WORKLOAD.replace("name: web}}]", "name: gone}}]") + SECRET);

    Run run = Run.with(WORKLOAD, "check", "-", "--against", cluster.toString());

    assertThat(codes(run)).isEmpty();
  }

  @Test
  void againstTheDemoTheWorldIsClosed() {
    Run run = Run.with(WORKLOAD, "check", "-", "--against", "demo:300");

    assertThat(run.code()).isEqualTo(1);
    assertThat(codes(run)).containsExactly("KUB001");
  }

  @Test
  void anUnreadableDocumentIsAFindingWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), WORKLOAD + SECRET + "---\nkind: [\n");
    Files.createDirectories(folder.resolve("chart/templates"));
    Files.writeString(folder.resolve("chart/Chart.yaml"), "name: c\n");
    Files.writeString(folder.resolve("chart/templates/a.yaml"), "{{ .Values.x }}\n");

    Run run = Run.of("check", folder.toString(), "-o", "json");

    JsonNode findings = JSON.readTree(run.out()).get("findings");
    assertThat(codes(run)).containsExactly("KUB080", "KUB082");
    assertThat(findings.get(0).get("file").asText()).endsWith("a.yaml");
    assertThat(findings.get(0).get("line").asInt()).isGreaterThan(20);
    assertThat(findings.get(1).get("message").asText())
        .contains("render first: helm template")
        .contains("| kubilitics check -");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aBaseAndItsOverlayAreNoDuplicates() throws IOException {
    Files.createDirectories(folder.resolve("base"));
    Files.createDirectories(folder.resolve("overlay"));
    Files.writeString(folder.resolve("base/web.yaml"), WORKLOAD + SECRET);
    Files.writeString(folder.resolve("base/kustomization.yaml"), "resources: [web.yaml]\n");
    Files.writeString(folder.resolve("overlay/web.yaml"), WORKLOAD);
    Files.writeString(
        folder.resolve("overlay/kustomization.yaml"),
        "resources: [../base]\npatches: [{path: web.yaml}]\n");

    assertThat(codes(Run.of("check", folder.toString()))).containsExactly("KUB082");
  }

  @Test
  void aKindThatIsDefinedBelowIsKnownAbove() throws IOException {
    Path below = Files.createDirectories(folder.resolve("below"));
    Files.writeString(
        below.resolve("crd.yaml"),
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          scope: Cluster
          names: {kind: Widget, plural: widgets}
          versions: [{name: v1, served: true, storage: true}]
        """);
    Path above = Files.createDirectories(folder.resolve("above"));
    Files.writeString(
        above.resolve("widget.yaml"),
        """
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: a, namespace: nowhere}
        """);

    assertThat(
            codes(
                Run.of("check", above.toString(), "--against", below.toString(), "--world=closed")))
        .isEmpty();
  }

  @Test
  void whereNothingCanBeReadThatIsTheEnd() {
    Run run = Run.with("{[", "check", "-");

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("-:1: ", "nothing in it could be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--world=half", "--fail-on=info", "--output=xml"})
  void aWordThatMeansNothingIsRefused(String option) {
    assertThat(Run.of("check", "demo:300", option).code()).isEqualTo(2);
  }

  @Test
  void codeScanningGetsRulesPlacesAndLevels() throws IOException {
    Path file = Files.writeString(folder.resolve("a b.yaml"), WORKLOAD);
    Run run = Run.of("check", file.toString(), "--world", "closed", "-o", "sarif");

    JsonNode sarif = JSON.readTree(run.out());
    assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
    JsonNode rules = sarif.at("/runs/0/tool/driver/rules");
    assertThat(rules).hasSize(Code.values().length);
    for (JsonNode rule : rules) {
      assertThat(Path.of("..").resolve(rule.get("helpUri").asText())).exists();
      assertThat(rule.at("/shortDescription/text").asText()).isNotBlank();
    }
    for (JsonNode result : sarif.at("/runs/0/results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
      assertThat(result.get("level").asText()).isIn("error", "warning", "note");
      assertThat(result.at("/message/text").asText()).isNotBlank();
      assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
          .isNotBlank();
    }
    Run broken = Run.with(WORKLOAD, "check", "-", "--world", "closed", "-n", "shop", "-o", "sarif");
    JsonNode place =
        JSON.readTree(broken.out()).at("/runs/0/results/0/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("-");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(1);
    assertThat(JSON.readTree(run.out()).toString()).contains("a%20b.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo:1000", "demo:10000"})
  void ofTheDemoOnlyWhatIsPlantedIsFound(String demo) throws IOException {
    Run run = Run.of("check", demo, "-o", "json");

    List<String> found = new ArrayList<>();
    for (JsonNode finding : JSON.readTree(run.out()).get("findings")) {
      found.add(
          finding.get("level").asText()
              + " "
              + finding.get("code").asText()
              + " "
              + finding.get("object").asText());
    }
    assertThat(found)
        .containsExactly(
            "error KUB001 " + PlantedFault.MISSING_SECRET.id(),
            "error KUB012 " + PlantedFault.MISSING_BACKEND.id(),
            "error KUB014 " + PlantedFault.ROUTE_WITHOUT_GRANT.id(),
            "warning KUB001 " + PlantedFault.RELEASED_VOLUME.id(),
            "warning KUB010 " + PlantedFault.NOTHING_SELECTED.id(),
            "warning KUB030 " + PlantedFault.BUDGET_BLOCKS.id());
  }

  /// The warnings are true ones: nobody is let in to nats, the class of Prometheus' volumes is not
  /// among the manifests, and one route of the gateway is there to be refused.
  @ParameterizedTest
  @CsvSource({
    "web-shop, 'KUB016 Service/shop/nats'",
    "monitoring, 'KUB001 Prometheus.monitoring.coreos.com/monitoring/k8s'",
    "gateway, 'KUB014 HTTPRoute.gateway.networking.k8s.io/team-reports/reports'"
  })
  void realManifestsHaveNoErrorAndFewWarnings(String set, String warning) throws IOException {
    Run run = Run.of("check", "src/test/resources/manifests/" + set, "-o", "json");

    List<String> found = new ArrayList<>();
    for (JsonNode finding : JSON.readTree(run.out()).get("findings")) {
      assertThat(finding.get("level").asText()).isNotEqualTo("error");
      if (finding.get("level").asText().equals("warning")) {
        found.add(finding.get("code").asText() + " " + finding.get("object").asText());
      }
    }
    assertThat(found).containsOnly(warning);
  }

  @Test
  void theSameManifestsGiveTheSameBytes() throws IOException {
    Path file = Files.write(folder.resolve("web.yaml"), WORKLOAD.getBytes(UTF_8));

    for (String format : List.of("table", "json", "sarif")) {
      assertThat(Run.of("check", file.toString(), "-o", format))
          .isEqualTo(Run.of("check", file.toString(), "-o", format));
    }
  }

  private static List<String> codes(Run run) {
    try {
      List<String> codes = new ArrayList<>();
      JSON.readTree(run.out())
          .get("findings")
          .forEach(finding -> codes.add(finding.get("code").asText()));
      return codes;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
