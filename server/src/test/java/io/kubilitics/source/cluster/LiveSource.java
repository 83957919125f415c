package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.source.cluster.connection.ConnectionSettings;
import io.kubilitics.source.cluster.connection.FabricConnection;
import io.kubilitics.source.cluster.credential.Credentials;
import io.kubilitics.source.cluster.feed.FeedPace;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Opens clusters as the product does, with a choice of paces.
public final class LiveSource {
  /// What is tried again rarely is tried again within seconds.
  private static final ClusterPace IMPATIENT =
      new ClusterPace(
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofMinutes(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60));

  /// Forbidden kinds are tried again after a quarter of a minute, silent watches renewed after less.
  private static final FeedPace FAST_FEED = FeedPace.DEFAULT.faster(20);

  private LiveSource() {}

  static ClusterSource of(Path kubeconfig, Catalogue catalogue) {
    Tempo tempo =
        new Tempo(IMPATIENT, FAST_FEED, Clock.systemUTC(), new SplittableRandom());
    return new ClusterSource(true, access(kubeconfig), catalogue, LiveSource::connect, tempo);
  }

  public static ClusterSource usual(Path kubeconfig, Catalogue catalogue) {
    return ClusterSource.alive(access(kubeconfig), catalogue, LiveSource::connect);
  }

  private static ClusterAccess access(Path kubeconfig) {
    Kubeconfig read = Kubeconfig.read(new KubeconfigFiles(List.of(kubeconfig), true, null));
    return read.access(read.current().orElseThrow());
  }

  private static FabricConnection connect(ClusterAccess access) {
    Clock clock = Clock.systemUTC();
    return new FabricConnection(
        access, Credentials.of(access, clock), ConnectionSettings.usual("test"));
  }
}
