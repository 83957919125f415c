package io.kubilitics.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class GraphCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml", "dot", "graphml", "mermaid", "table"})
  void theShopIsWrittenToTheLetter(String format) throws IOException {
    Run run = Run.of("graph", Shop.in(folder).toString(), "-o", format);

    try (InputStream golden = getClass().getResourceAsStream("shop." + format)) {
      assertThat(golden).as("shop." + format).isNotNull();
      assertThat(run.out()).isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void anyOrderAnyFilesAndAnyNotationGiveTheSameBytes() throws IOException {
    String expected = Run.of("graph", Shop.in(folder.resolve("plain")).toString()).out();
    Random random = new Random(7);

    for (int round = 0; round < 12; round++) {
      List<String> documents = new ArrayList<>(Shop.documents());
      Collections.shuffle(documents, random);
      Path other = folder.resolve("round-" + round);
      for (int at = 0; at < documents.size(); at++) {
        boolean asJson = random.nextBoolean();
        Shop.write(
            other.resolve(random.nextInt(3) + "/" + at + (asJson ? ".json" : ".yml")),
            asJson ? json(documents.get(at)) : documents.get(at));
      }
      assertThat(Run.of("graph", other.toString()).out()).isEqualTo(expected);
      assertThat(Run.with(String.join("---\n", documents), "graph", "-").out()).isEqualTo(expected);
    }
  }

  @Test
  void theDemoIsTheSameForTheSameSeedAndInstant() {
    String[] args = {"graph", "demo:300:9", "--as-of", "2026-01-31T08:00:00+01:00"};

    Run run = Run.of(args);

    assertThat(run.out()).isEqualTo(Run.of(args).out());
    assertThat(run.out())
        .contains("\"cluster\":\"demo\"", "\"asOf\":\"2026-01-31T07:00:00Z\"")
        .isNotEqualTo(Run.of("graph", "demo:300:8", "--as-of", "2026-01-31T07:00:00Z").out());
  }

  @Test
  void filtersWork() throws IOException {
    assertThat(nodes("-n", "tools")).containsExactly("Pod/tools/probe");
    assertThat(nodes("--kind", "svc,cm", "--kind", "ServiceAccount"))
        .containsExactly(
            "ConfigMap/shop/cart-config", "Service/shop/cart", "ServiceAccount/shop/cart");
    assertThat(nodes("-l", "app in (probe)")).containsExactly("Pod/tools/probe");
    assertThat(nodes("-l", "app=cart", "-l", "tier"))
        .contains("Deployment.apps/shop/cart")
        .doesNotContain("Service/shop/cart");
    assertThat(edges("--relation", "selects"))
        .containsExactly("Service/shop/cart selects Deployment.apps/shop/cart");
    assertThat(nodes("--focus", "cm/cart-config", "-n", "shop", "--hops", "1"))
        .containsExactly("ConfigMap/shop/cart-config", "Deployment.apps/shop/cart");
    assertThat(nodes("--focus", "sa/shop/cart", "--direction", "up", "--hops", "5"))
        .containsExactly("ServiceAccount/shop/cart");
    assertThat(nodes("--focus", "svc/shop/cart", "--hops", "0"))
        .containsExactly("Service/shop/cart");
    assertThat(nodes("-A", "-n", "tools")).contains("Service/shop/cart");
  }

  @Test
  void whatIsKeptNowhereIsAnsweredWhenItIsAskedForByName() {
    String world =
        """
        {apiVersion: v1, kind: Node, metadata: {name: n1, labels: {disk: ssd}}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop}, spec: {nodeSelector: {disk: ssd}}}
        """;

    assertThat(Run.with(world, "graph", "-", "-o", "json").out()).doesNotContain("could-run-on");
    assertThat(Run.with(world, "graph", "-", "--relation", "could-run-on", "-o", "json").out())
        .contains(
            "\"id\":\"Pod/shop/db could-run-on Node/n1\"",
            "\"category\":\"placement\",\"state\":\"resolved\"",
            "\"evidence\":[{\"path\":\"spec.nodeSelector\",\"value\":\"disk=ssd\"}]");
    assertThat(Run.with(world, "graph", "-", "--relation", "could-run-on", "-o", "table").out())
        .contains("could-run-on → Node/n1  from spec.nodeSelector");
    assertThat(
            Run.with(
                    world,
                    "graph",
                    "-",
                    "--relation",
                    "could-run-on",
                    "--focus",
                    "node/n1",
                    "-o",
                    "json")
                .out())
        .contains("Pod/shop/db could-run-on Node/n1");
  }

  @Test
  void theClassOfAClaimIsStorageAndThatOfAnIngressTraffic() {
    String world =
        """
        {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: shop}, spec: {storageClassName: fast}}
        ---
        {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: main, namespace: shop}, spec: {ingressClassName: nginx}}
        """;

    assertThat(Run.with(world, "graph", "-", "--relation", "class-of", "-o", "json").out().lines())
        .anyMatch(
            line -> line.contains("StorageClass") && line.contains("\"category\":\"storage\""))
        .anyMatch(
            line -> line.contains("IngressClass") && line.contains("\"category\":\"traffic\""));
  }

  @Test
  void whatMatchesNothingIsSaidAndIsNoFailure() {
    Run run = Run.of("graph", Shop.in(folder).toString(), "-n", "nowhere", "-o", "table");

    assertThat(run).isEqualTo(new Run(0, "", "kubilitics graph: nothing matches\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-n nowhere"})
  void anEmptySourceIsSaidToBeEmpty(String filter) {
    List<String> args = new ArrayList<>(List.of("graph", "-", "-o", "table"));
    filter.lines().forEach(line -> args.addAll(List.of(line.split(" "))));
    Shop.write(folder.resolve("empty.yaml"), "");
    String file = folder.resolve("empty.yaml").toString();

    assertThat(Run.with("", args.toArray(String[]::new)))
        .isEqualTo(new Run(0, "", "kubilitics graph: no objects in stdin\n"));
    args.set(1, file);
    assertThat(Run.of(args.toArray(String[]::new)))
        .isEqualTo(new Run(0, "", "kubilitics graph: no objects in " + file + "\n"));
  }

  @Test
  void theFocusIsLookedForInEveryNamespaceThatIsGiven() throws IOException {
    assertThat(nodes("--focus", "po/probe", "-n", "shop,tools")).containsExactly("Pod/tools/probe");

    Shop.write(
        folder.resolve("twin.yaml"),
        "{apiVersion: v1, kind: Pod, metadata: {name: probe, namespace: shop}}");
    assertThat(Run.of("graph", folder.toString(), "--focus", "po/probe", "-n", "shop,tools"))
        .isEqualTo(
            new Run(
                2,
                "",
                "kubilitics graph: --focus: 'po/probe' may be Pod/shop/probe or"
                    + " Pod/tools/probe\n"));
  }

  @Test
  void kindsThatNobodyDescribedAreFoundWhenTheyAreThere() throws IOException {
    Shop.write(
        folder.resolve("widget.yaml"),
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: w, namespace: shop}}");

    assertThat(nodes("--kind", "widget")).containsExactly("Widget.example.com/shop/w");
    assertThat(nodes("--kind", "Widget.example.com")).containsExactly("Widget.example.com/shop/w");
    assertThat(nodes("--focus", "Widget.example.com/shop/w"))
        .containsExactly("Widget.example.com/shop/w");
  }

  @Test
  void aTerminalGetsATableAndAPipeGetsJson() {
    String shop = Shop.in(folder).toString();

    assertThat(Run.atTerminal(Map.of(), "graph", shop).out()).contains("OBJECT");
    assertThat(Run.of("graph", shop).out()).startsWith("{\"apiVersion\"");
    assertThat(Run.atTerminal(Map.of(), "graph", shop, "-o", "json").out())
        .isEqualTo(Run.of("graph", shop).out());
  }

  @Test
  void whatMermaidWillNotDrawIsWrittenAndSaid() {
    Run large = Run.of("graph", "demo:300", "-o", "mermaid");
    Run small = Run.of("graph", Shop.in(folder).toString(), "-o", "mermaid");

    assertThat(large.code()).isZero();
    assertThat(large.out()).contains("flowchart LR\n");
    assertThat(large.err())
        .startsWith("kubilitics graph: Mermaid draws up to 500 relations and 50,000 characters")
        .hasLineCount(1);
    assertThat(small.err()).isEmpty();
    assertThat(Run.of("graph", "demo:300", "-o", "graphml").err()).isEmpty();
  }

  @Test
  void coloursAreForTerminalsWhoseUserWantsThem() {
    String shop = Shop.in(folder).toString();

    assertThat(Run.atTerminal(Map.of(), "graph", shop).out()).contains("\u001b[1;31mMISSING");
    assertThat(Run.atTerminal(Map.of("NO_COLOR", "1"), "graph", shop).out())
        .doesNotContain("\u001b")
        .isEqualTo(Run.of("graph", shop, "-o", "table").out());
    assertThat(Run.atTerminal(Map.of("TERM", "dumb"), "graph", shop).out())
        .doesNotContain("\u001b");
  }

  @Test
  void badDocumentsAreNamedAndTheRestIsWritten() {
    String whole = Run.of("graph", Shop.in(folder).toString()).out();
    Shop.write(folder.resolve("broken.yaml"), "a: 1\nb: [\n");
    Shop.write(folder.resolve("escape.yaml"), "kind: \"\u001b]0;owned\u0007\"\n");

    Run run = Run.of("graph", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(whole);
    assertThat(run.err()).contains("broken.yaml:", "escape.yaml:").doesNotContain("\u001b");
  }

  @Test
  void aFloodOfBadDocumentsIsBounded() {
    Shop.in(folder);
    for (int at = 0; at < 250; at++) {
      Shop.write(folder.resolve("flood-" + at + ".yaml"), "just text\n");
    }

    Run run = Run.of("graph", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).hasSize(101);
    assertThat(run.err()).endsWith("… and 150 more that could not be read\n");
  }

  private List<String> nodes(String... args) throws IOException {
    return ids("nodes", args);
  }

  private List<String> edges(String... args) throws IOException {
    return ids("edges", args);
  }

  private List<String> ids(String part, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("graph", Shop.in(folder).toString()));
    all.addAll(List.of(args));
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    List<String> ids = new ArrayList<>();
    for (JsonNode element : JSON.readTree(run.out()).path(part)) {
      ids.add(element.path("id").asText());
    }
    return ids;
  }

  private static String json(String yaml) throws IOException {
    return JSON.writeValueAsString(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }
}
