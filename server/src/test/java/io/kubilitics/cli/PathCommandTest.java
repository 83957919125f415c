package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathCommandTest {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web-1, namespace: shop, labels: {app: web}}
      spec:
        containers: [{name: c, image: a, envFrom: [{secretRef: {name: db}}]}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: alone, namespace: shop}
      """;

  @Test
  void everyStepIsALineWithTheFieldItWasReadFrom() throws IOException {
    Run run = Run.with(OBJECTS, "path", "-", "svc/web", "secret/db", "-n", "shop", "-o", "table");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Service/shop/web
              --selects-> Pod/shop/web-1  spec.selector
              --uses-secret-> Secret/shop/db  spec.containers[0].envFrom[0].secretRef (missing)
            """);
    assertThat(
            Run.with(OBJECTS, "path", "-", "secret/db", "svc/web", "-n", "shop", "-o", "table")
                .out())
        .contains("  <-uses-secret-- Pod/shop/web-1");
  }

  @Test
  void programsGetTheEdgesAsTheyAre() throws IOException {
    Run run = Run.with(OBJECTS, "path", "-", "Service/shop/web", "Secret/shop/db");
    JsonNode paths = new ObjectMapper().readTree(run.out());

    assertThat(paths.at("/items/0/hops").asInt()).isEqualTo(2);
    assertThat(paths.at("/items/0/steps/1/edge/state").asText()).isEqualTo("missing");
  }

  @Test
  void objectsThatDoNotHangTogetherAreToldAndEndWithThree() throws IOException {
    Run run = Run.with(OBJECTS, "path", "-", "svc/web", "cm/alone", "-n", "shop", "-o", "table");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("Service/shop/web and ConfigMap/shop/alone do not hang together");
  }

  @ParameterizedTest
  @CsvSource({
    "svc/web, svc/nobody, 3",
    "svc/web, unicorn/x, 2",
    "svc/web, web, 2",
  })
  void whatIsNotThereOrMakesNoSenseIsRefused(String from, String to, int code)
      throws IOException {
    assertThat(Run.with(OBJECTS, "path", "-", from, to, "-n", "shop").code()).isEqualTo(code);
  }

  @Test
  void moreWaysThanThereMayBeAreRefused() throws IOException {
    assertThat(
            Run.with(OBJECTS, "path", "-", "svc/web", "po/web-1", "--limit", "11").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Run.with(OBJECTS, "path", "-", "svc/web").code()).isEqualTo(ExitCode.USAGE);
  }
}
