package io.kubilitics.source.demo;

import static io.kubilitics.source.demo.AppSpec.Feature.ACCOUNT;
import static io.kubilitics.source.demo.AppSpec.Feature.BUDGET;
import static io.kubilitics.source.demo.AppSpec.Feature.ENDPOINTS;
import static io.kubilitics.source.demo.AppSpec.Feature.HOST_NETWORK;
import static io.kubilitics.source.demo.AppSpec.Feature.MONITORED;
import static io.kubilitics.source.demo.AppSpec.Feature.PUBLISHED;
import static io.kubilitics.source.demo.AppSpec.Feature.ROLE;
import static io.kubilitics.source.demo.AppSpec.Feature.ROUTED;
import static io.kubilitics.source.demo.AppSpec.Feature.SCALED;
import static io.kubilitics.source.demo.AppSpec.Feature.SERVICE;
import static io.kubilitics.source.demo.AppSpec.Feature.SIDECAR;
import static io.kubilitics.source.demo.AppSpec.Feature.VOLUME;
import static io.kubilitics.source.demo.AppSpec.Feature.WALLED;

import io.kubilitics.source.demo.Addition.Plot;
import io.kubilitics.source.demo.AppSpec.Shape;
import io.kubilitics.source.demo.AppSpec.Trouble;
import io.kubilitics.source.demo.Space.Style;
import java.util.List;

/// The part of the company that was written by hand, in the order in which a growing cluster gets
/// it. A shop that sells, what it needs, and the platform beneath.
final class Company {
  static final Plot KUBE_SYSTEM = Plot.system("kube-system");
  static final Plot SHOP = Plot.of("shop", "shop", Style.PLAIN);
  static final Plot EDGE = Plot.of("edge", "platform", Style.PLAIN);

  private static final Plot PAYMENTS = Plot.of("payments", "payments", Style.FURNISHED);
  private static final Plot DATA = Plot.of("data", "data", Style.FURNISHED);
  private static final Plot IDENTITY = Plot.of("identity", "identity", Style.FURNISHED);
  private static final Plot MONITORING = Plot.of("monitoring", "platform", Style.PLAIN);
  private static final Plot CERT_MANAGER = Plot.of("cert-manager", "platform", Style.PLAIN);

  private final Births births;
  private final ClusterFixtures fixtures;

  Company(Births births) {
    this.births = births;
    this.fixtures = new ClusterFixtures(births);
  }

  /// What every cluster has, however small: most of the planted faults are here.
  List<Addition> core() {
    return List.of(
        Addition.parts(Plot.system("default"), Planted.apiServer(births)),
        Addition.parts(Plot.system("kube-node-lease"), List.of()),
        Addition.parts(KUBE_SYSTEM, fixtures.core()),
        Addition.apps(
                KUBE_SYSTEM,
                deployment(KUBE_SYSTEM, "coredns", 2).with(SERVICE, ENDPOINTS).configs("coredns"),
                daemon(KUBE_SYSTEM, "kube-proxy").with(HOST_NETWORK))
            .with(Planted.storageSecret(births)),
        Addition.apps(
                SHOP,
                deployment(SHOP, "web", 3)
                    .partOf("storefront")
                    .with(SERVICE, SCALED)
                    .configs("web-config")
                    .calls(hosts("cart.shop", "search.shop")),
                deployment(SHOP, "cart", 2)
                    .partOf("storefront")
                    .with(SERVICE)
                    .old(1)
                    .with(Trouble.MISSING_SECRET),
                deployment(SHOP, "search", 1).with(SERVICE).with(Trouble.OUT_OF_MEMORY),
                deployment(SHOP, "gift-cards", 1).with(Trouble.NO_SUCH_IMAGE),
                deployment(SHOP, "visual-search", 1).with(Trouble.UNSCHEDULABLE),
                AppSpec.of(Shape.STATEFUL_SET, "shop", "sessions", 1)
                    .with(BUDGET)
                    .with(Trouble.BUDGET_BLOCKS),
                AppSpec.of(Shape.JOB, "shop", "backfill-prices", 1).with(Trouble.GAVE_UP))
            .with(Planted.inShop(births)),
        Addition.parts(EDGE, Planted.atTheEdge(births)));
  }

  List<Addition> rest() {
    return List.of(
        Addition.parts(EDGE, Planted.granted(births, fixtures.grants())),
        Addition.apps(
            SHOP,
            deployment(SHOP, "catalog", 8)
                .partOf("storefront")
                .with(SERVICE, ENDPOINTS, ROUTED, BUDGET)
                .configs("catalog-config", "feature-flags")
                .secrets("catalog-api-key")
                .old(2),
            set(SHOP, "postgres", 3)
                .with(SERVICE, BUDGET, ACCOUNT, WALLED)
                .configs("postgres-conf")
                .secrets("postgres-auth"),
            deployment(SHOP, "orders", 10)
                .partOf("storefront")
                .with(SERVICE, SCALED, BUDGET, ACCOUNT, ROLE)
                .configs("orders-config")
                .secrets("orders-db")
                .borrows("feature-flags")
                .calls(hosts("postgres.shop", "catalog.shop"))
                .old(2),
            deployment(SHOP, "mailer", 2)
                .configs("mail-templates")
                .secrets("smtp")
                .old(2)
                .with(Trouble.SCALED_TO_ZERO)),
        Addition.apps(
            SHOP,
            cron(SHOP, "report", 3, Schedule.NIGHTLY)
                .configs("report-queries")
                .secrets("report-s3"),
            cron(SHOP, "stock-sync", 3, Schedule.everyMinutes(15))
                .calls(hosts("catalog.shop"))
                .secrets("stock-ftp")),
        Addition.apps(
                MONITORING,
                set(MONITORING, "prometheus", 2)
                    .with(SERVICE, ACCOUNT, BUDGET)
                    .configs("prometheus-rules")
                    .secrets("remote-write"),
                daemon(MONITORING, "node-exporter").with(ACCOUNT, HOST_NETWORK, MONITORED),
                deployment(MONITORING, "alertmanager", 3)
                    .with(SERVICE, BUDGET)
                    .configs("alert-routes")
                    .secrets("pagerduty"))
            .with(fixtures.monitoring()),
        Addition.apps(
                CERT_MANAGER,
                deployment(CERT_MANAGER, "cert-manager", 1)
                    .with(ACCOUNT, ROLE, SERVICE)
                    .secrets("letsencrypt-account"),
                deployment(CERT_MANAGER, "cert-manager-webhook", 2).with(SERVICE, ACCOUNT, BUDGET))
            .with(fixtures.certificates()),
        Addition.apps(
            PAYMENTS,
            deployment(PAYMENTS, "checkout-api", 16)
                .partOf("checkout")
                .with(SERVICE, ENDPOINTS, SCALED, BUDGET, ACCOUNT, MONITORED, PUBLISHED, WALLED)
                .configs("checkout-config")
                .secrets("stripe-keys")
                .calls(hosts("orders.shop", "ledger.payments", "fraud-scorer.payments"))
                .old(2),
            set(PAYMENTS, "ledger", 3)
                .with(SERVICE, BUDGET, WALLED)
                .configs("ledger-conf")
                .secrets("ledger-auth"),
            deployment(PAYMENTS, "fraud-scorer", 14)
                .with(SERVICE, SCALED, MONITORED, SIDECAR)
                .configs("fraud-config", "fraud-model")
                .secrets("feature-store")
                .calls(hosts("kafka.data"))
                .old(2)),
        Addition.apps(
            PAYMENTS,
            deployment(PAYMENTS, "webhook-relay", 4)
                .with(SERVICE, ACCOUNT)
                .configs("relay-config")
                .secrets("relay-hmac")
                .old(1),
            deployment(PAYMENTS, "refunds", 8)
                .partOf("checkout")
                .with(SERVICE, BUDGET)
                .configs("refunds-config")
                .secrets("stripe-keys-eu")
                .calls(hosts("ledger.payments"))
                .old(2),
            cron(PAYMENTS, "settle", 3, Schedule.daily(245))
                .configs("settle-config")
                .secrets("bank-sftp")),
        Addition.apps(
            DATA,
            set(DATA, "kafka", 5)
                .with(SERVICE, ENDPOINTS, BUDGET, ACCOUNT, MONITORED, WALLED)
                .configs("kafka-conf")
                .secrets("kafka-auth"),
            set(DATA, "redis", 3).with(SERVICE, BUDGET).configs("redis-conf").secrets("redis-auth"),
            set(DATA, "minio", 4).with(SERVICE, BUDGET).secrets("minio-root"),
            deployment(DATA, "schema-registry", 3)
                .with(SERVICE)
                .configs("registry-env")
                .calls(hosts("kafka.data"))
                .old(2),
            deployment(DATA, "connect", 10)
                .with(SERVICE, SCALED, SIDECAR)
                .configs("connectors")
                .secrets("sink-s3")
                .calls(hosts("kafka.data", "schema-registry.data", "minio.data"))
                .old(2),
            cron(DATA, "topics-gc", 2, Schedule.hourly(17)).configs("gc-rules")),
        Addition.apps(
            EDGE,
            deployment(EDGE, "ingress-nginx", 8)
                .with(SERVICE, SCALED, BUDGET, ACCOUNT, ROLE, MONITORED)
                .configs("nginx-conf", "headers")
                .old(2),
            deployment(EDGE, "rate-limiter", 6)
                .with(SERVICE, SCALED, BUDGET)
                .configs("limits")
                .calls(hosts("redis.data"))
                .old(2)),
        Addition.apps(
            IDENTITY,
            set(IDENTITY, "keycloak", 2)
                .with(SERVICE, BUDGET, PUBLISHED)
                .configs("keycloak-realm")
                .secrets("keycloak-admin", "keycloak-db"),
            deployment(IDENTITY, "users-api", 9)
                .with(SERVICE, ENDPOINTS, SCALED, BUDGET, ACCOUNT, ROUTED)
                .configs("users-config")
                .secrets("users-db")
                .calls(hosts("keycloak.identity", "redis.data"))
                .old(2),
            deployment(IDENTITY, "oauth2-proxy", 4)
                .with(SERVICE)
                .configs("proxy-config")
                .secrets("proxy-cookie")
                .calls(hosts("keycloak.identity"))
                .old(1)),
        Addition.apps(
                KUBE_SYSTEM,
                daemon(KUBE_SYSTEM, "cilium").with(ACCOUNT, HOST_NETWORK).configs("cilium-config"),
                deployment(KUBE_SYSTEM, "metrics-server", 2).with(SERVICE, ACCOUNT, BUDGET).old(1))
            .with(fixtures.metrics()),
        Addition.parts(KUBE_SYSTEM, fixtures.classes()),
        Addition.apps(
            MONITORING,
            deployment(MONITORING, "grafana", 3)
                .with(SERVICE, PUBLISHED, VOLUME, ACCOUNT)
                .configs("datasources", "dashboards")
                .secrets("grafana-admin")
                .calls(hosts("prometheus.monitoring", "loki.monitoring"))
                .old(2),
            set(MONITORING, "loki", 3)
                .with(SERVICE, BUDGET)
                .configs("loki-config")
                .secrets("loki-s3"),
            daemon(MONITORING, "log-agent").with(ACCOUNT).configs("log-agent-config")),
        Addition.apps(
            KUBE_SYSTEM,
            daemon(KUBE_SYSTEM, "csi-rbd-node").with(ACCOUNT, HOST_NETWORK),
            deployment(KUBE_SYSTEM, "cluster-autoscaler", 1).with(ACCOUNT, ROLE).old(1)));
  }

  private static AppSpec deployment(Plot plot, String name, int replicas) {
    return AppSpec.of(Shape.DEPLOYMENT, plot.name(), name, replicas);
  }

  private static AppSpec set(Plot plot, String name, int replicas) {
    return AppSpec.of(Shape.STATEFUL_SET, plot.name(), name, replicas);
  }

  private static AppSpec daemon(Plot plot, String name) {
    return AppSpec.of(Shape.DAEMON_SET, plot.name(), name, 1);
  }

  private static AppSpec cron(Plot plot, String name, int kept, Schedule schedule) {
    return AppSpec.of(Shape.CRON_JOB, plot.name(), name, kept).at(schedule);
  }

  private static List<String> hosts(String... services) {
    return List.of(services).stream().map(service -> service + ".svc.cluster.local").toList();
  }
}
