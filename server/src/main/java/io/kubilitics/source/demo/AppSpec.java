package io.kubilitics.source.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What one app of the company is made of. Immutable; the `with` methods give changed copies.
///
/// @param replicas Pods of a Deployment or StatefulSet; finished Jobs kept of a CronJob
/// @param oldRevisions ReplicaSets without Pods that are kept
/// @param partOf the product it belongs to
/// @param configs ConfigMaps of its own
/// @param secrets Secrets of its own
/// @param borrowed ConfigMaps of other apps of its namespace
/// @param calls hosts of Services it talks to
record AppSpec(
    String namespace,
    String name,
    Shape shape,
    int replicas,
    int oldRevisions,
    String partOf,
    Set<Feature> features,
    List<String> configs,
    List<String> secrets,
    List<String> borrowed,
    List<String> calls,
    Schedule schedule,
    Trouble trouble) {

  /// The kind of workload.
  enum Shape {
    DEPLOYMENT,
    STATEFUL_SET,
    DAEMON_SET,
    CRON_JOB,
    JOB
  }

  /// What an app may have beside its workload.
  enum Feature {
    SERVICE,
    /// The Service also has the older Endpoints object.
    ENDPOINTS,
    /// A HorizontalPodAutoscaler.
    SCALED,
    /// A PodDisruptionBudget.
    BUDGET,
    /// A ServiceAccount of its own.
    ACCOUNT,
    /// A Role for that account.
    ROLE,
    /// A NetworkPolicy that lets in its product and the namespaces of its environment only.
    WALLED,
    /// An Ingress with a Certificate and the Secret that makes.
    PUBLISHED,
    /// An HTTPRoute to the company's Gateway.
    ROUTED,
    /// A ServiceMonitor.
    MONITORED,
    /// A claim that the Pods of a Deployment share.
    VOLUME,
    /// Runs in the network of its Node.
    HOST_NETWORK,
    /// A second container that sends the logs away.
    SIDECAR
  }

  /// How an app is when the story begins.
  enum Trouble {
    NONE,
    /// One Pod of several crashes.
    ONE_CRASHES,
    /// Every Pod runs out of memory again and again.
    OUT_OF_MEMORY,
    NO_SUCH_IMAGE,
    /// The newest revision names a Secret that does not exist.
    MISSING_SECRET,
    /// No Node fits.
    UNSCHEDULABLE,
    /// A Job that gave up.
    GAVE_UP,
    /// Its budget never allows an eviction.
    BUDGET_BLOCKS,
    /// Scaled to zero by a person.
    SCALED_TO_ZERO
  }

  AppSpec {
    features = Set.copyOf(features);
    configs = List.copyOf(configs);
    secrets = List.copyOf(secrets);
    borrowed = List.copyOf(borrowed);
    calls = List.copyOf(calls);
  }

  static AppSpec of(Shape shape, String namespace, String name, int replicas) {
    return new AppSpec(
        namespace,
        name,
        shape,
        replicas,
        0,
        name,
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Schedule.NIGHTLY,
        Trouble.NONE);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  /// The account its Pods run as.
  String account() {
    return has(Feature.ACCOUNT) ? name : "default";
  }

  AppSpec with(Feature... more) {
    Set<Feature> all = EnumSet.noneOf(Feature.class);
    all.addAll(features);
    all.addAll(List.of(more));
    return copy(all, configs, secrets, borrowed, calls, trouble, partOf, oldRevisions, schedule);
  }

  AppSpec with(Trouble trouble) {
    return copy(
        features, configs, secrets, borrowed, calls, trouble, partOf, oldRevisions, schedule);
  }

  AppSpec partOf(String product) {
    return copy(
        features, configs, secrets, borrowed, calls, trouble, product, oldRevisions, schedule);
  }

  AppSpec old(int revisions) {
    return copy(features, configs, secrets, borrowed, calls, trouble, partOf, revisions, schedule);
  }

  AppSpec at(Schedule schedule) {
    return copy(
        features, configs, secrets, borrowed, calls, trouble, partOf, oldRevisions, schedule);
  }

  AppSpec configs(String... names) {
    return copy(
        features,
        List.of(names),
        secrets,
        borrowed,
        calls,
        trouble,
        partOf,
        oldRevisions,
        schedule);
  }

  AppSpec secrets(String... names) {
    return copy(
        features,
        configs,
        List.of(names),
        borrowed,
        calls,
        trouble,
        partOf,
        oldRevisions,
        schedule);
  }

  AppSpec borrows(String... names) {
    return copy(
        features, configs, secrets, List.of(names), calls, trouble, partOf, oldRevisions, schedule);
  }

  AppSpec calls(List<String> hosts) {
    return copy(
        features, configs, secrets, borrowed, hosts, trouble, partOf, oldRevisions, schedule);
  }

  private AppSpec copy(
      Set<Feature> features,
      List<String> configs,
      List<String> secrets,
      List<String> borrowed,
      List<String> calls,
      Trouble trouble,
      String partOf,
      int oldRevisions,
      Schedule schedule) {
    return new AppSpec(
        namespace,
        name,
        shape,
        replicas,
        oldRevisions,
        partOf,
        features,
        configs,
        secrets,
        borrowed,
        calls,
        schedule,
        trouble);
  }
}
