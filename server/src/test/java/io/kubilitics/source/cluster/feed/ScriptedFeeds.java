package io.kubilitics.source.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import java.time.Duration;
import java.util.SplittableRandom;

/// Feeds of a server that answers by hand, in a time that passes by hand.
final class ScriptedFeeds implements AutoCloseable {
  final ScriptedServer server = new ScriptedServer();
  final Recorded told = new Recorded();
  final TestTime time = new TestTime();
  final Catalogue catalogue = Catalogue.builtIn().forCluster();
  private final ClusterFeeds feeds;

  ScriptedFeeds(FeedPace pace) {
    feeds =
        ClusterFeeds.open(
            "test", server, catalogue, pace, time, time::nanos, new SplittableRandom(1));
  }

  KindFeed open(FeedOrder order) {
    return feeds.open(order, told);
  }

  KindFeed open(FeedOrder order, FeedListener listener) {
    return feeds.open(order, listener);
  }

  /// A feed of Pods that has listed these and watches from 10 on.
  ScriptedReply openWatch(String... pods) throws InterruptedException {
    KindFeed _ = open(FeedOrder.watched(Objects.PODS));
    return firstWatch(pods);
  }

  /// Answers the first list and waits for the watch.
  ScriptedReply firstWatch(String... pods) throws InterruptedException {
    server.next("sendInitialEvents").refuse(422, "not offered");
    server.next("?resourceVersion=0").reply(Objects.list(10, pods));
    ScriptedReply watch = server.next("&resourceVersion=10").ok().awaitDrained();
    told.awaitKnowledge("synced");
    return watch;
  }

  /// The line has found the server back.
  void serverIsBack() {
    feeds.serverIsBack();
  }

  /// Lets time pass until the feed says that it is out of date; nothing may be asked.
  void passUntilStale() throws InterruptedException {
    told.await(() -> {
      time.pass(Duration.ofSeconds(1));
      return told.lastKnowledge().startsWith("stale");
    });
  }

  /// Ends the feeds; nothing wrong may have been told, and nothing is told afterwards.
  @Override
  public void close() {
    feeds.close();
    told.close();
    assertThat(told.wrong()).isEmpty();
  }
}
