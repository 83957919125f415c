package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FakeApiServer;
import java.io.IOException;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BugsOnTheWayTest {
  private final AtomicInteger bugs = new AtomicInteger(2);

  /// A discovery that ends in a bug is made again, as one that fails.
  @Test
  void aBugInDiscoveryIsNotTheEndOfTheCluster() throws Exception {
    try (FakeApiServer server = FakeApiServer.start()) {
      server.put("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"shop\"}}");
      var catalogue = Live.BUILT_IN.forCluster();
      Watched watched = new Watched(catalogue);
      Tempo tempo =
          new Tempo(Live.FAST, Live.FAST_FEED, Clock.systemUTC(), new SplittableRandom(3));
      ClusterSource source =
          new ClusterSource(true, Live.access(server), catalogue, Stumbling::new, tempo);
      Thread opener = Thread.ofVirtual().name("opener").start(() -> source.open(watched));
      try {
        Eventually.holds(() -> assertThat(watched.isUsable()).isTrue());
        assertThat(bugs.get()).isNegative();
      } finally {
        source.close();
        opener.join();
      }
    }
  }

  /// Fails with a bug the first times that somebody asks what is served.
  private final class Stumbling implements Connection {
    private final Connection way;

    Stumbling(ClusterAccess access) {
      way = Live.connected(access);
    }

    @Override
    public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
      if (ask.path().startsWith("/apis") && bugs.decrementAndGet() >= 0) {
        throw new IllegalStateException("a bug");
      }
      return way.send(errand, ask);
    }

    @Override
    public void close() {
      way.close();
    }
  }
}
