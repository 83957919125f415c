package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ImpactCommandTest {
  private static final String OBJECTS =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {kind: Widget, plural: widgets}
        versions: [{name: v1, served: true, storage: true}]
      ---
      apiVersion: example.com/v1
      kind: Widget
      metadata: {name: a, namespace: shop}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: db, namespace: shop}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        containers: [{name: c, image: a, envFrom: [{secretRef: {name: db}}]}]
      """;

  @Test
  void everyHarmedObjectIsALineWithTheRelationThatCarriesIt() throws IOException {
    Run run = Run.with(OBJECTS, "impact", "-", "secret/db", "-n", "shop", "-o", "table");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Pod/shop/web  breaks  uses-secret
            0 objects deleted along, 1 broken, 0 degraded
            """);
  }

  @Test
  void aDefinitionTakesAlongItsObjectsButOnlyWhenItIsDeleted() throws IOException {
    assertThat(Run.with(OBJECTS, "impact", "-", "crd/widgets.example.com", "-o", "table").out())
        .isEqualTo(
            """
            Widget.example.com/shop/a  deletes  contains
            1 object deleted along, 0 broken, 0 degraded
            """);
    assertThat(
            Run.with(
                    OBJECTS,
                    "impact",
                    "-",
                    "crd/widgets.example.com",
                    "--event",
                    "fails",
                    "-o",
                    "table")
                .out())
        .isEqualTo("0 objects deleted along, 0 broken, 0 degraded\n");
  }

  @Test
  void programsGetWhatTheServerAnswers() throws IOException {
    Run run = Run.with(OBJECTS, "impact", "-", "Secret/shop/db");
    JsonNode impact = new ObjectMapper().readTree(run.out());

    assertThat(impact.get("kind").asText()).isEqualTo("Impact");
    assertThat(impact.at("/metadata/breaks").asInt()).isEqualTo(1);
    assertThat(impact.at("/items/0/causes/0/relation").asText()).isEqualTo("uses-secret");
  }

  @Test
  void whatMakesNoSenseIsToldByItsExitCode() throws IOException {
    assertThat(Run.with(OBJECTS, "impact", "-", "Secret/shop/nobody").code()).isEqualTo(3);
    assertThat(Run.with(OBJECTS, "impact", "-", "Secret/shop/db", "--event", "burns").code())
        .isEqualTo(2);
    assertThat(Run.with(OBJECTS, "impact", "-").code()).isEqualTo(2);
  }
}
