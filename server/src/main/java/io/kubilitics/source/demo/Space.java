package io.kubilitics.source.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A namespace with what its team put into it beside apps. One thread.
final class Space {
  /// The ConfigMap that the control plane puts into every namespace.
  static final String ROOT_CERTIFICATE = "kube-root-ca.crt";

  /// Namespaces with this label may call the apps of their environment that are walled in.
  static final String CALLER_LABEL = "network.example.com/caller";

  /// Namespaces with this label may attach routes to the Gateway.
  static final String GATEWAY_LABEL = "gateway.example.com/attach";

  private static final long DAY = 86_400;
  private static final long AUTHORITY_YEARS_SECONDS = 10 * 365 * DAY;

  /// What a namespace is furnished with.
  enum Style {
    /// Kubernetes' own.
    SYSTEM,
    /// A few apps, no rules.
    PLAIN,
    /// Quota, limits, a default policy, the team's rights and its registry's password.
    FURNISHED
  }

  private final Births births;
  private final String name;
  private final String team;
  private final String environment;
  private final Style style;
  private final Part namespace;
  private final @Nullable Part quota;
  private final List<Part> fixtures = new ArrayList<>();
  private final List<App> apps = new ArrayList<>();
  private boolean caller;

  Space(Births births, String name, String team, String environment, Style style) {
    this.births = births;
    this.name = name;
    this.team = team;
    this.environment = environment;
    this.style = style;
    this.caller = Dice.of(births.seed(), "caller", name).chance(40);
    namespace = new Part(births.old(Api.NAMESPACE, "", name, createdAt()), this::namespace);
    fixtures.add(part(Api.SERVICE_ACCOUNT, "default", this::defaultAccount));
    fixtures.add(part(Api.CONFIG_MAP, ROOT_CERTIFICATE, this::rootCertificate));
    quota = style == Style.FURNISHED ? part(Api.RESOURCE_QUOTA, "quota", this::quota) : null;
    if (style == Style.FURNISHED) {
      furnish();
    }
  }

  private void furnish() {
    fixtures.add(part(Api.LIMIT_RANGE, "limits", Space::limits));
    fixtures.add(part(Api.NETWORK_POLICY, "default-deny", this::defaultDeny));
    fixtures.add(part(Api.SECRET, "registry", this::registry));
    fixtures.add(
        part(
            Api.ROLE_BINDING,
            "team-edit",
            part ->
                AccessBodies.boundTo(
                    part,
                    Api.CLUSTER_ROLE,
                    "edit",
                    Tree.list(AccessBodies.group("team-" + team)))));
  }

  private Part part(Api api, String partName, Part.Writer writer) {
    return new Part(births.old(api, name, partName, createdAt() + 1), writer);
  }

  private long createdAt() {
    return births.now() - 720 * DAY - Dice.of(births.seed(), "space", name).below((int) (60 * DAY));
  }

  String name() {
    return name;
  }

  String team() {
    return team;
  }

  String environment() {
    return environment;
  }

  Style style() {
    return style;
  }

  Part namespace() {
    return namespace;
  }

  /// Its ResourceQuota, which counts the Pods; null where none is set.
  @Nullable Part quota() {
    return quota;
  }

  List<App> apps() {
    return apps;
  }

  void add(App app) {
    apps.add(app);
  }

  void add(Part fixture) {
    fixtures.add(fixture);
  }

  /// Turns the label that lets it call others on or off.
  void flipCaller(long now) {
    caller = !caller;
    namespace.edit(now);
  }

  /// Without those of its apps, in a fixed order.
  List<ClusterObject> objects() {
    List<ClusterObject> all = new ArrayList<>();
    all.add(namespace);
    all.addAll(fixtures);
    if (quota != null) {
      all.add(quota);
    }
    return all;
  }

  private Map<String, Object> namespace(Part part) {
    Draft draft = part.draft().label("kubernetes.io/metadata.name", name);
    if (style != Style.SYSTEM) {
      draft
          .label("team", team)
          .label("environment", environment)
          .label(CALLER_LABEL, String.valueOf(caller))
          .label(GATEWAY_LABEL, "true")
          .label("pod-security.kubernetes.io/warn", "restricted");
    }
    return draft.with(
        "spec",
        Tree.of("finalizers", Tree.list("kubernetes")),
        "status",
        Tree.of("phase", "Active"));
  }

  private Map<String, Object> defaultAccount(Part part) {
    return part.draft()
        .with(
            "imagePullSecrets", style == Style.FURNISHED ? Tree.list(Tree.name("registry")) : null);
  }

  private Map<String, Object> rootCertificate(Part part) {
    long createdAt = namespace.identity().createdAt();
    return part.draft()
        .annotation(
            "kubernetes.io/description",
            "Contains a CA bundle that can be used to verify the kube-apiserver when using"
                + " internal endpoints such as the internal service IP or kubernetes.default.svc.")
        .with(
            "data",
            Tree.of(
                "ca.crt",
                Certificates.pem(
                    Dice.of(births.seed(), "authority"),
                    "kubernetes",
                    createdAt,
                    createdAt + AUTHORITY_YEARS_SECONDS)));
  }

  private static Map<String, Object> limits(Part part) {
    return part.draft()
        .with(
            "spec",
            Tree.of(
                "limits",
                Tree.list(
                    Tree.of(
                        "type",
                        "Container",
                        "default",
                        Tree.of("memory", "512Mi"),
                        "defaultRequest",
                        Tree.of("cpu", "50m", "memory", "128Mi")))));
  }

  /// Lets in the own namespace only; what serves others has a policy of its own.
  private Map<String, Object> defaultDeny(Part part) {
    Map<String, Object> own = Tree.matching(Tree.of("kubernetes.io/metadata.name", name));
    return part.draft()
        .with(
            "spec",
            Tree.of(
                "podSelector",
                Tree.of(),
                "policyTypes",
                Tree.list("Ingress"),
                "ingress",
                Tree.list(Tree.of("from", Tree.list(Tree.of("namespaceSelector", own))))));
  }

  private Map<String, Object> registry(Part part) {
    String auth =
        ConfigBodies.base64(team + ":" + Dice.of(births.seed(), "registry", name).letters(20));
    return part.draft()
        .with(
            "data",
            Tree.of(
                ".dockerconfigjson",
                ConfigBodies.base64(
                    "{\"auths\":{\"registry.example.com\":{\"auth\":\"" + auth + "\"}}}")),
            "type",
            "kubernetes.io/dockerconfigjson");
  }

  private Map<String, Object> quota(Part part) {
    long most = 0;
    long pods = 0;
    long cpuMillis = 0;
    long mebibytes = 0;
    for (App app : apps) {
      most += 4L * app.spec().replicas() + 10;
      long counted = app.workload().pods().stream().filter(pod -> !pod.stage().isOver()).count();
      boolean sidecar = app.spec().has(AppSpec.Feature.SIDECAR);
      pods += counted;
      cpuMillis += counted * (app.profile().cpuMillis() + (sidecar ? 10 : 0));
      mebibytes += counted * (app.profile().memoryMebibytes() + (sidecar ? 32 : 0));
    }
    Map<String, Object> hard =
        Tree.of(
            "pods",
            String.valueOf(most),
            "requests.cpu",
            String.valueOf(most),
            "requests.memory",
            2 * most + "Gi");
    return part.draft()
        .with(
            "spec",
            Tree.of("hard", hard),
            "status",
            Tree.of(
                "hard",
                hard,
                "used",
                Tree.of(
                    "pods",
                    String.valueOf(pods),
                    "requests.cpu",
                    cpuMillis + "m",
                    "requests.memory",
                    mebibytes + "Mi")));
  }
}
