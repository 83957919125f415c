package io.kubilitics.source.cluster.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.model.Kind;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
  private static final String CORE =
      """
      {"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","metadata":{},"items":[
        {"metadata":{"creationTimestamp":null},"versions":[{"version":"v1","freshness":"Current",
         "resources":[
          {"resource":"bindings","responseKind":{"group":"","version":"","kind":"Binding"},
           "scope":"Namespaced","singularResource":"binding","verbs":["create"]},
          {"resource":"pods","responseKind":{"group":"","version":"","kind":"Pod"},
           "scope":"Namespaced","singularResource":"pod","shortNames":["po"],
           "categories":["all"],"verbs":["create","get","list","watch"],
           "subresources":[{"subresource":"log","responseKind":{"kind":"Pod"},"verbs":["get"]}]},
          {"resource":"nodes","responseKind":{"kind":"Node"},"scope":"Cluster",
           "verbs":["list","watch"]}]}]}]}
      """;

  private static final String GROUPS =
      """
      {"kind":"APIGroupDiscoveryList","items":[
        {"versions":[{"version":"v2","resources":[%s]},{"version":"v1","resources":[%s,%s]}],
         "metadata":{"name":"autoscaling"}},
        {"metadata":{"name":"metrics.k8s.io"},"versions":[
          {"version":"v1beta1","freshness":"Stale","resources":[]}]}]}
      """
          .formatted(
              aggregated("horizontalpodautoscalers", "HorizontalPodAutoscaler"),
              aggregated("horizontalpodautoscalers", "HorizontalPodAutoscaler"),
              aggregated("oldscalers", "OldScaler"));

  private static String aggregated(String plural, String kind) {
    return """
    {"resource":"%s","responseKind":{"kind":"%s"},"scope":"Namespaced",
     "verbs":["get","list","watch"]}\
    """
        .formatted(plural, kind);
  }

  private static String listed(String plural, String kind) {
    return """
    {"name":"%s","singularName":"","namespaced":true,"kind":"%s",
     "verbs":["get","list","watch"],"shortNames":["x"]}\
    """
        .formatted(plural, kind);
  }

  private static AnswersByPath older() {
    return new AnswersByPath()
        .with("/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}")
        .with(
            "/api/v1",
            "{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":[%s,%s]}"
                .formatted(listed("pods", "Pod"), listed("pods/log", "Pod")))
        .with(
            "/apis",
            """
            {"kind":"APIGroupList","groups":[
              {"name":"apps","versions":[{"groupVersion":"apps/v1beta1","version":"v1beta1"},
                 {"groupVersion":"apps/v1","version":"v1"}],
               "preferredVersion":{"groupVersion":"apps/v1","version":"v1"}},
              {"name":"broken.io","versions":[{"groupVersion":"broken.io/v1","version":"v1"}]}]}
            """)
        .with(
            "/apis/apps/v1",
            "{\"resources\":[%s,%s]}"
                .formatted(
                    listed("deployments", "Deployment"),
                    listed("deployments/status", "Deployment")))
        .with(
            "/apis/apps/v1beta1",
            "{\"resources\":[%s,%s]}"
                .formatted(listed("deployments", "Deployment"), listed("relics", "Relic")))
        .with("/apis/broken.io/v1", 503, "{\"kind\":\"Status\"}");
  }

  private static Served ask(AnswersByPath server) throws IOException, InterruptedException {
    return new Discovery(server, "test").ask();
  }

  private static List<String> paths(Served served) {
    return served.kinds().stream().map(kind -> kind.path("")).toList();
  }

  @Test
  void twoRequestsAreEnoughWhereTheServerAggregates() throws Exception {
    AnswersByPath server = new AnswersByPath().with("/api", CORE).with("/apis", GROUPS);

    Served served = ask(server);

    assertThat(server.asked()).containsExactly("/api", "/apis");
    assertThat(paths(served))
        .containsExactly(
            "/apis/autoscaling/v2/horizontalpodautoscalers",
            "/api/v1/nodes",
            "/apis/autoscaling/v1/oldscalers",
            "/api/v1/pods");
    assertThat(served.kinds().getLast())
        .isEqualTo(
            new ServedKind(
                Kind.core("Pod"),
                "v1",
                "pods",
                true,
                List.of("po"),
                List.of("all"),
                Set.of("create", "get", "list", "watch")));
  }

  @Test
  void aGroupWhoseServerIsDownIsToldAndTheRestIsKnown() throws Exception {
    Served served = ask(new AnswersByPath().with("/api", CORE).with("/apis", GROUPS));

    assertThat(served.isWhole()).isFalse();
    assertThat(served.unknown()).containsOnlyKeys("metrics.k8s.io/v1beta1");
    assertThat(served.isUnknown(new Kind("metrics.k8s.io", "PodMetrics"))).isTrue();
    assertThat(served.isUnknown(Kind.core("Pod"))).isFalse();
  }

  @Test
  void anOlderServerIsAskedForEachVersion() throws Exception {
    Served served = ask(older());

    assertThat(paths(served))
        .containsExactly("/apis/apps/v1/deployments", "/api/v1/pods", "/apis/apps/v1beta1/relics");
    assertThat(served.unknown()).containsOnlyKeys("broken.io/v1");
    assertThat(served.unknown().get("broken.io/v1")).contains("503");
  }

  @Test
  void aServerThatRefusesTheAggregatedFormIsAskedInTheOlderOne() throws Exception {
    assertThat(paths(ask(older().strict()))).contains("/api/v1/pods", "/apis/apps/v1/deployments");
  }

  @Test
  void aVersionThatHasJustGoneIsNothingUnknown() throws Exception {
    Served served = ask(older().with("/apis/broken.io/v1", 404, "404 page not found"));

    assertThat(served.isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>sign in</html>",
        "[]",
        "null",
        "{\"kind\":",
        "{\"kind\":\"Status\",\"status\":\"Failure\"}",
        "{\"items\":[[[[[[",
      })
  void whatIsNoApiServerIsSaidToBeNone(String answer) {
    assertThatThrownBy(() -> ask(new AnswersByPath().with("/api", answer)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not that of a Kubernetes API server");
  }

  @Test
  void theStatusSaysWhetherAnotherTryIsOfUse() {
    assertThatThrownBy(() -> ask(new AnswersByPath().with("/api", 401, "")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("does not accept the credentials");
    assertThatThrownBy(() -> ask(new AnswersByPath().with("/api", 403, "")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("may not ask");
    assertThatThrownBy(() -> ask(new AnswersByPath()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no Kubernetes API server answers here");
    assertThatThrownBy(() -> ask(new AnswersByPath().with("/api", 503, "")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("503");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../secrets", "pods?x=1", "pods/log", "Pods", "", ".pods", "a b"})
  void aNameThatWouldLeadElsewhereIsNoKind(String plural) throws Exception {
    AnswersByPath server =
        new AnswersByPath()
            .with("/api", CORE)
            .with(
                "/apis",
                """
                {"items":[{"metadata":{"name":"evil.io"},"versions":[
                   {"version":"v1","resources":[%1$s]},
                   {"version":"../v2","resources":[%2$s]}]},
                 {"metadata":{"name":"../evil"},"versions":[{"version":"v1","resources":[%2$s]}]}]}
                """
                    .formatted(aggregated(plural, "Evil"), aggregated("fines", "Fine")));

    assertThat(paths(ask(server))).containsExactly("/api/v1/nodes", "/api/v1/pods");
  }

  @Test
  void noMoreKindsAreTakenThanAnybodyHas() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= Discovery.MOST_KINDS; i++) {
      many.append(i == 0 ? "" : ",").append(aggregated("k" + i, "K" + i));
    }
    AnswersByPath server =
        new AnswersByPath()
            .with("/api", CORE)
            .with(
                "/apis",
                "{\"items\":[{\"metadata\":{\"name\":\"many.io\"},\"versions\":[{\"version\":\"v1\",\"resources\":["
                    + many
                    + "]}]}]}");

    Served served = ask(server);

    assertThat(served.kinds()).hasSize(Discovery.MOST_KINDS);
    assertThat(served.unknown()).containsOnlyKeys("many.io/v1");
  }

  @Test
  void anAnswerCutOrGarbledAnywhereIsAProblemOrLess() throws Exception {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      String garbled = garbled(random, random.nextBoolean() ? GROUPS : CORE);
      AnswersByPath server = new AnswersByPath().with("/api", CORE).with("/apis", garbled);
      try {
        assertThat(ask(server).kinds()).hasSizeLessThan(10);
      } catch (ProblemException | IOException expected) {
        assertThat(expected).hasMessageNotContaining("Exception");
      }
    }
  }

  private static String garbled(Random random, String text) {
    StringBuilder garbled = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(garbled.length());
      switch (random.nextInt(3)) {
        case 0 -> garbled.setLength(Math.max(1, at));
        case 1 -> garbled.setCharAt(at, "{}[]\",:0a".charAt(random.nextInt(9)));
        default -> garbled.insert(at, "[{\"kind\":[");
      }
    }
    return garbled.toString();
  }
}
