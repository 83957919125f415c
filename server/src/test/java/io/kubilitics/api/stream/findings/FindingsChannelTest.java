package io.kubilitics.api.stream.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.api.stream.Edition;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.Place;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FoldedTopics;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.testbed.TalkingSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FindingsChannelTest {
  private static final String WEB =
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
              image: web:1
              envFrom: [{secretRef: {name: db}}]
      """;

  private static boolean isMissingSecret(Edition edition) {
    return FoldedTopics.of(edition)
        .items()
        .getOrDefault("shop", java.util.Collections.emptySortedMap())
        .values()
        .stream()
        .anyMatch(item -> item.path("finding").path("message").asText().contains("db"));
  }

  @Test
  void whatIsWrongIsToldAndTakenBack() throws Exception {
    List<Change> web = Manifests.changes(WEB);
    List<Change> secret =
        Manifests.changes("apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\n");
    TalkingSource source = TalkingSource.saying(it -> it.changes(web));
    try (Session session = source.session(Bundled.catalogue());
        FindingsChannel channel = FindingsChannel.open(session, Viewer.EVERYTHING)) {
      channel.listen(() -> {});
      Edition first = channel.latest().orElseThrow();
      assertThat(isMissingSecret(first)).isTrue();
      assertThat(FoldedTopics.of(first).items().get("")).containsKey("counts");
      FoldedTopics client = FoldedTopics.of(first);

      source.say(it -> it.changes(secret));
      Eventually.holds(() -> assertThat(!isMissingSecret(channel.latest().orElseThrow())).isTrue());
      Edition second = channel.latest().orElseThrow();
      client.follow(second);

      assertThat(client.items()).isEqualTo(FoldedTopics.of(second).items());
    }
  }

  @Test
  void aDocumentThatCannotBeReadIsToldOfThoughNoRevisionComes() throws Exception {
    TalkingSource source = TalkingSource.saying(it -> it.changes(Manifests.changes(WEB)));
    AtomicInteger told = new AtomicInteger();
    try (Session session = source.session(Bundled.catalogue());
        FindingsChannel channel = FindingsChannel.open(session, Viewer.EVERYTHING)) {
      channel.listen(told::incrementAndGet);
      channel.latest();
      int before = told.get();
      source.say(it -> it.rejected(new Place("late.yaml", 3), "a tab is no indentation"));
      Eventually.holds(() -> assertThat(told.get()).isGreaterThan(before));

      assertThat(FoldedTopics.of(channel.latest().orElseThrow()).items().toString())
          .contains("late.yaml");
    }
  }

  @Test
  void nobodyIsToldOfWhatHeMayNotSee() throws Exception {
    TalkingSource source = TalkingSource.saying(it -> it.changes(Manifests.changes(WEB)));
    Viewer nobody = (_, _) -> false;
    try (Session session = source.session(Bundled.catalogue());
        FindingsChannel channel = FindingsChannel.open(session, nobody)) {
      channel.listen(() -> {});

      assertThat(FoldedTopics.of(channel.latest().orElseThrow()).items()).containsOnlyKeys("");
    }
  }

  @Test
  void aFindingThatDoesNotChangeIsNotToldAgain() throws Exception {
    TalkingSource source = TalkingSource.saying(it -> it.changes(Manifests.changes(WEB)));
    try (Session session = source.session(Bundled.catalogue());
        FindingsChannel channel = FindingsChannel.open(session, Viewer.EVERYTHING)) {
      channel.listen(() -> {});
      Edition first = channel.latest().orElseThrow();
      long revision = session.topology().revision();
      source.say(it ->
          it.changes(
              List.of(
                  new Change.Gone(
                      new ResourceId(io.kubilitics.model.Kind.core("Pod"), "shop", "x")))));
      source.say(it ->
          it.changes(
              Manifests.changes(
                  "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: other}\n")));
      Eventually.holds(() -> assertThat(session.topology().revision() > revision).isTrue());

      assertThat(channel.latest().orElseThrow().changedSince(first.revision()))
          .doesNotContain("shop");
    }
  }
}
