package io.kubilitics.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// JSON of a cluster as API servers send it, for measurements: workloads with a ReplicaSet, Pods of
/// real size (managed fields, status), a Service, its slice, and what they use.
final class SampleCluster {
  private static final int PODS = 10;

  private SampleCluster() {}

  /// About that many objects.
  static List<byte[]> objects(int count) {
    List<byte[]> objects = new ArrayList<>();
    for (int app = 0; objects.size() < count; app++) {
      String name = "app-" + app;
      String namespace = "team-" + app % 50;
      add(objects, "v1", "ConfigMap", name, namespace, "", "\"data\":{\"a\":\"b\",\"c\":\"d\"}");
      add(objects, "v1", "Secret", name, namespace, "", "\"data\":{\"password\":\"aHVudGVyMg==\"}");
      add(
          objects,
          "v1",
          "Service",
          name,
          namespace,
          "",
          "\"spec\":{\"selector\":{\"app\":\"" + name + "\"},\"ports\":[{\"port\":80}]}");
      String template =
          "{\"metadata\":{\"labels\":{\"app\":\"" + name + "\"}},\"spec\":" + podSpec(name) + "}";
      add(
          objects,
          "apps/v1",
          "Deployment",
          name,
          namespace,
          "",
          "\"spec\":{\"replicas\":10,\"template\":" + template + "},\"status\":{\"replicas\":10}");
      add(
          objects,
          "apps/v1",
          "ReplicaSet",
          name + "-x",
          namespace,
          owner("apps/v1", "Deployment", name),
          "\"spec\":{\"replicas\":10,\"template\":" + template + "},\"status\":{\"replicas\":10}");
      for (int pod = 0; pod < PODS; pod++) {
        add(
            objects,
            "v1",
            "Pod",
            name + "-x-" + Integer.toString(app * PODS + pod, 36) + "zzz",
            namespace,
            owner("apps/v1", "ReplicaSet", name + "-x"),
            "\"spec\":"
                + podSpec(name)
                    .replace(
                        "{\"containers\"",
                        "{\"nodeName\":\"worker-" + (app + pod) % 200 + "\",\"containers\"")
                + ",\"status\":{\"phase\":\"Running\",\"podIP\":\"10."
                + app % 200
                + ".0."
                + pod
                + "\",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}],"
                + "\"containerStatuses\":[{\"name\":\"c\",\"ready\":true,\"restartCount\":0}]}");
      }
    }
    return objects;
  }

  private static String owner(String apiVersion, String kind, String name) {
    return "\"ownerReferences\":[{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",\"uid\":\"%s\",\"controller\":true}],"
        .formatted(apiVersion, kind, name, uid(kind + name));
  }

  private static String podSpec(String name) {
    String env = "{\"name\":\"LOG_LEVEL\",\"value\":\"info\"},";
    return "{\"containers\":[{\"name\":\"c\",\"image\":\"registry/"
        + name
        + ":1\",\"env\":["
        + env.repeat(5)
        + "{\"name\":\"DB\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\""
        + name
        + "\",\"key\":\"password\"}}}],\"envFrom\":[{\"configMapRef\":{\"name\":\""
        + name
        + "\"}}],\"resources\":{\"requests\":{\"cpu\":\"100m\",\"memory\":\"64Mi\"}}}],"
        + "\"serviceAccountName\":\"default\",\"tolerations\":[{\"key\":\"a\",\"operator\":\"Exists\"}]}";
  }

  private static String uid(String seed) {
    return java.util.UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void add(
      List<byte[]> objects,
      String apiVersion,
      String kind,
      String name,
      String namespace,
      String owner,
      String rest) {
    String managed =
        "{\"manager\":\"kubelet\",\"operation\":\"Update\",\"fieldsV1\":{\"f:metadata\":{\"f:labels\":{\".\":{},\"f:app\":{}}}}}";
    String json =
        "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\",\"uid\":\"%s\",\"resourceVersion\":\"7\",\"creationTimestamp\":\"2026-11-20T10:00:00Z\",\"labels\":{\"app\":\"%s\"},%s\"managedFields\":[%s,%s]},%s}"
            .formatted(
                apiVersion,
                kind,
                name,
                namespace,
                uid(kind + name),
                name.replaceFirst("-x.*", ""),
                owner,
                managed,
                managed,
                rest);
    objects.add(json.getBytes(StandardCharsets.UTF_8));
  }
}
