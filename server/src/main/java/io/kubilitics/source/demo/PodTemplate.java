package io.kubilitics.source.demo;

import io.kubilitics.source.demo.AppSpec.Feature;
import io.kubilitics.source.demo.AppSpec.Shape;
import io.kubilitics.source.demo.AppSpec.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the spec of an app's Pods, as it stands in the template of its workload.
final class PodTemplate {
  /// The Secret that the planted rollout waits for.
  static final String MISSING_SECRET = "db-password";

  private static final String REGISTRY = "registry.example.com/";
  private static final int CALL_PORT = 80;

  private final App app;
  private final AppSpec spec;
  private final Profile profile;
  private final String tag;

  private PodTemplate(App app, String tag) {
    this.app = app;
    this.spec = app.spec();
    this.profile = app.profile();
    this.tag = tag;
  }

  /// @param newest whether this is the newest revision, which may ask for what older ones did not
  static Map<String, Object> of(App app, String tag, boolean newest) {
    return new PodTemplate(app, tag).write(newest);
  }

  static String image(AppSpec spec, String tag) {
    return REGISTRY + spec.partOf() + "/" + spec.name() + ":" + tag;
  }

  private Map<String, Object> write(boolean newest) {
    boolean once = spec.shape() == Shape.CRON_JOB || spec.shape() == Shape.JOB;
    return Tree.of(
        "volumes",
        Tree.orNothing(volumes()),
        "containers",
        containers(newest),
        "restartPolicy",
        once ? "Never" : "Always",
        "terminationGracePeriodSeconds",
        30,
        "dnsPolicy",
        spec.has(Feature.HOST_NETWORK) ? "ClusterFirstWithHostNet" : "ClusterFirst",
        "nodeSelector",
        spec.trouble() == Trouble.UNSCHEDULABLE ? Tree.of("accelerator", "nvidia-h200") : null,
        "serviceAccountName",
        spec.account(),
        "serviceAccount",
        spec.account(),
        "hostNetwork",
        spec.has(Feature.HOST_NETWORK) ? true : null,
        "securityContext",
        Tree.of("runAsNonRoot", true, "fsGroup", 1000),
        "schedulerName",
        "default-scheduler",
        "tolerations",
        spec.shape() == Shape.DAEMON_SET ? Tree.list(Tree.of("operator", "Exists")) : null,
        "priorityClassName",
        priorityClass(),
        "topologySpreadConstraints",
        spec.replicas() > 2 && !once ? Tree.list(spread()) : null);
  }

  private @Nullable String priorityClass() {
    if (!spec.namespace().equals("kube-system")) {
      return null;
    }
    return spec.shape() == Shape.DAEMON_SET
        ? ClusterFixtures.NODE_CRITICAL
        : ClusterFixtures.CLUSTER_CRITICAL;
  }

  private Map<String, Object> spread() {
    return Tree.of(
        "maxSkew",
        1,
        "topologyKey",
        "topology.kubernetes.io/zone",
        "whenUnsatisfiable",
        "ScheduleAnyway",
        "labelSelector",
        Tree.matching(app.selector()));
  }

  private List<Object> containers(boolean newest) {
    boolean serves = spec.has(Feature.SERVICE);
    Map<String, Object> main =
        Tree.of(
            "name",
            spec.name(),
            "image",
            image(spec, tag),
            "args",
            spec.shape() == Shape.CRON_JOB ? Tree.list("run", "--once") : null,
            "ports",
            serves || spec.has(Feature.MONITORED) || spec.shape() == Shape.STATEFUL_SET
                ? ports()
                : null,
            "envFrom",
            Tree.orNothing(environmentSources()),
            "env",
            environment(newest),
            "resources",
            resources(profile.cpuMillis(), profile.memoryMebibytes()),
            "volumeMounts",
            Tree.orNothing(mounts()),
            "livenessProbe",
            serves ? probe("/livez", 20) : null,
            "readinessProbe",
            serves ? probe("/readyz", 5) : null,
            "terminationMessagePath",
            "/dev/termination-log",
            "terminationMessagePolicy",
            "File",
            "imagePullPolicy",
            "IfNotPresent",
            "securityContext",
            Tree.of(
                "allowPrivilegeEscalation",
                false,
                "readOnlyRootFilesystem",
                true,
                "capabilities",
                Tree.of("drop", Tree.list("ALL"))));
    return Tree.list(main, spec.has(Feature.SIDECAR) ? sidecar() : null);
  }

  private static Map<String, Object> sidecar() {
    return Tree.of(
        "name",
        "log-shipper",
        "image",
        REGISTRY + "platform/log-shipper:3.2.1",
        "env",
        Tree.list(
            Tree.of("name", "NODE_NAME", "valueFrom", field("spec.nodeName")),
            Tree.of("name", "BUFFER", "value", "16Mi")),
        "resources",
        resources(10, 32),
        "terminationMessagePath",
        "/dev/termination-log",
        "terminationMessagePolicy",
        "File",
        "imagePullPolicy",
        "IfNotPresent");
  }

  private List<Object> ports() {
    return Tree.list(
        Tree.of("name", "http", "containerPort", profile.port(), "protocol", "TCP"),
        spec.has(Feature.MONITORED)
            ? Tree.of("name", "metrics", "containerPort", 9464, "protocol", "TCP")
            : null);
  }

  static Map<String, Object> resources(int cpuMillis, int memoryMebibytes) {
    return Tree.of(
        "limits",
        Tree.of("memory", memoryMebibytes * 2 + "Mi"),
        "requests",
        Tree.of("cpu", cpuMillis + "m", "memory", memoryMebibytes + "Mi"));
  }

  private static Map<String, Object> probe(String path, int delay) {
    return Tree.of(
        "httpGet",
        Tree.of("path", path, "port", "http", "scheme", "HTTP"),
        "initialDelaySeconds",
        delay,
        "timeoutSeconds",
        2,
        "periodSeconds",
        10,
        "successThreshold",
        1,
        "failureThreshold",
        3);
  }

  private List<Object> environment(boolean newest) {
    List<Object> all = Tree.list();
    all.add(Tree.of("name", "POD_IP", "valueFrom", field("status.podIP")));
    if (profile.isJvm()) {
      all.add(Tree.of("name", "JAVA_TOOL_OPTIONS", "value", "-XX:MaxRAMPercentage=75"));
    }
    if (!spec.configs().isEmpty()) {
      all.add(from("LOG_LEVEL", "configMapKeyRef", spec.configs().getFirst(), "LOG_LEVEL"));
    }
    if (!spec.secrets().isEmpty()) {
      String secret = spec.secrets().getFirst();
      all.add(from("APP_USER", "secretKeyRef", secret, "username"));
      all.add(from("APP_PASSWORD", "secretKeyRef", secret, "password"));
    }
    if (newest && spec.trouble() == Trouble.MISSING_SECRET) {
      all.add(from("DB_PASSWORD", "secretKeyRef", MISSING_SECRET, "password"));
    }
    for (String host : spec.calls()) {
      String variable = host.substring(0, host.indexOf('.')).replace('-', '_');
      all.add(
          Tree.of(
              "name",
              variable.toUpperCase(Locale.ROOT) + "_URL",
              "value",
              "http://" + host + ":" + CALL_PORT));
    }
    return all;
  }

  private static Map<String, Object> from(String variable, String source, String name, String key) {
    return Tree.of(
        "name", variable, "valueFrom", Tree.of(source, Tree.of("name", name, "key", key)));
  }

  private static Map<String, Object> field(String path) {
    return Tree.of("fieldRef", Tree.of("apiVersion", "v1", "fieldPath", path));
  }

  private List<Object> environmentSources() {
    List<Object> all = Tree.list();
    for (String config : spec.borrowed()) {
      all.add(Tree.of("configMapRef", Tree.name(config)));
    }
    for (String config : rest(spec.configs())) {
      all.add(Tree.of("configMapRef", Tree.name(config)));
    }
    return all;
  }

  private List<Object> mounts() {
    List<Object> all = Tree.list();
    if (!spec.configs().isEmpty()) {
      all.add(Tree.of("name", "config", "mountPath", "/etc/" + spec.name(), "readOnly", true));
    }
    for (String secret : rest(spec.secrets())) {
      all.add(Tree.of("name", secret, "mountPath", "/run/secrets/" + secret, "readOnly", true));
    }
    if (spec.has(Feature.VOLUME) || spec.shape() == Shape.STATEFUL_SET) {
      all.add(Tree.of("name", "data", "mountPath", "/var/lib/" + spec.name()));
    }
    return all;
  }

  private List<Object> volumes() {
    List<Object> all = Tree.list();
    if (!spec.configs().isEmpty()) {
      String config = spec.configs().getFirst();
      all.add(Tree.of("name", "config", "configMap", Tree.of("name", config, "defaultMode", 420)));
    }
    for (String secret : rest(spec.secrets())) {
      all.add(Tree.of("name", secret, "secret", Tree.of("secretName", secret, "defaultMode", 288)));
    }
    if (spec.has(Feature.VOLUME)) {
      all.add(
          Tree.of("name", "data", "persistentVolumeClaim", Tree.of("claimName", app.claimName())));
    }
    return all;
  }

  private static List<String> rest(List<String> names) {
    return names.isEmpty() ? names : names.subList(1, names.size());
  }
}
