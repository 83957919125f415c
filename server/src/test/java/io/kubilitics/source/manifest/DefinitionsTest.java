package io.kubilitics.source.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.Manifests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Definitions and the objects they are about, in any order.
class DefinitionsTest {
  private static final List<String> DOCUMENTS =
      List.of(
          """
          {apiVersion: example.com/v1, kind: Widget, metadata: {name: a},
           spec: {widgetRef: {name: b}, secretName: key}}
          """,
          "{apiVersion: example.com/v1, kind: Widget, metadata: {name: b, namespace: default}}\n",
          "{apiVersion: v1, kind: Secret, metadata: {name: key}}\n",
          """
          {apiVersion: v1, kind: ConfigMap, metadata: {name: made, namespace: shop,
           ownerReferences: [{apiVersion: example.com/v1, kind: Site, name: s, uid: ""}]}}
          """,
          "{apiVersion: example.com/v1, kind: Site, metadata: {name: s}}\n",
          definition("Widget", "widgets", "Namespaced"),
          definition("Site", "sites", "Cluster"));

  private static String definition(String kind, String plural, String scope) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: %s.example.com}
    spec: {group: example.com, scope: %s, names: {kind: %s, plural: %s}, versions: []}
    """
        .formatted(plural, scope, kind, plural);
  }

  @Test
  void theirOrderMakesNoDifference() {
    List<String> expected = Manifests.edges(String.join("---\n", DOCUMENTS));
    assertThat(expected)
        .containsExactlyInAnyOrder(
            "Widget.example.com/default/a refers-to Widget.example.com/default/b inferred"
                + " <- spec.widgetRef=b",
            "Widget.example.com/default/a refers-to Secret/default/key inferred"
                + " <- spec.secretName=key",
            "Site.example.com/s owns ConfigMap/shop/made" + " -> metadata.ownerReferences[0]=s");

    Random random = new Random(4);
    for (int round = 0; round < 50; round++) {
      List<String> documents = new ArrayList<>(DOCUMENTS);
      Collections.shuffle(documents, random);
      assertThat(Manifests.edges(String.join("---\n", documents))).isEqualTo(expected);
    }
  }

  @Test
  void ofTwoObjectsWithOneIdTheFirstCountsWhereverTheDefinitionIs() {
    String first =
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a, labels: {v: one}}}\n";
    String second =
        "{apiVersion: example.com/v1, kind: Widget,"
            + " metadata: {name: a, namespace: default, labels: {v: two}}}\n";
    String definition = definition("Widget", "widgets", "Namespaced");

    for (List<String> documents :
        List.of(
            List.of(definition, first, second),
            List.of(first, definition, second),
            List.of(first, second, definition))) {
      Recorded read = Recorded.ofStdin(String.join("---\n", documents).getBytes(UTF_8));
      assertThat(read.resources().stream().map(each -> each.labels().get("v")))
          .containsExactly(null, "one");
      assertThat(read.rejected())
          .singleElement()
          .asString()
          .contains("Widget.example.com/default/a");
    }
  }

  @Test
  void withoutADefinitionAnObjectStaysWhereItSaysItIs() {
    Recorded read = Recorded.ofStdin(DOCUMENTS.getFirst().getBytes(UTF_8));

    assertThat(read.resources()).singleElement().hasToString("Widget.example.com/a");
  }
}
