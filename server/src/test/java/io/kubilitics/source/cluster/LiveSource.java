package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.source.cluster.connection.ConnectionSettings;
import io.kubilitics.source.cluster.connection.FabricConnection;
import io.kubilitics.source.cluster.credential.Credentials;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// The current context of a kubeconfig as a live source.
public final class LiveSource {
  private LiveSource() {}

  /// One that tries again within seconds what is tried rarely in life.
  static ClusterSource hurried(Path kubeconfig, Catalogue catalogue) {
    Tempo tempo = new Tempo(Live.FAST, Live.FAST_FEED, Clock.systemUTC(), new SplittableRandom());
    return new ClusterSource(true, access(kubeconfig), catalogue, Live::connected, tempo);
  }

  /// One as it is in life.
  public static ClusterSource usual(Path kubeconfig, Catalogue catalogue) {
    return ClusterSource.alive(access(kubeconfig), catalogue, LiveSource::connected);
  }

  static ClusterAccess access(Path kubeconfig) {
    Kubeconfig read = Kubeconfig.read(new KubeconfigFiles(List.of(kubeconfig), true, null));
    return read.access(read.current().orElseThrow());
  }

  private static FabricConnection connected(ClusterAccess access) {
    return new FabricConnection(
        access, Credentials.of(access, InstantSource.system()), ConnectionSettings.usual("live"));
  }
}
