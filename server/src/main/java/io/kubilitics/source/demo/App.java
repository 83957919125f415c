package io.kubilitics.source.demo;

import io.kubilitics.source.demo.AppSpec.Feature;
import io.kubilitics.source.demo.AppSpec.Shape;
import io.kubilitics.source.demo.AppSpec.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One app of the company: a workload and all that belongs to it. One thread.
final class App {
  private static final long DAY = 86_400;
  private static final String SHARED_VOLUME_SIZE = "20Gi";

  private final AppSpec spec;
  private final Profile profile;
  private final Births births;
  private final Site site;
  private final Workload workload;
  private final List<Part> configs = new ArrayList<>();
  private final List<Part> secrets = new ArrayList<>();
  private final List<Exposure> exposures = new ArrayList<>();

  /// What never changes.
  private final List<Part> fixtures = new ArrayList<>();

  private @Nullable Part autoscaler;
  private @Nullable Part budget;
  private @Nullable Part certificate;
  private @Nullable Part keyPair;
  private boolean busy;

  /// What an app must know of the place it stands in.
  ///
  /// @param addresses hands out the addresses of Services
  record Site(int nodes, String environment, Addresses addresses) {}

  App(AppSpec spec, Births births, Site site) {
    this.spec = spec;
    this.births = births;
    this.site = site;
    this.profile = Profile.of(spec, births);
    this.workload =
        switch (spec.shape()) {
          case DEPLOYMENT -> new Deployment(this, births);
          case STATEFUL_SET -> new StatefulSet(this, births);
          case DAEMON_SET -> new DaemonSet(this, births, site.nodes());
          case CRON_JOB -> new CronJob(this, births);
          case JOB ->
              Job.old(this, births, spec.name(), null, births.now() - 3 * DAY, Pod.Stage.FAILED);
        };
    addExposures();
    addConfiguration();
    addPolicies();
    addPublication();
  }

  private void addExposures() {
    boolean endpoints = spec.has(Feature.ENDPOINTS);
    if (spec.has(Feature.SERVICE)) {
      String address = site.addresses().next();
      exposures.add(new Exposure(this, births, spec.name(), address, endpoints));
    }
    if (spec.shape() == Shape.STATEFUL_SET) {
      exposures.add(new Exposure(this, births, StatefulSet.headlessName(spec), "None", endpoints));
    }
  }

  private void addConfiguration() {
    for (String name : spec.configs()) {
      configs.add(part(Api.CONFIG_MAP, name, part -> ConfigBodies.config(part, this)));
    }
    for (String name : spec.secrets()) {
      secrets.add(part(Api.SECRET, name, part -> ConfigBodies.secret(part, this)));
    }
    if (spec.has(Feature.ACCOUNT)) {
      fixtures.add(part(Api.SERVICE_ACCOUNT, name(), part -> AccessBodies.account(part, labels())));
    }
    if (spec.has(Feature.ROLE)) {
      fixtures.add(part(Api.ROLE, name(), part -> AccessBodies.role(part, this)));
      fixtures.add(
          part(
              Api.ROLE_BINDING,
              name(),
              part ->
                  AccessBodies.boundTo(
                      part,
                      Api.ROLE,
                      name(),
                      Tree.list(AccessBodies.account(spec.namespace(), spec.account())))));
    }
    if (spec.has(Feature.VOLUME)) {
      fixtures.addAll(
          Volumes.claimed(this, births, claimName(), SHARED_VOLUME_SIZE, profile.createdAt()));
    }
  }

  private void addPolicies() {
    if (spec.has(Feature.SCALED) && workload instanceof Deployment deployment) {
      autoscaler =
          part(
              Api.HORIZONTAL_POD_AUTOSCALER,
              name(),
              part -> PolicyBodies.autoscaler(part, this, deployment));
    }
    if (spec.has(Feature.BUDGET)) {
      budget = part(Api.POD_DISRUPTION_BUDGET, name(), part -> PolicyBodies.budget(part, this));
    }
    if (spec.has(Feature.WALLED)) {
      fixtures.add(
          part(
              Api.NETWORK_POLICY,
              name() + "-callers",
              part -> PolicyBodies.wall(part, this, site.environment())));
    }
    if (spec.has(Feature.MONITORED)) {
      fixtures.add(part(Api.SERVICE_MONITOR, name(), part -> PolicyBodies.monitor(part, this)));
    }
  }

  private void addPublication() {
    if (spec.has(Feature.ROUTED)) {
      fixtures.add(
          part(
              Api.HTTP_ROUTE,
              name(),
              part -> EdgeBodies.route(part, EdgeBodies.host(this), name(), null, true)));
    }
    if (!spec.has(Feature.PUBLISHED)) {
      return;
    }
    String host = EdgeBodies.host(this);
    String secret = name() + "-tls";
    long issuedAt =
        births.now() - DAY * Dice.of(births.seed(), "tls", spec.namespace(), name()).between(1, 55);
    Part ordered =
        new Part(
            births.old(Api.CERTIFICATE, spec.namespace(), secret, issuedAt),
            part -> CertificateBodies.certificate(part, host, secret));
    certificate = ordered;
    keyPair =
        new Part(
            births.old(Api.SECRET, spec.namespace(), secret, issuedAt + 45),
            part -> CertificateBodies.keyPair(part, ordered, host, births.seed()));
    fixtures.add(
        part(
            Api.INGRESS,
            name(),
            part ->
                EdgeBodies.ingress(
                    part, labels(), host, secret, Tree.list(EdgeBodies.path("/", name())))));
  }

  private Part part(Api api, String name, Part.Writer writer) {
    return new Part(births.old(api, spec.namespace(), name, profile.createdAt()), writer);
  }

  AppSpec spec() {
    return spec;
  }

  String name() {
    return spec.name();
  }

  Profile profile() {
    return profile;
  }

  long seed() {
    return births.seed();
  }

  int nodeCount() {
    return site.nodes();
  }

  Workload workload() {
    return workload;
  }

  List<Part> configs() {
    return configs;
  }

  List<Part> secrets() {
    return secrets;
  }

  List<Exposure> exposures() {
    return exposures;
  }

  @Nullable Part autoscaler() {
    return autoscaler;
  }

  @Nullable Part budget() {
    return budget;
  }

  @Nullable Part certificate() {
    return certificate;
  }

  /// The Secret its Certificate makes.
  @Nullable Part keyPair() {
    return keyPair;
  }

  /// The claim that the Pods of a Deployment share.
  String claimName() {
    return name() + "-data";
  }

  /// How many Pods its controller wants.
  int expectedReplicas() {
    return workload instanceof Deployment deployment ? deployment.desired() : spec.replicas();
  }

  int leastReplicas() {
    return Math.max(1, spec.replicas() - spec.replicas() / 2);
  }

  int mostReplicas() {
    return spec.replicas() + Math.max(1, spec.replicas() / 2);
  }

  /// The labels every object of the app has.
  Map<String, Object> labels() {
    return Tree.of(
        "app.kubernetes.io/name",
        name(),
        "app.kubernetes.io/instance",
        name(),
        "app.kubernetes.io/part-of",
        spec.partOf());
  }

  /// The labels by which its Pods are found.
  Map<String, Object> selector() {
    return Tree.of("app.kubernetes.io/name", name(), "app.kubernetes.io/instance", name());
  }

  /// What a planted fault makes is left alone by life, so that it can be found.
  boolean isAlive() {
    return spec.trouble() == Trouble.NONE;
  }

  /// Whether a story about it is being told.
  boolean isBusy() {
    return busy;
  }

  void busy(boolean now) {
    busy = now;
  }

  /// Those that are there, in a fixed order.
  List<ClusterObject> objects() {
    List<Part> parts = new ArrayList<>();
    exposures.forEach(exposure -> parts.addAll(exposure.parts()));
    parts.addAll(configs);
    parts.addAll(secrets);
    for (@Nullable Part one : Arrays.asList(autoscaler, budget, certificate, keyPair)) {
      if (one != null) {
        parts.add(one);
      }
    }
    parts.addAll(fixtures);
    List<ClusterObject> all = new ArrayList<>(workload.objects());
    parts.stream().filter(part -> !part.isGone()).forEach(all::add);
    return all;
  }
}
