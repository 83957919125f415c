package io.kubilitics.export.svg;

import static io.kubilitics.export.svg.BlockSketch.block;

import io.kubilitics.model.ClusterId;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The namespace of the visual reference, placed by hand: three apps with what they use, a nightly
/// job, one app scaled to zero, one that crashes, a database with claims, objects without
/// relations.
final class ShopDrawing {
  static final Rect FRAME = new Rect(0, 0, 1528, 824);
  static final Instant MOMENT = Instant.parse("2026-11-20T10:00:07Z");

  private ShopDrawing() {}

  static Drawing at(Level level) {
    return at(level, null);
  }

  static Drawing at(Level level, @Nullable Lit lit) {
    return new Drawing(level, FRAME, FRAME, List.of(region(List.of(frame(level)))), lit);
  }

  /// With the Deployment selected that does not get its Secret.
  static Lit cart() {
    String cart = "Deployment.apps/shop/cart";
    String postgres = "Service/shop/postgres";
    return new Lit(
        ResourceId.parse(cart),
        Stream.of(
                "HorizontalPodAutoscaler.autoscaling/shop/cart",
                "Service/shop/cart",
                "ServiceAccount/shop/cart",
                "ConfigMap/shop/cart-config",
                "Secret/shop/db-password",
                postgres)
            .map(ResourceId::parse)
            .toList(),
        List.of(
            new Route(
                List.of(cart + " calls " + postgres),
                1,
                ResourceId.parse(cart),
                ResourceId.parse(postgres),
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                true,
                "",
                List.of(
                    new Point(602, 540),
                    new Point(602, 564),
                    new Point(196, 564),
                    new Point(196, 604)))),
        List.of(
            new Lit.Pill(
                new Point(445, 564), Label.whole("calls · inferred from env DATABASE_URL")),
            new Lit.Pill(new Point(530, 540), Label.whole("runs on 3 Nodes"))));
  }

  static Region region(List<Frame> frames) {
    return new Region(
        new ClusterId("prod-eu-1"),
        48_211,
        1,
        MOMENT,
        "namespace",
        FRAME,
        List.of("-n", "shop"),
        List.of("EndpointSlices are folded into their Services."),
        true,
        tally(),
        Map.of(
            Category.TRAFFIC,
            12,
            Category.CONFIGURATION,
            19,
            Category.IDENTITY,
            3,
            Category.SCALING,
            2,
            Category.POLICY,
            3,
            Category.STORAGE,
            1,
            Category.EXTENSION,
            1),
        frames,
        List.of());
  }

  static Frame frame(Level level) {
    return new Frame(
        "shop",
        Frame.Type.GROUP,
        FRAME,
        Label.whole("shop"),
        Label.NONE,
        tally(),
        Look.FAILED,
        List.of(),
        blocks(level));
  }

  static Tally tally() {
    return new Tally(
        116,
        Map.of(
            Look.FAILED,
            6,
            Look.DEGRADED,
            1,
            Look.SUSPENDED,
            1,
            Look.MISSING,
            1,
            Look.HEALTHY,
            108));
  }

  private static List<Block> blocks(Level level) {
    return List.of(
        block(
                level,
                "storefront",
                Block.Type.APP,
                new Rect(20, 52, 952, 504),
                "storefront",
                "3 apps · 13 / 14 ready",
                64)
            .simple(
                "Ingress.networking.k8s.io/shop/shop",
                16,
                240,
                "NETWORK",
                "ingress",
                "Ingress · 3 hosts",
                Look.HEALTHY)
            .simple(
                "Certificate.cert-manager.io/shop/web-tls",
                16,
                448,
                "CUSTOM",
                "certificate",
                "Certificate · 71 d",
                Look.HEALTHY)
            .simple(
                "HorizontalPodAutoscaler.autoscaling/shop/web",
                232,
                32,
                "POLICY",
                "autoscaler",
                "HPA · 3 – 12, now 6",
                Look.HEALTHY)
            .simple(
                "Service/shop/web",
                232,
                80,
                "NETWORK",
                "service",
                "Service :80 · 6/6",
                Look.HEALTHY)
            .simple(
                "PodDisruptionBudget.policy/shop/web",
                232,
                128,
                "POLICY",
                "budget",
                "PDB · 2 allowed",
                Look.HEALTHY)
            .simple(
                "Service/shop/catalog",
                232,
                240,
                "NETWORK",
                "service",
                "Service :80 · 4/4",
                Look.HEALTHY)
            .simple(
                "HorizontalPodAutoscaler.autoscaling/shop/cart",
                232,
                352,
                "POLICY",
                "autoscaler",
                "HPA · 3 – 6, now 3",
                Look.HEALTHY)
            .simple(
                "Service/shop/cart",
                232,
                400,
                "NETWORK",
                "service",
                "Service :80 · 3/3",
                Look.HEALTHY)
            .simple(
                "Secret/shop/web-tls",
                232,
                448,
                "CONFIG",
                "secret",
                "Secret · TLS, 71 d",
                Look.PLAIN)
            .workload(
                "Deployment.apps/shop/web",
                456,
                32,
                "WORKLOAD",
                "deployment",
                "Deployment · 12 d",
                Look.HEALTHY,
                8,
                "6/6",
                "2.31.0")
            .generation("r12", "6/6", Look.PLAIN, true)
            .generation("r11", "0", Look.PLAIN, false)
            .generation("r10", "0", Look.PLAIN, false)
            .generation("+ 8", "", Look.PLAIN, false)
            .pod("4kqzt", Look.HEALTHY, "")
            .pod("7mw2d", Look.HEALTHY, "")
            .pod("9xv6c", Look.HEALTHY, "")
            .pod("bt58n", Look.HEALTHY, "")
            .pod("h2r4j", Look.HEALTHY, "")
            .pod("zq7lp", Look.HEALTHY, "")
            .workload(
                "Deployment.apps/shop/catalog",
                456,
                192,
                "WORKLOAD",
                "deployment",
                "Deployment · 12 d",
                Look.HEALTHY,
                5,
                "4/4",
                "1.8.2")
            .generation("r7", "4/4", Look.PLAIN, true)
            .generation("r6", "0", Look.PLAIN, false)
            .generation("r5", "0", Look.PLAIN, false)
            .generation("+ 3", "", Look.PLAIN, false)
            .pod("2fgxk", Look.HEALTHY, "")
            .pod("5nt9w", Look.HEALTHY, "")
            .pod("c6hvd", Look.HEALTHY, "")
            .pod("rj4mz", Look.HEALTHY, "")
            .workload(
                "Deployment.apps/shop/cart",
                456,
                352,
                "WORKLOAD",
                "deployment",
                "ProgressDeadlineExceeded",
                Look.DEGRADED,
                5,
                "3/3",
                "4.2.0")
            .generation("r14", "0/1", Look.FAILED, true)
            .generation("r13", "3/3", Look.PLAIN, true)
            .generation("r12", "0", Look.PLAIN, false)
            .generation("+ 7", "", Look.PLAIN, false)
            .pod("6wrtb", Look.HEALTHY, "")
            .pod("k9d2x", Look.HEALTHY, "")
            .pod("pv84h", Look.HEALTHY, "")
            .pod(
                "q8zkd",
                Look.FAILED,
                "CreateContainerConfigError: secret \"db-password\" not found")
            .simple(
                "ServiceAccount/shop/web",
                768,
                32,
                "IDENTITY",
                "service-account",
                "ServiceAccount",
                Look.PLAIN)
            .simple(
                "ConfigMap/shop/web-config",
                768,
                80,
                "CONFIG",
                "config-map",
                "ConfigMap · 11 keys",
                Look.PLAIN)
            .simple(
                "ConfigMap/shop/web-nginx",
                768,
                128,
                "CONFIG",
                "config-map",
                "ConfigMap · 2 keys",
                Look.PLAIN)
            .simple(
                "ConfigMap/shop/feature-flags",
                768,
                192,
                "CONFIG",
                "config-map",
                "ConfigMap · 24 keys",
                Look.PLAIN)
            .simple(
                "ConfigMap/shop/catalog-config",
                768,
                240,
                "CONFIG",
                "config-map",
                "ConfigMap · 9 keys",
                Look.PLAIN)
            .simple(
                "Secret/shop/catalog-api-key",
                768,
                288,
                "CONFIG",
                "secret",
                "Secret · 1 key",
                Look.PLAIN)
            .simple(
                "ServiceAccount/shop/cart",
                768,
                352,
                "IDENTITY",
                "service-account",
                "ServiceAccount",
                Look.PLAIN)
            .simple(
                "ConfigMap/shop/cart-config",
                768,
                400,
                "CONFIG",
                "config-map",
                "ConfigMap · 7 keys",
                Look.PLAIN)
            .simple(
                "Secret/shop/db-password",
                768,
                448,
                "CONFIG",
                "secret",
                "Secret · missing",
                Look.MISSING)
            .route(
                "Ingress.networking.k8s.io/shop/shop",
                "routes",
                "Service/shop/web",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "routes",
                184,
                260,
                212,
                260,
                212,
                100,
                232,
                100)
            .route(
                "Ingress.networking.k8s.io/shop/shop",
                "routes",
                "Service/shop/catalog",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "",
                184,
                260,
                232,
                260)
            .route(
                "Ingress.networking.k8s.io/shop/shop",
                "routes",
                "Service/shop/cart",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "",
                184,
                260,
                212,
                260,
                212,
                420,
                232,
                420)
            .route(
                "Ingress.networking.k8s.io/shop/shop",
                "terminates-tls-with",
                "Secret/shop/web-tls",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "tls",
                184,
                272,
                200,
                272,
                200,
                460,
                232,
                460)
            .route(
                "Certificate.cert-manager.io/shop/web-tls",
                "refers-to",
                "Secret/shop/web-tls",
                Category.EXTENSION,
                EdgeState.RESOLVED,
                true,
                "refers",
                184,
                476,
                232,
                476)
            .route(
                "HorizontalPodAutoscaler.autoscaling/shop/web",
                "scales",
                "Deployment.apps/shop/web",
                Category.SCALING,
                EdgeState.RESOLVED,
                false,
                "scales",
                400,
                52,
                456,
                52)
            .route(
                "Service/shop/web",
                "selects",
                "Deployment.apps/shop/web",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "selects",
                400,
                100,
                456,
                100)
            .route(
                "PodDisruptionBudget.policy/shop/web",
                "protects",
                "Deployment.apps/shop/web",
                Category.POLICY,
                EdgeState.RESOLVED,
                false,
                "protects",
                400,
                148,
                456,
                148)
            .route(
                "Service/shop/catalog",
                "selects",
                "Deployment.apps/shop/catalog",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "selects",
                400,
                260,
                456,
                260)
            .route(
                "HorizontalPodAutoscaler.autoscaling/shop/cart",
                "scales",
                "Deployment.apps/shop/cart",
                Category.SCALING,
                EdgeState.RESOLVED,
                false,
                "scales",
                400,
                372,
                456,
                372)
            .route(
                "Service/shop/cart",
                "selects",
                "Deployment.apps/shop/cart",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "selects",
                400,
                420,
                456,
                420)
            .route(
                "Deployment.apps/shop/web",
                "runs-as",
                "ServiceAccount/shop/web",
                Category.IDENTITY,
                EdgeState.RESOLVED,
                false,
                "runs-as",
                708,
                52,
                768,
                52)
            .route(
                "Deployment.apps/shop/web",
                "uses-config",
                "ConfigMap/shop/web-config",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "uses",
                708,
                100,
                768,
                100)
            .route(
                "Deployment.apps/shop/web",
                "uses-config",
                "ConfigMap/shop/web-nginx",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                708,
                100,
                748,
                100,
                748,
                148,
                768,
                148)
            .route(
                "Deployment.apps/shop/web",
                "uses-config",
                "ConfigMap/shop/feature-flags",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                708,
                100,
                748,
                100,
                748,
                212,
                768,
                212)
            .route(
                "Deployment.apps/shop/catalog",
                "uses-config",
                "ConfigMap/shop/feature-flags",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "uses",
                708,
                260,
                736,
                260,
                736,
                212,
                768,
                212)
            .route(
                "Deployment.apps/shop/catalog",
                "uses-config",
                "ConfigMap/shop/catalog-config",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                708,
                260,
                768,
                260)
            .route(
                "Deployment.apps/shop/catalog",
                "uses-secret",
                "Secret/shop/catalog-api-key",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                708,
                260,
                736,
                260,
                736,
                308,
                768,
                308)
            .route(
                "Deployment.apps/shop/cart",
                "runs-as",
                "ServiceAccount/shop/cart",
                Category.IDENTITY,
                EdgeState.RESOLVED,
                false,
                "runs-as",
                708,
                372,
                768,
                372)
            .route(
                "Deployment.apps/shop/cart",
                "uses-config",
                "ConfigMap/shop/cart-config",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "uses",
                708,
                420,
                768,
                420)
            .route(
                "Deployment.apps/shop/cart",
                "uses-secret",
                "Secret/shop/db-password",
                Category.CONFIGURATION,
                EdgeState.MISSING,
                false,
                "",
                708,
                420,
                736,
                420,
                736,
                468,
                768,
                468)
            .done(),
        block(
                level,
                "report",
                Block.Type.APP,
                new Rect(988, 52, 520, 156),
                "report",
                "1 app · nightly at 02:00",
                9)
            .workload(
                "CronJob.batch/shop/report",
                16,
                32,
                "WORKLOAD",
                "cron-job",
                "CronJob · next in 11 h",
                Look.HEALTHY,
                4,
                "3/3",
                "0 2 * * *")
            .generation("8 h", "", Look.DONE, true)
            .generation("32 h", "", Look.DONE, false)
            .generation("56 h", "", Look.DONE, false)
            .pod("x2m4t", Look.DONE, "")
            .pod("b7wqc", Look.DONE, "")
            .pod("8kd5v", Look.DONE, "")
            .simple(
                "ConfigMap/shop/report-queries",
                328,
                40,
                "CONFIG",
                "config-map",
                "ConfigMap · 5 keys",
                Look.PLAIN)
            .simple(
                "Secret/shop/report-s3", 328, 88, "CONFIG", "secret", "Secret · 2 keys", Look.PLAIN)
            .route(
                "CronJob.batch/shop/report",
                "uses-config",
                "ConfigMap/shop/report-queries",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "uses",
                268,
                60,
                328,
                60)
            .route(
                "CronJob.batch/shop/report",
                "uses-secret",
                "Secret/shop/report-s3",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                268,
                60,
                308,
                60,
                308,
                108,
                328,
                108)
            .done(),
        block(
                level,
                "mailer",
                Block.Type.APP,
                new Rect(988, 224, 520, 156),
                "mailer",
                "1 app · scaled to zero",
                7)
            .workload(
                "Deployment.apps/shop/mailer",
                16,
                32,
                "WORKLOAD",
                "deployment",
                "Scaled to zero by j.ortiz",
                Look.SUSPENDED,
                2,
                "0/0",
                "0.9.4")
            .generation("r4", "0", Look.PLAIN, true)
            .generation("r3", "0", Look.PLAIN, false)
            .generation("r2", "0", Look.PLAIN, false)
            .generation("+ 1", "", Look.PLAIN, false)
            .simple(
                "ConfigMap/shop/mail-templates",
                328,
                40,
                "CONFIG",
                "config-map",
                "ConfigMap · 18 keys",
                Look.PLAIN)
            .simple("Secret/shop/smtp", 328, 88, "CONFIG", "secret", "Secret · 3 keys", Look.PLAIN)
            .route(
                "Deployment.apps/shop/mailer",
                "uses-config",
                "ConfigMap/shop/mail-templates",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "uses",
                268,
                60,
                328,
                60)
            .route(
                "Deployment.apps/shop/mailer",
                "uses-secret",
                "Secret/shop/smtp",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                268,
                60,
                308,
                60,
                308,
                108,
                328,
                108)
            .done(),
        block(
                level,
                "loose",
                Block.Type.LOOSE,
                new Rect(988, 396, 520, 160),
                "Without relations",
                "7 objects",
                7)
            .row(
                "ConfigMap/shop/kube-root-ca.crt",
                16,
                32,
                "CONFIG",
                "config-map",
                "ConfigMap",
                Look.PLAIN)
            .row(
                "ServiceAccount/shop/default",
                264,
                32,
                "IDENTITY",
                "service-account",
                "ServiceAccount",
                Look.PLAIN)
            .row(
                "Secret/shop/sh.helm.release.v1.shop.v12",
                16,
                60,
                "CONFIG",
                "secret",
                "Secret",
                Look.PLAIN)
            .row(
                "ResourceQuota/shop/shop-quota",
                264,
                60,
                "POLICY",
                "quota",
                "ResourceQuota",
                Look.PLAIN)
            .row("LimitRange/shop/shop-limits", 16, 88, "POLICY", "rule", "LimitRange", Look.PLAIN)
            .row(
                "NetworkPolicy.networking.k8s.io/shop/default-deny",
                264,
                88,
                "POLICY",
                "network-policy",
                "all 21 Pods",
                Look.PLAIN)
            .row(
                "ConfigMap/shop/legacy-banners",
                16,
                116,
                "CONFIG",
                "config-map",
                "ConfigMap",
                Look.PLAIN)
            .done(),
        block(
                level,
                "postgres",
                Block.Type.APP,
                new Rect(20, 572, 736, 232),
                "postgres",
                "1 app · 3 / 3 ready",
                18)
            .simple(
                "Service/shop/postgres",
                16,
                32,
                "NETWORK",
                "service",
                "Service :5432 · 3/3",
                Look.HEALTHY)
            .simple(
                "Service/shop/postgres-hl",
                16,
                80,
                "NETWORK",
                "service",
                "Service · headless",
                Look.HEALTHY)
            .simple(
                "PodDisruptionBudget.policy/shop/postgres",
                16,
                128,
                "POLICY",
                "budget",
                "PDB · 1 allowed",
                Look.HEALTHY)
            .simple(
                "NetworkPolicy.networking.k8s.io/shop/postgres-from-apps",
                16,
                176,
                "POLICY",
                "network-policy",
                "NetPol · 3 peers",
                Look.PLAIN)
            .stateful(
                "StatefulSet.apps/shop/postgres",
                240,
                52,
                "WORKLOAD",
                "stateful-set",
                "StatefulSet · 88 d",
                Look.HEALTHY,
                4,
                "3/3",
                "17.4")
            .pod("postgres-0", Look.HEALTHY, "", "data 50Gi", "4f1c")
            .pod("postgres-1", Look.HEALTHY, "", "data 50Gi", "9a07")
            .pod("postgres-2", Look.HEALTHY, "", "data 50Gi", "d2e8")
            .simple(
                "ConfigMap/shop/postgres-conf",
                552,
                32,
                "CONFIG",
                "config-map",
                "ConfigMap · 3 keys",
                Look.PLAIN)
            .simple(
                "Secret/shop/postgres-auth",
                552,
                80,
                "CONFIG",
                "secret",
                "Secret · 2 keys",
                Look.PLAIN)
            .simple(
                "ServiceAccount/shop/postgres",
                552,
                128,
                "IDENTITY",
                "service-account",
                "ServiceAccount",
                Look.PLAIN)
            .route(
                "Service/shop/postgres",
                "selects",
                "StatefulSet.apps/shop/postgres",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "selects",
                184,
                52,
                220,
                52,
                220,
                112,
                240,
                112)
            .route(
                "Service/shop/postgres-hl",
                "selects",
                "StatefulSet.apps/shop/postgres",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "selects",
                184,
                100,
                208,
                100,
                208,
                124,
                240,
                124)
            .route(
                "StatefulSet.apps/shop/postgres",
                "headless-of",
                "Service/shop/postgres-hl",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "",
                240,
                124,
                208,
                124,
                208,
                100,
                184,
                100)
            .route(
                "PodDisruptionBudget.policy/shop/postgres",
                "protects",
                "StatefulSet.apps/shop/postgres",
                Category.POLICY,
                EdgeState.RESOLVED,
                false,
                "protects",
                184,
                148,
                240,
                148)
            .route(
                "NetworkPolicy.networking.k8s.io/shop/postgres-from-apps",
                "governs-network",
                "StatefulSet.apps/shop/postgres",
                Category.POLICY,
                EdgeState.RESOLVED,
                false,
                "governs",
                184,
                196,
                208,
                196,
                208,
                172,
                240,
                172)
            .route(
                "StatefulSet.apps/shop/postgres",
                "uses-config",
                "ConfigMap/shop/postgres-conf",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "uses",
                492,
                100,
                532,
                100,
                532,
                52,
                552,
                52)
            .route(
                "StatefulSet.apps/shop/postgres",
                "uses-secret",
                "Secret/shop/postgres-auth",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                492,
                100,
                552,
                100)
            .route(
                "StatefulSet.apps/shop/postgres",
                "runs-as",
                "ServiceAccount/shop/postgres",
                Category.IDENTITY,
                EdgeState.RESOLVED,
                false,
                "runs-as",
                492,
                148,
                552,
                148)
            .done(),
        block(
                level,
                "search",
                Block.Type.APP,
                new Rect(772, 572, 736, 232),
                "search",
                "1 app · 0 / 1 ready",
                11)
            .simple(
                "Service/shop/search",
                16,
                80,
                "NETWORK",
                "service",
                "No ready endpoint",
                Look.FAILED)
            .workload(
                "Deployment.apps/shop/search",
                240,
                32,
                "WORKLOAD",
                "deployment",
                "CrashLoopBackOff",
                Look.FAILED,
                2,
                "0/1",
                "8.15.1")
            .generation("r5", "0/1", Look.FAILED, true)
            .generation("r4", "0", Look.PLAIN, false)
            .generation("r3", "0", Look.PLAIN, false)
            .generation("+ 1", "", Look.PLAIN, false)
            .pod("m4xqj", Look.FAILED, "CrashLoopBackOff, last: OOMKilled (137), 14 restarts")
            .simple(
                "PersistentVolumeClaim/shop/search-index",
                552,
                32,
                "STORAGE",
                "persistent-volume-claim",
                "PVC 20Gi · pv 7b31",
                Look.HEALTHY)
            .simple(
                "ConfigMap/shop/search-synonyms",
                552,
                80,
                "CONFIG",
                "config-map",
                "ConfigMap · 2 keys",
                Look.PLAIN)
            .simple(
                "Secret/shop/search-auth",
                552,
                128,
                "CONFIG",
                "secret",
                "Secret · 1 key",
                Look.PLAIN)
            .route(
                "Service/shop/search",
                "selects",
                "Deployment.apps/shop/search",
                Category.TRAFFIC,
                EdgeState.RESOLVED,
                false,
                "selects",
                184,
                100,
                240,
                100)
            .route(
                "Deployment.apps/shop/search",
                "mounts",
                "PersistentVolumeClaim/shop/search-index",
                Category.STORAGE,
                EdgeState.RESOLVED,
                false,
                "mounts",
                492,
                52,
                552,
                52)
            .route(
                "Deployment.apps/shop/search",
                "uses-config",
                "ConfigMap/shop/search-synonyms",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "uses",
                492,
                100,
                552,
                100)
            .route(
                "Deployment.apps/shop/search",
                "uses-secret",
                "Secret/shop/search-auth",
                Category.CONFIGURATION,
                EdgeState.RESOLVED,
                false,
                "",
                492,
                100,
                532,
                100,
                532,
                148,
                552,
                148)
            .done());
  }
}
