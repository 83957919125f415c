package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.testbed.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path folder;

  private Path before;
  private Path after;

  @BeforeEach
  void write() {
    before = Shop.in(folder.resolve("before"));
    after = Shop.in(folder.resolve("after"));
  }

  @Test
  void theSameIsNoDifference() {
    Run run = Run.of("diff", before.toString(), after.toString(), "-o", "table");

    assertThat(run).isEqualTo(new Run(ExitCode.DONE, "", "kubilitics diff: no differences\n"));
  }

  @Test
  void otherFilesAndOrdersAreNoDifference() throws IOException {
    Path other = folder.resolve("other");
    int number = 9;
    for (String document : Shop.documents()) {
      Shop.write(other.resolve(number-- + ".yaml"), document);
    }

    assertThat(Run.of("diff", before.toString(), other.toString()).code()).isZero();
  }

  @Test
  void whatDiffersIsShownLineByLine() throws IOException {
    Shop.write(
        after.resolve("cart.yaml"),
        Shop.CART.replace("cart:1.4", "cart:1.5").replace("name: db-password", "name: db-pass"));
    Shop.write(
        after.resolve("rest.yaml"),
        Shop.REST
            .replace("data: {mode: fast}", "data: {mode: fast, text: \"a\\nb\\n\"}")
            .replace("metadata: {name: probe", "metadata: {name: probe2"));

    Run run = Run.of("diff", before.toString(), after.toString(), "-o", "table");

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith(
            """
            OBJECTS
            ~ ConfigMap/shop/cart-config
                data.text
                  + a
                  + b
            ~ Deployment.apps/shop/cart
                spec.template.spec.containers[name=main].image
                  - cart:1.4
                  + cart:1.5
                spec.template.spec.containers[name=main].env[name=PASSWORD].valueFrom.secretKeyRef.name
                  - db-password
                  + db-pass
            - Pod/tools/probe
            + Pod/tools/probe2

            RELATIONS
            """)
        .contains("- Deployment.apps/shop/cart uses-secret Secret/shop/db-password (")
        .contains("+ Deployment.apps/shop/cart uses-secret Secret/shop/db-pass (");
  }

  @Test
  void theJsonSaysTheSame() throws IOException {
    Shop.write(after.resolve("cart.yaml"), Shop.CART.replace("cart:1.4", "cart:1.5"));

    Run run = Run.of("diff", before.toString(), after.toString());

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/metadata/compared").asText()).isEqualTo("all");
    assertThat(json.at("/metadata/findingsCompared").asBoolean()).isTrue();
    assertThat(json.at("/objects")).hasSize(1);
    assertThat(json.at("/objects/0/change").asText()).isEqualTo("changed");
    assertThat(json.at("/objects/0/id").asText()).isEqualTo("Deployment.apps/shop/cart");
    assertThat(json.at("/objects/0/fields/0/from").asText()).isEqualTo("cart:1.4");
    assertThat(json.at("/edges")).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void findingsOfOneSideAreDifferences() {
    Shop.write(
        after.resolve("rest.yaml"),
        Shop.REST.replace("selector: {app: cart}", "selector: {app: nobody}"));

    Run run = Run.of("diff", before.toString(), after.toString(), "-o", "table");

    assertThat(run.out()).contains("FINDINGS\n+ ").contains("Service/shop/cart");
  }

  @Test
  void ofManifestsAndAClusterOnlyWhatTheManifestsSetIsCompared() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ns.yaml"),
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: default, labels: {kubernetes.io/metadata.name: default}}
            """);

    Run same = Run.of("diff", file.toString(), "demo:300", "-o", "table");
    Files.writeString(file, Files.readString(file).replace("name: default}", "name: other}"));
    Run other = Run.of("diff", file.toString(), "demo:300", "-o", "table");
    Run turned = Run.of("diff", "demo:300", file.toString(), "-o", "table");

    assertThat(same.out()).isEmpty();
    assertThat(other.out()).startsWith("OBJECTS\n~ Namespace/default\n").contains("+ default");
    assertThat(turned.out()).startsWith("OBJECTS\n~ Namespace/default\n").contains("- default");
  }

  @Test
  void namespacesChooseWhatIsCompared() {
    Shop.write(
        after.resolve("cart.yaml"),
        Shop.CART.replace("cart:1.4", "cart:1.5").replace("name: db-password", "name: db-pass"));
    Shop.write(after.resolve("rest.yaml"), Shop.REST.replace("probe:2", "probe:3"));
    String[] words = {"diff", before.toString(), after.toString(), "-o", "table"};

    Run tools = Run.of(with(words, "-n", "tools"));
    Run both = Run.of(with(words, "-n", "tools", "--namespace", "shop"));
    Run commas = Run.of(with(words, "-n", "shop,tools"));

    assertThat(tools.out())
        .isEqualTo(
            """
            OBJECTS
            ~ Pod/tools/probe
                spec.containers[name=main].image
                  - probe:2
                  + probe:3

            1 object differs
            """);
    assertThat(both.out())
        .contains("~ Pod/tools/probe", "~ Deployment.apps/shop/cart", "- Deployment.apps/shop/cart")
        .isEqualTo(commas.out());
  }

  @Test
  void aNamespaceWithoutObjectsIsSaid() {
    Run typo = Run.of("diff", before.toString(), after.toString(), "-n", "shpo", "-o", "table");
    Run empty = Run.of("diff", before.toString(), after.toString(), "-n", "");

    assertThat(typo)
        .isEqualTo(
            new Run(
                ExitCode.DONE,
                "",
                "kubilitics diff: nothing to compare: no objects in namespace shpo\n"));
    assertThat(empty.err()).contains("--namespace: a namespace is empty");
    assertThat(empty.code()).isEqualTo(ExitCode.USAGE);
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void theDemoIsTheDemo() {
    assertThat(Run.of("diff", "demo:300", "demo:300").code()).isZero();
    Run run = Run.of("diff", "demo:300", "demo:300:2", "-o", "table");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).isEqualTo(Run.of("diff", "demo:300", "demo:300:2", "-o", "table").out());
  }

  @Test
  void secretsThatDifferAreSaidToAndNotShown() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), Canary.manifests());
    Files.writeString(
        folder.resolve("b.yaml"), Canary.manifests().replace("Kx7", "Kx8").replace("S3g3", "S3g4"));

    for (String format : new String[] {"table", "json"}) {
      Run run =
          Run.of(
              "diff",
              folder.resolve("a.yaml").toString(),
              folder.resolve("b.yaml").toString(),
              "-o",
              format);

      assertThat(run.out()).contains("Secret/nest/db", "masked(");
      assertThat(run.out()).doesNotContainPattern("bytes, [0-9a-f]{16}");
      assertThat(Canary.foundIn(run.out() + run.err())).isEmpty();
      assertThat(run.out() + run.err()).doesNotContain("Kx8");
    }
  }

  @Test
  void oneOfTheTwoMayComeFromStdin() {
    String all = Shop.CART + "---\n" + Shop.REST;

    assertThat(Run.with(all, "diff", before.toString(), "-").code()).isZero();
    assertThat(Run.with(all, "diff", "-", "-").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void wrongWordsAreSaidSo() {
    assertThat(Run.of("diff").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("diff", before.toString()).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("diff", before.toString(), after.toString(), "demo").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("diff", before.toString(), "nowhere").code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(Run.of("diff", before.toString(), after.toString(), "-o", "xml").code())
        .isEqualTo(ExitCode.USAGE);
  }
}
