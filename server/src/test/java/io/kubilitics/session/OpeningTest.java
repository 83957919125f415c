package io.kubilitics.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What is said of a cluster while it is still read.
class OpeningTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop}
      spec: {nodeName: worker-1}
      """;

  @Test
  void nothingIsMissingAndNothingCompleteBeforeEverythingIsRead() throws InterruptedException {
    CountDownLatch isThere = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Session session = open(goOn)) {
      session.listen((_, delta) -> {
        if (!delta.nodesPut().isEmpty()) {
          isThere.countDown();
        }
      });
      isThere.await();
      assertThat(selection(session).complete()).isFalse();
      assertThat(selection(session).edges().map(Edge::state)).containsOnly(EdgeState.UNKNOWN);

      goOn.countDown();
      session.awaitReady();
      assertThat(selection(session).complete()).isTrue();
      assertThat(selection(session).edges().map(Edge::state)).contains(EdgeState.MISSING);
    }
  }

  private static Selection selection(Session session) {
    return session.topology().select(TopologyQuery.ALL, Viewer.EVERYTHING);
  }

  private static Session open(CountDownLatch goOn) {
    return Session.open(
        new ClusterId("test"),
        "test",
        new ResourceSource() {
          @Override
          public void open(SourceListener listener) {
            listener.changes(Manifests.changes(POD));
            try {
              goOn.await();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void close() {}
        },
        Catalogue.builtIn(),
        Clock.systemUTC());
  }
}
