package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTableTest {
  @TempDir private Path folder;

  @Test
  void ofManyRelationsOnlyTheBrokenAreListed() {
    Run run = Run.of("graph", "demo:1000:42", "-o", "table");

    List<String> lines = run.out().lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("  ") && !line.contains("  from "))
        .isEmpty();
    assertThat(lines).anyMatch(line -> line.matches("StatefulSet.*owns \\d+ · .*"));
    assertThat(lines).anyMatch(line -> line.startsWith("1,000 objects, "));
    assertThat(run.out()).contains("MISSING", "narrow it until each is listed");
    assertThat(lines).hasSizeLessThan(1_200);
  }

  @Test
  void nothingFromAClusterCanCommandTheTerminal() {
    Shop.write(
        folder.resolve("evil.yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: "a\\u001b[2J\\u202eb", namespace: "n\\u0007"}
        spec: {serviceAccountName: "x\\ny", containers: []}
        status: {phase: Failed, reason: "\\u001b]0;owned\\u0007", message: "one\\ntwo"}
        """);

    Run run = Run.of("graph", folder.toString(), "-o", "table");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().codePoints().filter(point -> point != '\n'))
        .noneMatch(
            point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
  }

  @Test
  void theGhostIsNamedAsMissingAlsoWhereItIsTheSource() {
    Shop.write(
        folder.resolve("orphan.yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: crash
          namespace: two
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: nope, uid: u}]
        """);

    Run run = Run.of("graph", folder.toString(), "-o", "table");

    assertThat(run.out().lines().filter(line -> line.contains("nope") || line.contains(" → ")))
        .containsExactly(
            "Deployment.apps/two/nope  MISSING",
            "  owns → Pod/two/crash  from metadata.ownerReferences[0] in target",
            "MISSING      Deployment.apps/two/nope owns → Pod/two/crash");
  }

  @Test
  void everyListedEdgeSaysFromWhichField() {
    Run run = Run.of("graph", "demo:100", "-o", "table");

    assertThat(run.out().lines().filter(line -> line.matches("  \\S+ +→ .*")))
        .isNotEmpty()
        .allMatch(line -> line.contains("  from "));
  }

  @Test
  void whereARelationIsAskedForObjectsWithoutItAreLeftOut() {
    String shop = Shop.in(folder).toString();

    Run run = Run.of("graph", shop, "-o", "table", "--relation", "selects");
    Run none = Run.of("graph", shop, "-o", "table", "--relation", "owns");

    assertThat(run.out().lines().filter(line -> line.matches("[A-Z]\\w+[./].*")))
        .extracting(line -> line.replaceAll(" .*", ""))
        .containsExactly("Deployment.apps/shop/cart", "Service/shop/cart");
    assertThat(run.out()).endsWith("\n2 objects, 1 relation\n");
    assertThat(none).isEqualTo(new Run(0, "", "kubilitics graph: nothing matches\n"));
  }

  @Test
  void linesHaveNoBlanksAtTheirEnds() {
    Run run = Run.of("graph", Shop.in(folder).toString(), "-o", "table");

    assertThat(run.out().lines()).noneMatch(line -> line.endsWith(" "));
  }
}
