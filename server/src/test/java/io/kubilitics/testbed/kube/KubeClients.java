package io.kubilitics.testbed.kube;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/// A client for each user, with the tokens of now, while the API server runs. One thread opens and
/// closes them; the clients may be used by any.
final class KubeClients implements AutoCloseable {
  private final URI server;
  private final ClusterKeys keys;
  private final Map<KubeUser, KubeClient> clients = new EnumMap<>(KubeUser.class);

  KubeClients(URI server, ClusterKeys keys) {
    this.server = server;
    this.keys = keys;
  }

  KubeClient of(KubeUser user) {
    KubeClient client = clients.get(user);
    if (client == null) {
      throw new IllegalStateException("the API server is not running");
    }
    return client;
  }

  /// Whether the API server answers; from then on there are clients.
  boolean openIfReady() throws InterruptedException {
    try {
      if (clients.isEmpty()) {
        for (KubeUser user : KubeUser.values()) {
          clients.put(user, new KubeClient(server, keys.trust(), keys.token(user)));
        }
      }
      return of(KubeUser.ADMIN).ask("/readyz").status() == 200;
    } catch (IOException _) {
      // Not listening yet, or its certificate is half written.
      close();
      return false;
    }
  }

  @Override
  public void close() {
    clients.values().forEach(KubeClient::close);
    clients.clear();
  }
}
