package io.kubilitics.source.cluster.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.kubilitics.testbed.FakeTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server that knows HTTP/1.1 only, with or without TLS: it answers `hello`, in gzip to who takes
/// that, and keeps the headers it was sent.
final class PlainServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();

  private PlainServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  static PlainServer start() throws IOException {
    return new PlainServer(HttpServer.create(loopback(), 0));
  }

  static PlainServer withTls() throws IOException, GeneralSecurityException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    return new PlainServer(server);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static SSLContext context() throws GeneralSecurityException {
    KeyStore store = EmptyKeyStore.open();
    store.setKeyEntry(
        "server",
        Certificates.privateKey(FakeTrust.SERVER.key()),
        new char[0],
        Certificates.certificates(FakeTrust.SERVER.certificate()).toArray(X509Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// The headers of each request, by their names in lower case.
  List<Map<String, List<String>>> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    asked.add(headers);
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
    if (headers.getOrDefault("Accept-Encoding", List.of()).contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      hello = packed(hello);
    }
    exchange.sendResponseHeaders(200, hello.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(hello);
    }
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
