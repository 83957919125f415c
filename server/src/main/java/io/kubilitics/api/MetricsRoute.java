package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.api.stream.StreamCounters;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Figures for Prometheus. The registry is made when somebody asks for the first time: a desktop
/// never does.
final class MetricsRoute {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Attached attached;
  private final Traffic traffic;
  private @Nullable Registry registry;

  MetricsRoute(Attached attached, Traffic traffic) {
    this.attached = attached;
    this.traffic = traffic;
  }

  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(Route.get("/metrics", Access.READER), this::scrape),
        Endpoint.of(Route.get(base + "/metrics", Access.READER), this::scrape));
  }

  private void scrape(Context context, QueryText query, Caller caller) throws IOException {
    Registry scraped = registry();
    scraped.refresh(attached.known(), traffic);
    Answer.stream(context, TEXT, scraped.prometheus::scrape);
  }

  private synchronized Registry registry() {
    if (registry == null) {
      registry = new Registry(traffic.stream());
    }
    return registry;
  }

  /// The meters of one server.
  private static final class Registry {
    private final PrometheusMeterRegistry prometheus =
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge nodes =
        MultiGauge.builder("kubilitics.topology.nodes").register(prometheus);
    private final MultiGauge edges =
        MultiGauge.builder("kubilitics.topology.edges").register(prometheus);
    private final MultiGauge revisions =
        MultiGauge.builder("kubilitics.topology.revision").register(prometheus);

    private final Set<Traffic.Answered> metered = ConcurrentHashMap.newKeySet();

    Registry(StreamCounters stream) {
      Gauge.builder("kubilitics.stream.clients", stream.clients()::get).register(prometheus);
      Gauge.builder("kubilitics.stream.subscriptions", stream.subscriptions()::get)
          .register(prometheus);
      Gauge.builder("kubilitics.stream.channels", stream.channels()::get).register(prometheus);
      Gauge.builder("kubilitics.stream.cache.bytes", stream.cachedBytes()::get)
          .register(prometheus);
      counter("kubilitics.stream.messages", stream.messages());
      counter("kubilitics.stream.bytes", stream.bytes());
      counter("kubilitics.stream.snapshots", stream.snapshots());
      counter("kubilitics.stream.cache.hits", stream.cacheHits());
      counter("kubilitics.stream.cache.misses", stream.cacheMisses());
      counter("kubilitics.stream.stalled", stream.stalled());
      new JvmMemoryMetrics().bindTo(prometheus);
      new JvmThreadMetrics().bindTo(prometheus);
      new UptimeMetrics().bindTo(prometheus);
      ManagementFactory.getGarbageCollectorMXBeans().forEach(this::collector);
    }

    /// Micrometer's own meters need a module of the JDK that the runtime leaves out; without it
    /// they stay 0 and say so in the log.
    private void collector(GarbageCollectorMXBean collector) {
      FunctionTimer.builder(
              "jvm.gc.collections",
              collector,
              GarbageCollectorMXBean::getCollectionCount,
              GarbageCollectorMXBean::getCollectionTime,
              TimeUnit.MILLISECONDS)
          .tag("collector", collector.getName())
          .register(prometheus);
    }

    private void counter(String name, LongAdder sum) {
      FunctionCounter.builder(name, sum, LongAdder::sum).register(prometheus);
    }

    void refresh(List<Session> sessions, Traffic traffic) {
      nodes.register(
          rows(sessions, session -> session.topology().nodeCount(Viewer.EVERYTHING)), true);
      edges.register(
          rows(sessions, session -> session.topology().edgeCount(Viewer.EVERYTHING)), true);
      revisions.register(rows(sessions, session -> session.topology().revision()), true);
      traffic.sums().forEach(this::meter);
    }

    private void meter(Traffic.Answered answered, Traffic.Sum sum) {
      if (!metered.add(answered)) {
        return;
      }
      FunctionTimer.builder(
              "kubilitics.http.requests",
              sum,
              Traffic.Sum::count,
              each -> each.total(TimeUnit.NANOSECONDS),
              TimeUnit.NANOSECONDS)
          .tag("route", answered.route())
          .tag("status", Integer.toString(answered.status()))
          .register(prometheus);
    }

    private static List<Row<?>> rows(List<Session> sessions, ToLongFunction<Session> figure) {
      return sessions.stream().<Row<?>>map(session -> row(session, figure)).toList();
    }

    private static Row<?> row(Session session, ToLongFunction<Session> figure) {
      return Row.of(Tags.of("cluster", session.cluster().value()), figure.applyAsLong(session));
    }
  }
}
