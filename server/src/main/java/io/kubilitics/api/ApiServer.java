package io.kubilitics.api;

import io.kubilitics.access.Credentials;
import io.kubilitics.access.Door;
import io.kubilitics.access.Guard;
import io.kubilitics.access.OwnAddresses;
import io.kubilitics.access.RouteTable;
import io.kubilitics.api.stream.DeltaStream;
import io.kubilitics.api.stream.StreamCounters;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The HTTP server. It answers `/livez` from the moment it is open; what it answers about is
/// attached when it is ready. Closing it lets running requests end.
public final class ApiServer implements AutoCloseable {
  static final String BASE = "/api/v1";

  private final ListenSocket socket;
  private final Attached attached;
  private final WebServer web;
  private final DeltaStream stream;
  private boolean closed;

  private ApiServer(ListenSocket socket, Attached attached, WebServer web, DeltaStream stream) {
    this.socket = socket;
    this.attached = attached;
    this.web = web;
    this.stream = stream;
  }

  /// Listens and answers.
  ///
  /// @throws io.kubilitics.problem.ProblemException when it may not or cannot listen there
  public static ApiServer open(HttpSettings settings) {
    return open(settings, Door::guards, Patience.USUAL);
  }

  static ApiServer open(
      HttpSettings settings, Function<OwnAddresses, List<Guard>> guards, Patience patience) {
    return open(settings, guards, patience, StreamSetup.usual(settings.streams()));
  }

  static ApiServer open(
      HttpSettings settings,
      Function<OwnAddresses, List<Guard>> guards,
      Patience patience,
      StreamSetup setup) {
    ListenSocket socket = ListenSocket.bind(settings);
    try {
      return open(socket, settings, guards, patience, setup);
    } catch (RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static ApiServer open(
      ListenSocket socket,
      HttpSettings settings,
      Function<OwnAddresses, List<Guard>> guards,
      Patience patience,
      StreamSetup setup) {
    Attached attached = new Attached();
    Traffic traffic = new Traffic();
    List<Endpoint> endpoints = endpoints(attached, traffic);
    Door door =
        new Door(
            routes(endpoints), settings.credentials(), guards.apply(socket.addresses(settings)));
    DeltaStream stream = stream(attached, settings.credentials(), setup, traffic.stream());
    return new ApiServer(
        socket,
        attached,
        WebServer.start(socket, door, traffic, stream, endpoints, patience),
        stream);
  }

  static DeltaStream stream(
      Attached attached, Credentials credentials, StreamSetup setup, StreamCounters counters) {
    return DeltaStream.open(
        new OpenClusters(attached),
        new ViewText(),
        credentials::identify,
        setup.channels().apply(new StreamChannels(attached)),
        setup.pace(),
        setup.limits(),
        counters);
  }

  static List<Endpoint> endpoints(Attached attached, Traffic traffic) {
    HealthRoutes health = new HealthRoutes(attached);
    return Stream.of(
            StaticRoutes.endpoints(BASE),
            StreamRoute.endpoints(BASE),
            health.endpoints(""),
            health.endpoints(BASE),
            new MetricsRoute(attached, traffic).endpoints(BASE),
            new ClusterRoutes(attached).endpoints(BASE),
            new EventRoutes(attached).endpoints(BASE),
            new BodyRoutes(attached).endpoints(BASE),
            new TopologyRoutes(attached).endpoints(BASE),
            new DrawingRoutes(attached).endpoints(BASE),
            new ExportRoutes(attached, BASE).endpoints(BASE),
            new ResourceRoutes(attached).endpoints(BASE),
            new FindingRoutes(attached).endpoints(BASE),
            new PathRoutes(attached).endpoints(BASE),
            new ImpactRoutes(attached).endpoints(BASE),
            new SearchRoutes(attached).endpoints(BASE))
        .flatMap(List::stream)
        .toList();
  }

  static RouteTable routes(List<Endpoint> endpoints) {
    return new RouteTable(endpoints.stream().map(Endpoint::route).toList());
  }

  /// From here on the server answers about this. It is not closed with the server.
  public void attach(Served served) {
    attached.set(served);
    served.fleet().beforeClosing(_ -> stream.lookAround());
  }

  public int port() {
    return socket.port();
  }

  /// The address to open on this machine, without the token.
  public String url() {
    return socket.url();
  }

  /// Takes no new requests, waits for running ones for at most ten seconds. Closing it again does
  /// nothing.
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      stream.close();
      web.stop();
    }
  }
}
