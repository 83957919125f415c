package io.kubilitics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.Features;
import io.kubilitics.model.Health;
import io.kubilitics.model.Labels;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final ClusterId SHOP = new ClusterId("shop");

  private final Network network = network(objects());

  private static List<Resource> objects() {
    return List.of(
        object(
            "Pod/shop/cart-1",
            "cart",
            Health.Status.FAILED,
            Map.of("Node", "worker-1", "IP", "10.0.0.7")),
        object("Pod/shop/cart-10", "cart", Health.Status.HEALTHY, Map.of("Node", "worker-2")),
        object(
            "Pod/bank/shopping-cart",
            "x",
            Health.Status.HEALTHY,
            Map.of("images", "nginx:1.25,redis")),
        object("Pod/bank/descartes", "x", Health.Status.HEALTHY, Map.of()),
        object(
            "Deployment.apps/shop/cart",
            "cart",
            Health.Status.DEGRADED,
            Map.of("Images", "registry/NGINX:1")),
        object(
            "Deployment.apps/shop/web", "web", Health.Status.HEALTHY, Map.of("Strategy", "cart")),
        object(
            "Service/shop/web", "cart", Health.Status.HEALTHY, Map.of("Cluster-IP", "10.0.0.70")),
        object("Node/worker-1", "x", Health.Status.HEALTHY, Map.of()));
  }

  private static Resource object(
      String id, String app, Health.Status status, Map<String, String> features) {
    return Resource.builder(ResourceId.parse(id))
        .labels(Labels.of(Map.of("app", app, "example.com/team", "red")))
        .health(new Health(status, status == Health.Status.FAILED ? "OOMKilled" : "", ""))
        .features(Features.of(features))
        .build();
  }

  private static Network network(List<Resource> objects) {
    Engine engine = new Engine(CATALOGUE.relations());
    engine.apply(objects.stream().<Change>map(Change.Put::new).toList());
    return engine.current().network(Viewer.EVERYTHING);
  }

  @Test
  void theImagesOfContainersAreFoundWhereTheyAreSaidOnce() {
    String spec = "spec.template.spec";
    String containers =
        ContainerOutline.write(
            spec,
            List.of(
                new ContainerOutline(
                    spec + ".containers[0]", "example.com/Ledger:2", true, true, List.of()),
                new ContainerOutline(
                    spec + ".initContainers[0]", "example.com/waiter:1", true, true, List.of())));
    List<Resource> objects =
        List.of(
            object(
                "StatefulSet.apps/bank/books",
                "x",
                Health.Status.HEALTHY,
                Map.of(ContainerOutline.FEATURE, containers)),
            object("StatefulSet.apps/bank/ledger", "x", Health.Status.HEALTHY, Map.of()));

    for (String text : List.of("image:ledger", "image:waiter:1", "-image:other kind:sts ns:bank")) {
      SearchQuery query = SearchQuery.parse(text, CATALOGUE);
      Search search = new Search(null, 10);
      search.in(new ClusterId("c"), network(objects), query);
      assertThat(search.page().hits().getFirst().node().id())
          .as(text)
          .isEqualTo(ResourceId.parse("StatefulSet.apps/bank/books"));
    }
  }

  @Test
  void namesComeBeforeLabelsAndLabelsBeforeFields() {
    assertThat(found("cart"))
        .containsExactly(
            "0 Deployment.apps/shop/cart",
            "1 Pod/shop/cart-1",
            "1 Pod/shop/cart-10",
            "2 Pod/bank/shopping-cart",
            "3 Pod/bank/descartes",
            "4 Service/shop/web",
            "5 Deployment.apps/shop/web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "po/cart | Pod/shop/cart-1 Pod/shop/cart-10 Pod/bank/shopping-cart Pod/bank/descartes",
        "deploy/cart | Deployment.apps/shop/cart",
        "deploy/ | Deployment.apps/shop/cart Deployment.apps/shop/web",
        "app=web | Deployment.apps/shop/web",
        "kind:deploy app!=web | Deployment.apps/shop/cart",
        "example.com/team=red kind:node | Node/worker-1",
        "kind:deploy unhealthy | Deployment.apps/shop/cart",
        "unhealthy | Deployment.apps/shop/cart Pod/shop/cart-1",
        "health:failed | Pod/shop/cart-1",
        "failed cart | Pod/shop/cart-1",
        "ns:bank | Pod/bank/descartes Pod/bank/shopping-cart",
        "ns:bank -name:shopping | Pod/bank/descartes",
        "node:worker-1 | Pod/shop/cart-1",
        "image:nginx | Deployment.apps/shop/cart Pod/bank/shopping-cart",
        "ip:10.0.0.7 | Pod/shop/cart-1 Service/shop/web",
        "cluster-ip:10 | Service/shop/web",
        "reason:oom | Pod/shop/cart-1",
        "registry/nginx | Deployment.apps/shop/cart",
        "\"nginx:1.25\" | Pod/bank/shopping-cart",
        "CART-10 | Pod/shop/cart-10",
        "cart !pods | Deployment.apps/shop/cart Service/shop/web Deployment.apps/shop/web",
        "label:example.com/team kind:svc | Service/shop/web",
        "name:\"cart-10\" | Pod/shop/cart-10",
        "-ns:shop -ns:bank | Node/worker-1",
      })
  void theLanguageHasKubectlsWords(String text, String expected) {
    assertThat(found(text))
        .extracting(line -> line.replaceFirst("\\d+ ", ""))
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cart \"open | 6: the quote is not closed",
        "kind:unicorn | 6: 'unicorn' is no kind known here",
        "colour:red | 1: 'colour' is no field",
        "a ns: | 6: 'ns:' has no value",
        "health:sick | 8: 'sick' is no health",
        "a - b | 4: a word is missing behind the sign",
        "\"a\"b | 4: a blank is missing behind the quote",
        "\"\" | 1: the quoted text is empty",
      })
  void whatMakesNoSenseIsToldWithItsPlace(String text, String reason) {
    assertThatThrownBy(() -> SearchQuery.parse(text, CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("at character " + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t"})
  void nothingIsNoSearch(String text) {
    assertThatThrownBy(() -> SearchQuery.parse(text, CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSearchIsBounded() {
    assertThatThrownBy(() -> SearchQuery.parse("x".repeat(513), CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SearchQuery.parse("x ".repeat(33), CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyTextIsReadOrRefusedAndNothingElse() {
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append("a\"/=:!- \tpo\u00e9\ud83d".charAt(random.nextInt(13)));
      }
      try {
        found(text.toString());
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("at character ");
      }
    }
  }

  @Test
  void pagesJoinToTheWholeInWhateverOrderObjectsCame() {
    List<Resource> objects = new ArrayList<>();
    for (int at = 0; at < 50; at++) {
      objects.add(object("Pod/shop/p" + at, "a", Health.Status.HEALTHY, Map.of()));
    }
    List<String> whole = pages(network(objects), 1000);

    assertThat(whole).hasSize(50);
    assertThat(pages(network(objects.reversed()), 7)).isEqualTo(whole);
  }

  private static List<String> pages(Network network, int limit) {
    List<String> all = new ArrayList<>();
    Search.@Nullable Place after = null;
    do {
      Search search = new Search(after, limit);
      search.in(SHOP, network, SearchQuery.parse("p", CATALOGUE));
      Search.Page page = search.page();
      page.hits().forEach(hit -> all.add(hit.node().id().toString()));
      assertThat(page.total()).isEqualTo(50);
      after = page.next();
    } while (after != null);
    return all;
  }

  private List<String> found(String text) {
    Search search = new Search(null, 100);
    search.in(SHOP, network, SearchQuery.parse(text, CATALOGUE));
    return search.page().hits().stream()
        .map(hit -> hit.place().rank() + " " + hit.node().id())
        .toList();
  }
}
