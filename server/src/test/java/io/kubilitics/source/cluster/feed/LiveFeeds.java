package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.ExtractionListener;
import io.kubilitics.catalogue.Extractor;
import io.kubilitics.catalogue.TreeTokens;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.connection.ConnectionPace;
import io.kubilitics.source.cluster.connection.ConnectionSettings;
import io.kubilitics.source.cluster.connection.FabricConnection;
import io.kubilitics.source.cluster.credential.Credentials;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import io.kubilitics.testbed.FakeApiServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Feeds over a real connection.
final class LiveFeeds implements AutoCloseable {
  /// So fast that a loaded machine is cut off now and then for no reason.
  static final FeedPace HASTY = FeedPace.DEFAULT.faster(50);

  /// As fast as a loaded machine can bear.
  static final FeedPace QUICK = FeedPace.DEFAULT.faster(8);

  private static final ConnectionPace CONNECTION_PACE =
      new ConnectionPace(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          80,
          1_000,
          10_000);

  private final Catalogue catalogue = Catalogue.builtIn().forCluster();
  private final FabricConnection connection;
  private final ClusterFeeds feeds;

  LiveFeeds(FakeApiServer server, URI address, FeedPace pace, long seed) {
    ClusterAccess access =
        new ClusterAccess(
            "test",
            address,
            new Trust.Authorities(new Pem.Inline(new Hidden(server.caPem()))),
            null,
            null,
            null,
            null,
            new Authorization.Bearer(new Hidden(FakeApiServer.TOKEN)),
            null,
            "default");
    connection =
        new FabricConnection(
            access,
            Credentials.of(access, InstantSource.system()),
            new ConnectionSettings("test/1", CONNECTION_PACE, InstantSource.system(), _ -> null));
    feeds =
        ClusterFeeds.open(
            "test", connection, catalogue, pace, Clock.systemUTC(), new SplittableRandom(seed));
  }

  KindFeed open(FeedOrder order, FeedListener listener) {
    return feeds.open(order, listener);
  }

  /// What the object should be told as.
  @Nullable Resource expected(FeedOrder order, @Nullable Map<String, Object> body) {
    if (body == null) {
      return null;
    }
    Resource[] found = {null};
    Extractor extractor = catalogue.extractor();
    extractor.read(
        TreeTokens.of(body),
        order.kind().kind(),
        order.kind().version(),
        new ExtractionListener() {
          @Override
          public void resource(Resource resource, int line) {
            found[0] = resource;
          }

          @Override
          public void rejected(int line, String reason) {
            throw new AssertionError(reason);
          }
        });
    return found[0];
  }

  boolean holds(FakeApiServer server, FeedOrder order, Iterable<ResourceId> ids, Recorded told) {
    Map<ResourceId, Resource> objects = told.objects();
    int count = 0;
    for (ResourceId id : ids) {
      Resource expected = expected(order, server.get(id));
      count += expected == null ? 0 : 1;
      if (!java.util.Objects.equals(expected, objects.get(id))) {
        return false;
      }
    }
    return objects.size() == count;
  }

  @Override
  public void close() {
    feeds.close();
    connection.close();
  }
}
