package io.kubilitics.api;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.servlet.JavalinServlet;
import io.kubilitics.access.Door;
import io.kubilitics.access.SmallBody;
import io.kubilitics.api.stream.DeltaStream;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Jetty with its limits, the door in front, and Javalin's router behind it. Requests run on
/// virtual threads.
final class WebServer {
  static final int MOST_HEADER_BYTES = 16 * 1024;

  /// Connections on which nothing happens do not keep a server from stopping for longer than this.
  private static final Duration IDLE_WHILE_STOPPING = Duration.ofSeconds(1);

  private static final int MOST_CONNECTIONS = 2_048;
  private static final int PLATFORM_THREADS = 16;
  private static final int RESPONSE_BUFFER_BYTES = 32 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Server server;

  private WebServer(Server server) {
    this.server = server;
  }

  /// Answers on the socket from the moment this returns, and closes it in the end.
  static WebServer start(
      ListenSocket socket,
      Door door,
      Traffic traffic,
      DeltaStream stream,
      List<Endpoint> endpoints,
      Patience patience) {
    QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS, 4);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
    Server server = new Server(threads);
    server.setErrorHandler(new ProblemErrors());
    server.setStopTimeout(patience.drain().toMillis());
    SizeLimitHandler limited = new SizeLimitHandler(SmallBody.MOST_BYTES, -1);
    limited.setHandler(servlets(endpoints));
    server.setHandler(
        new DoorHandler(
            door,
            traffic,
            new GracefulHandler(
                new StreamHandler(server, stream, patience.idle().multipliedBy(2), limited))));
    try {
      ServerConnector connector = connector(server, socket, patience);
      server.addConnector(connector);
      server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
      server.addBean(new SlowHeads(connector, patience.head()));
      server.start();
    } catch (Exception e) {
      new WebServer(server).stop();
      throw new IllegalStateException("the web server does not start", e);
    }
    return new WebServer(server);
  }

  private static ServerConnector connector(Server server, ListenSocket socket, Patience patience)
      throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    http.setOutputBufferSize(RESPONSE_BUFFER_BYTES);
    http.setUriCompliance(UriCompliance.RFC3986);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.addCustomizer(new SecurityHeaders());
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setIdleTimeout(patience.idle().toMillis());
    connector.setShutdownIdleTimeout(IDLE_WHILE_STOPPING.toMillis());
    connector.open(socket.channel());
    return connector;
  }

  private static ServletContextHandler servlets(List<Endpoint> endpoints) {
    Javalin javalin = Javalin.create(config -> configure(config, endpoints));
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    context.setErrorHandler(new ProblemErrors());
    context.addServlet(new ServletHolder(new JavalinServlet(javalin.unsafe)), "/*");
    return context;
  }

  private static void configure(JavalinConfig config, List<Endpoint> endpoints) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.router.ignoreTrailingSlashes = false;
    config.http.maxRequestSize = SmallBody.MOST_BYTES;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.routes.exception(ProblemException.class, WebServer::problem);
    config.routes.exception(Exception.class, WebServer::bug);
    for (Endpoint endpoint : endpoints) {
      String path = endpoint.route().path().toString();
      HandlerType method = HandlerType.findOrCreate(endpoint.route().method());
      config.routes.addHttpHandler(method, path, endpoint.handler());
      if (method.equals(HandlerType.GET)) {
        config.routes.addHttpHandler(HandlerType.HEAD, path, endpoint.handler());
      }
    }
  }

  private static void problem(ProblemException e, Context context) {
    if (e.problem() instanceof Problem.Busy(_, Duration pause)) {
      context.header("Retry-After", String.valueOf(pause.toSeconds()));
    }
    Answer.problem(context, ProblemJson.of(e.problem()));
  }

  private static void bug(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    Answer.problem(context, ProblemJson.ofStatus(500));
  }

  /// Takes no more connections, lets running requests end for as long as patience lasts, then ends.
  void stop() {
    try {
      server.stop();
    } catch (TimeoutException _) {
      LOG.warn("running requests were cut off: the server waited long enough for them");
    } catch (Exception e) {
      LOG.warn("the web server did not stop in order", e);
    }
  }
}
