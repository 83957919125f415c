package io.kubilitics.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindSummaryTest {
  private static final Kind POD = Kind.core("Pod");

  private static KindSummary summary(Knowledge knowledge, String message) {
    return KindSummary.of(POD, new KindState(POD, "shop", knowledge, message), 3);
  }

  @ParameterizedTest
  @CsvSource({
    "SYNCED, '', live",
    "SYNCING, '', catching up",
    "STALE, since 10:02:11, stale since 10:02:11",
    "STALE, the connection is lost, stale",
    "POLLED, every 5 min, polled",
    "FORBIDDEN, pods is forbidden, forbidden",
    "NOT_SERVED, '', not served",
    "OFF, '', switched off"
  })
  void howFreshAKindIsIsSaidInWords(Knowledge knowledge, String message, String words) {
    assertThat(summary(knowledge, message).freshness(true)).isEqualTo(words);
  }

  @Test
  void whatIsReadOnceIsNotAlive() {
    assertThat(summary(Knowledge.SYNCED, "").freshness(false)).isEqualTo("complete");
  }

  @Test
  void whyNotBetterIsForWhoMaySeeThatPlace() {
    KindSummary stale = summary(Knowledge.STALE, "since 10:02:11");
    Viewer elsewhere = (_, namespace) -> namespace.equals("payments");

    assertThat(stale.seenBy(Viewer.EVERYTHING)).isEqualTo(stale);
    assertThat(stale.seenBy(elsewhere)).isEqualTo(new KindSummary(POD, Knowledge.STALE, 3));
    assertThat(stale.seenBy(elsewhere).freshness(true)).isEqualTo("stale");
  }

  @Test
  void aKindThatIsReadInSomeNamespacesSaysInWhich() {
    Engine engine = new Engine(Manifests.catalogue().relations());
    engine.apply(
        List.of(
            new Change.Known(new KindState(POD, "", Knowledge.FORBIDDEN, "pods is forbidden")),
            new Change.Known(new KindState(POD, "shop", Knowledge.SYNCED, "")),
            new Change.Known(new KindState(POD, "ops", Knowledge.FORBIDDEN, "no"))));
    KindSummary pods =
        engine.current().select(TopologyQuery.ALL, Viewer.EVERYTHING).kinds().getFirst();

    assertThat(pods.freshness(true)).isEqualTo("live in shop, forbidden elsewhere");
    Viewer elsewhere = (_, namespace) -> namespace.equals("payments");
    assertThat(pods.seenBy(elsewhere).freshness(true)).isEqualTo("forbidden");
    Viewer inShop = (_, namespace) -> namespace.equals("shop");
    assertThat(pods.seenBy(inShop).freshness(true)).isEqualTo("live in shop, forbidden elsewhere");
    assertThat(pods.seenBy(inShop).message()).isEmpty();
  }

  @Test
  void manyNamespacesAreCounted() {
    SortedMap<String, Knowledge> many =
        new TreeMap<>(
            Map.of(
                "a", Knowledge.SYNCED,
                "b", Knowledge.POLLED,
                "c", Knowledge.SYNCED,
                "d", Knowledge.SYNCED));
    KindSummary pods = summary(Knowledge.FORBIDDEN, "no").apart(many);

    assertThat(pods.freshness(true)).isEqualTo("known in 4 namespaces, forbidden elsewhere");
    many.keySet().removeIf(each -> !each.equals("b"));
    assertThat(pods.apart(many).freshness(true)).isEqualTo("polled in b, forbidden elsewhere");
  }
}
