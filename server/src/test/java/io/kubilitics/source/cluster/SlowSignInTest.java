package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.testbed.FakeApiServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A command waits for somebody who signs in longer than for a server that is silent.
class SlowSignInTest {
  private static final Duration PATIENCE = Duration.ofMillis(50);
  private static final Authorization PLUGIN =
      new Authorization.Plugin(
          "client.authentication.k8s.io/v1", "sign-in", List.of(), Map.of(), false, "");

  private final FakeApiServer server = FakeApiServer.start();
  private final CountDownLatch signedIn = new CountDownLatch(1);
  private final Catalogue catalogue = Live.BUILT_IN.forCluster();
  private final Watched watched = new Watched(catalogue);

  @AfterEach
  void stop() {
    signedIn.countDown();
    server.close();
  }

  @Test
  void aSignInThatOutlastsThePatienceWithServersIsWaitedFor() throws Exception {
    ClusterPace pace = Live.impatient(PATIENCE, Duration.ofMinutes(2));
    try (ClusterSource source = source(PLUGIN, pace)) {
      Thread opener = Thread.ofVirtual().name("opener").start(() -> source.open(watched));
      assertThat(opener.join(PATIENCE.multipliedBy(10))).as("it has given up").isFalse();
      signedIn.countDown();
      assertThat(opener.join(Duration.ofSeconds(60))).isTrue();
      assertThat(watched.isUsable()).isTrue();
    }
  }

  @Test
  void whereNobodySignsInTheServerIsNotWaitedForSoLong() {
    ClusterPace pace = Live.impatient(PATIENCE, Duration.ofMinutes(2));
    try (ClusterSource source = source(Live.access(server).authorization(), pace)) {
      assertGivenUp(source);
    }
  }

  @Test
  void aSignInWithoutEndIsNotWaitedForEither() {
    try (ClusterSource source = source(PLUGIN, Live.impatient(PATIENCE, PATIENCE))) {
      assertGivenUp(source);
    }
  }

  private void assertGivenUp(ClusterSource source) {
    assertThatThrownBy(() -> source.open(watched))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Unreadable.class))
        .hasMessageContaining("does not answer");
  }

  private ClusterSource source(Authorization authorization, ClusterPace pace) {
    ClusterAccess usual = Live.access(server);
    ClusterAccess access =
        new ClusterAccess(
            usual.context(),
            usual.server(),
            usual.trust(),
            null,
            null,
            null,
            null,
            authorization,
            null,
            usual.namespace());
    Tempo tempo = new Tempo(pace, Live.FAST_FEED, Clock.systemUTC(), new SplittableRandom(7));
    return new ClusterSource(false, access, catalogue, _ -> new SigningIn(usual), tempo);
  }

  /// Asks nobody before somebody has signed in.
  private final class SigningIn implements Connection {
    private final Connection way;

    SigningIn(ClusterAccess access) {
      way = Live.connected(access);
    }

    @Override
    public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
      if (!signedIn.await(5, TimeUnit.MINUTES)) {
        throw new IOException("nobody has signed in");
      }
      return way.send(errand, ask);
    }

    @Override
    public void close() {
      way.close();
    }
  }
}
