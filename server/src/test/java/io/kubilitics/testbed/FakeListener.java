package io.kubilitics.testbed;

import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The socket of a [FakeApiServer], which keeps its port over stops. Calls from one thread at a
/// time.
final class FakeListener {
  private static final int HEADERS = 64 * 1024;

  private final Server server;
  private final ServerConnector connector;
  private final SslContextFactory.Server tls = new SslContextFactory.Server();
  private final FakeDoor door;

  FakeListener(int maxStreams, FakeParts parts) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("fake-api-server");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(
        task -> Thread.ofVirtual().name("fake-api-server-request").start(task));
    server = new Server(threads);
    tls.setKeyStore(FakeTrust.SERVER.keyStore());
    tls.setKeyStorePassword("");
    tls.setTrustStore(FakeTrust.trustStore(FakeTrust.authority()));
    tls.setWantClientAuth(true);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADERS);
    http.setIdleTimeout(0);
    http.addCustomizer(new SecureRequestCustomizer(false));
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
    http2.setMaxConcurrentStreams(maxStreams);
    http2.setStreamIdleTimeout(0);
    http2.setRateControlFactory(new org.eclipse.jetty.io.RateControl.Factory() {});
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol("http/1.1");
    connector =
        new ServerConnector(
            server,
            1,
            1,
            new SslConnectionFactory(tls, alpn.getProtocol()),
            alpn,
            http2,
            new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    connector.setIdleTimeout(0);
    server.addConnector(connector);
    door = new FakeDoor(parts, new FakeConnections());
    server.setHandler(door);
  }

  void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the fake API server does not start", e);
    }
    connector.setPort(connector.getLocalPort());
  }

  int port() {
    return connector.getPort();
  }

  void endAll() {
    door.endAll();
  }

  void drop() {
    List.copyOf(connector.getConnectedEndPoints()).forEach(EndPoint::close);
    door.endAll();
  }

  void stop() {
    try {
      connector.stop();
      door.endAll();
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the fake API server does not stop", e);
    }
  }

  void certificate(FakeTrust shown) {
    try {
      tls.reload(factory -> ((SslContextFactory.Server) factory).setKeyStore(shown.keyStore()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
