package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeKind;
import io.kubilitics.testbed.FakeTrust;
import io.kubilitics.testbed.FakeVerb;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Much at once.
class StormTest {
  private static final Kind POD = Kind.core("Pod");
  private static final int CLUSTERS = 20;
  private static final int DEFINITIONS = 300;

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private FakeApiServer server() {
    FakeApiServer server = FakeApiServer.start();
    open.add(server);
    server.put(
        """
        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}}\
        """);
    pod(server, "cart");
    return server;
  }

  private Live read(FakeApiServer server, long seed) {
    Live live = Live.begin(server, seed);
    open.add(live);
    return live;
  }

  private static void pod(FakeApiServer server, String name) {
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"shop"},
         "spec":{"containers":[{"name":"c","image":"i"}]}}\
        """
            .formatted(name));
  }

  @RepeatedTest(3)
  void twentyClustersThatComeBackAreListedOnceEachAndFourKindsAtATime() throws Exception {
    List<FakeApiServer> servers = new ArrayList<>();
    List<Live> lives = new ArrayList<>();
    for (int i = 0; i < CLUSTERS; i++) {
      FakeApiServer server = server();
      server.features().watchList(false);
      servers.add(server);
      lives.add(read(server, i));
    }
    lives.forEach(Live::opened);

    servers.forEach(FakeApiServer::stop);
    lives.forEach(live -> live.until(() -> live.watched.condition().phase() == Phase.UNREACHABLE));
    for (FakeApiServer server : servers) {
      pod(server, "meanwhile");
      server.log().clear();
      server.resume();
    }

    for (int i = 0; i < CLUSTERS; i++) {
      Live live = lives.get(i);
      FakeApiServer server = servers.get(i);
      live.until(() -> live.watched.object("Pod/shop/meanwhile").isPresent());
      Eventually.holds(() -> {
        assertThat(server.log().timesListed("services")).as("%s", server.log()).isEqualTo(1);
        assertThat(server.log().open(FakeVerb.WATCH)).isGreaterThanOrEqualTo(45);
      });
      assertThat(server.log().mostAtOnce(FakeVerb.LIST)).isBetween(1, 4);
      assertThat(server.log().timesListed("pods")).isEqualTo(1);
      assertThat(live.watched.gone()).isZero();
      assertThat(live.watched.overlapped()).isFalse();
    }
  }

  /// Who is asked for the first node, to learn who runs the cluster, is asked for a list.
  @Test
  void noQuestionComesBesideFourSlowLists() {
    FakeApiServer server = server();
    server.features().watchList(false);
    Live live = read(server, 36).opened();
    server.stop();
    live.until(() -> live.watched.condition().phase() == Phase.UNREACHABLE);
    server.faults().add(When.list("/"), new Fault.Delay(Duration.ofMillis(200)));
    pod(server, "meanwhile");
    server.log().clear();
    server.resume();

    live.until(() -> server.log().timesListed("nodes") > 1);
    live.until(() -> server.log().timesListed("services") == 1);
    assertThat(server.log().mostAtOnce(FakeVerb.LIST)).isBetween(1, 4);
  }

  @RepeatedTest(3)
  void threeHundredDefinitionsDoNotDelayTheFirstPicture() {
    FakeApiServer server = server();
    for (int i = 0; i < DEFINITIONS; i++) {
      server.addKind(FakeKind.custom("Thing" + i + ".example.com", "v1", "thing" + i + "s", true));
      server.put(
          """
          {"apiVersion":"example.com/v1","kind":"Thing%d",
           "metadata":{"name":"t","namespace":"shop"}}\
          """
              .formatted(i));
    }
    Live live = read(server, 31).opened();

    assertThat(live.watched.completeWhenUsable())
        .contains(POD, Kind.core("Node"), new Kind("apps", "Deployment"))
        .noneMatch(kind -> kind.group().equals("example.com"));
    for (int i = 0; i < DEFINITIONS; i++) {
      assertThat(live.watched.object("Thing" + i + ".example.com/shop/t")).isPresent();
    }
    live.until(() -> server.log().open(FakeVerb.WATCH) >= DEFINITIONS + 45);
    assertThat(server.log().mostOnOneConnection()).isLessThanOrEqualTo(100);
    assertThat(server.log().mostAtOnce(FakeVerb.LIST)).isLessThanOrEqualTo(4);
  }

  @RepeatedTest(3)
  void kindsThatNobodyUsesAreNotWatched() {
    FakeApiServer server = server();
    for (int i = 0; i < DEFINITIONS; i++) {
      server.addKind(FakeKind.custom("Thing" + i + ".example.com", "v1", "thing" + i + "s", true));
    }
    Live live = read(server, 32).opened();
    assertThat(server.log().open(FakeVerb.WATCH)).isLessThan(70);

    server.put(
        """
        {"apiVersion":"example.com/v1","kind":"Thing7",
         "metadata":{"name":"first","namespace":"shop"}}\
        """);
    live.until(() -> live.watched.object("Thing7.example.com/shop/first").isPresent());
    live.until(() -> !server.log().all(FakeVerb.WATCH, "thing7s.example.com").isEmpty());
    assertThat(server.log().all(FakeVerb.WATCH, "thing8s.example.com")).isEmpty();
  }

  @RepeatedTest(3)
  void renewalsOfLeasesMakeNoRevision() {
    FakeApiServer server = server();
    for (int i = 0; i < 100; i++) {
      lease(server, i, 0);
    }
    Live live = read(server, 33).opened();
    long puts = live.watched.puts();
    long revision = live.watched.revision();

    for (int round = 1; round <= 10; round++) {
      for (int i = 0; i < 100; i++) {
        lease(server, i, round);
      }
    }
    lease(server, 100, 0);
    live.until(() ->
        live.watched.object("Lease.coordination.k8s.io/kube-node-lease/node-100").isPresent());

    assertThat(live.watched.puts() - puts).isEqualTo(1);
    assertThat(live.watched.revision() - revision).isEqualTo(1);
  }

  private static void lease(FakeApiServer server, int node, int second) {
    server.put(
        """
        {"apiVersion":"coordination.k8s.io/v1","kind":"Lease",
         "metadata":{"name":"node-%d","namespace":"kube-node-lease"},
         "spec":{"holderIdentity":"node-%d","renewTime":"2026-11-20T10:00:%02d.000000Z"}}\
        """
            .formatted(node, node, second));
  }

  @RepeatedTest(3)
  void aFloodOfEventsDrownsNothing() {
    FakeApiServer server = server();
    Live live = read(server, 34).opened();

    for (int i = 0; i < 5_000; i++) {
      server.put(
          """
          {"apiVersion":"v1","kind":"Event","metadata":{"name":"e%d","namespace":"shop"},
           "involvedObject":{"kind":"Pod","namespace":"shop","name":"cart","apiVersion":"v1"},
           "reason":"BackOff","message":"m","type":"Warning","count":1,
           "firstTimestamp":"2026-11-20T10:00:00Z","lastTimestamp":"2026-11-20T10:00:00Z",
           "source":{"component":"kubelet"}}\
          """
              .formatted(i));
    }
    pod(server, "after");

    live.until(() -> live.watched.object("Pod/shop/after").isPresent());
    live.until(() -> live.watched.events().size() >= 5_000);
    assertThat(live.watched.count(Kind.core("Event"))).isZero();
    assertThat(live.watched.rejected()).isEmpty();
    assertThat(server.log().timesListed("events")).isEqualTo(1);
  }

  @RepeatedTest(3)
  void anotherCertificateIsRefusedInClearWordsAndTheMapStays() {
    FakeApiServer server = server();
    Live live = read(server, 35).opened();

    server.certificate(FakeTrust.OTHER_SERVER);
    server.dropConnections();
    live.until(() -> live.watched.condition().phase() == Phase.REFUSED);
    assertThat(live.watched.condition().message()).contains("certificate");
    assertThat(live.watched.object("Pod/shop/cart")).isPresent();
    assertThat(live.watched.gone()).isZero();

    pod(server, "later");
    server.certificate(FakeTrust.RENEWED);
    live.until(() -> live.watched.object("Pod/shop/later").isPresent());
    live.until(() -> live.watched.condition().phase() == Phase.CONNECTED);
  }
}
