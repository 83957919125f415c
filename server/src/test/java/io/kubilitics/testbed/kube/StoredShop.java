package io.kubilitics.testbed.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// A cluster of applications as an API server stores it: Deployments with their ReplicaSet, running
/// Pods, Service, EndpointSlice and ConfigMap, over namespaces and nodes. Equal for equal sizes.
/// Objects are as large as in a cluster that controllers and people work on, with the fields that
/// are kept for each of them.
public final class StoredShop {
  /// Of one application, with its Pods.
  private static final int REPLICAS = 10;

  private static final int OBJECTS_OF_AN_APP = REPLICAS + 5;
  private static final int APPS_OF_A_NAMESPACE = 40;
  private static final int PODS_OF_A_NODE = 50;
  private static final String SINCE = "2026-11-20T10:00:00Z";

  private final int apps;
  private final int nodes;
  private final Map<String, String> objects = new LinkedHashMap<>();

  private StoredShop(int size) {
    apps = Math.max(1, size / OBJECTS_OF_AN_APP);
    nodes = Math.max(3, apps * REPLICAS / PODS_OF_A_NODE);
  }

  /// About so many objects, by the keys under which an API server stores them.
  public static Map<String, String> of(int size) {
    StoredShop shop = new StoredShop(size);
    shop.fill();
    return shop.objects;
  }

  /// Where a Pod is asked for: `/api/v1/namespaces/team-000/pods/app-00000-…`.
  public static String path(int pod) {
    return "/api/v1/namespaces/" + namespace(pod / REPLICAS) + "/pods/" + podName(pod);
  }

  /// The name of one of the Pods, counted from 0.
  public static String podName(int pod) {
    return replicaSet(app(pod / REPLICAS)) + "-%05d".formatted(pod % REPLICAS);
  }

  public static String podNamespace(int pod) {
    return namespace(pod / REPLICAS);
  }

  /// How many Pods there are among about so many objects.
  public static int pods(int size) {
    return Math.max(1, size / OBJECTS_OF_AN_APP) * REPLICAS;
  }

  private void fill() {
    for (int node = 0; node < nodes; node++) {
      node("worker-%04d".formatted(node));
    }
    for (int app = 0; app < apps; app += APPS_OF_A_NAMESPACE) {
      namespaceWithAccount(namespace(app));
    }
    for (int app = 0; app < apps; app++) {
      application(app);
    }
  }

  private void node(String name) {
    put(
        "minions/" + name,
        "v1",
        "Node",
        meta(
            "",
            name,
            "\"kubernetes.io/hostname\":\"%s\",\"kubernetes.io/os\":\"linux\"".formatted(name),
            ""),
        """
        "spec":{"podCIDR":"10.0.0.0/24"},
        "status":{"capacity":{"cpu":"64","memory":"256Gi","pods":"500"},
          "allocatable":{"cpu":"64","memory":"256Gi","pods":"500"},
          "conditions":[{"type":"Ready","status":"True","reason":"KubeletReady","lastTransitionTime":"%s"}],
          "nodeInfo":{"kubeletVersion":"v1.36.3","osImage":"Linux","architecture":"amd64"}}\
        """
            .formatted(SINCE));
  }

  private void namespaceWithAccount(String name) {
    put(
        "namespaces/" + name,
        "v1",
        "Namespace",
        meta("", name, "\"kubernetes.io/metadata.name\":\"%s\"".formatted(name), ""),
        "\"spec\":{\"finalizers\":[\"kubernetes\"]},\"status\":{\"phase\":\"Active\"}");
    put(
        "serviceaccounts/" + name + "/default",
        "v1",
        "ServiceAccount",
        meta(name, "default", "", ""),
        "\"automountServiceAccountToken\":true");
  }

  private void application(int number) {
    String namespace = namespace(number);
    String app = app(number);
    String set = replicaSet(app);
    String label = "\"app\":\"" + app + "\"";
    String labels = label + ",\"pod-template-hash\":\"" + hash(app) + "\"";
    put(
        "configmaps/" + namespace + "/" + app,
        "v1",
        "ConfigMap",
        meta(namespace, app, label, ""),
        "\"data\":{\"application.yaml\":\"%s\"}".formatted("log: info; ".repeat(40)));
    put(
        "services/specs/" + namespace + "/" + app,
        "v1",
        "Service",
        meta(namespace, app, label, ""),
        """
        "spec":{"type":"ClusterIP","clusterIP":"None","clusterIPs":["None"],"ipFamilies":["IPv4"],
          "ipFamilyPolicy":"SingleStack","sessionAffinity":"None","internalTrafficPolicy":"Cluster",
          "selector":{%s},"ports":[{"name":"http","port":80,"protocol":"TCP","targetPort":8080}]},
        "status":{"loadBalancer":{}}\
        """
            .formatted(label));
    put(
        "deployments/" + namespace + "/" + app,
        "apps/v1",
        "Deployment",
        meta(namespace, app, label, ""),
        replicas(label, label, app)
            + ",\"status\":{\"observedGeneration\":1,\"replicas\":%1$d,\"updatedReplicas\":%1$d,\"readyReplicas\":%1$d,\"availableReplicas\":%1$d}"
                .formatted(REPLICAS));
    put(
        "replicasets/" + namespace + "/" + set,
        "apps/v1",
        "ReplicaSet",
        meta(namespace, set, labels, owner("apps/v1", "Deployment", namespace, app)),
        replicas(labels, labels, app)
            + ",\"status\":{\"observedGeneration\":1,\"replicas\":%1$d,\"readyReplicas\":%1$d,\"availableReplicas\":%1$d}"
                .formatted(REPLICAS));
    StringBuilder endpoints = new StringBuilder();
    for (int replica = 0; replica < REPLICAS; replica++) {
      int pod = number * REPLICAS + replica;
      pod(namespace, app, pod, labels, owner("apps/v1", "ReplicaSet", namespace, set));
      endpoints.append(replica == 0 ? "" : ",").append(endpoint(namespace, pod));
    }
    put(
        "endpointslices/" + namespace + "/" + app + "-x7k2p",
        "discovery.k8s.io/v1",
        "EndpointSlice",
        meta(
            namespace,
            app + "-x7k2p",
            "\"kubernetes.io/service-name\":\"" + app + "\"",
            owner("v1", "Service", namespace, app)),
        """
        "addressType":"IPv4","ports":[{"name":"http","port":8080,"protocol":"TCP"}],
        "endpoints":[%s]\
        """
            .formatted(endpoints));
  }

  private void pod(String namespace, String app, int pod, String labels, String owner) {
    String name = podName(pod);
    put(
        "pods/" + namespace + "/" + name,
        "v1",
        "Pod",
        meta(namespace, name, labels, owner),
        "\"spec\":"
            + podSpec(app, ",\"nodeName\":\"" + nodeOf(pod) + "\"")
            + """
            ,"status":{"phase":"Running","podIP":"%1$s","hostIP":"10.0.0.1","startTime":"%2$s","qosClass":"Burstable",
              "conditions":[{"type":"PodScheduled","status":"True","lastTransitionTime":"%2$s"},
                {"type":"Initialized","status":"True","lastTransitionTime":"%2$s"},
                {"type":"ContainersReady","status":"True","lastTransitionTime":"%2$s"},
                {"type":"Ready","status":"True","lastTransitionTime":"%2$s"}],
              "containerStatuses":[{"name":"main","image":"registry.example.com/%3$s:1.2.3","imageID":"sha256:%4$s",
                "ready":true,"started":true,"restartCount":0,"state":{"running":{"startedAt":"%2$s"}}}]}\
            """
                .formatted(address(pod), SINCE, app, hash(app).repeat(6)));
  }

  private static String replicas(String selector, String labels, String app) {
    return "\"spec\":{\"replicas\":%d,\"selector\":{\"matchLabels\":{%s}},\"template\":{\"metadata\":{\"labels\":{%s}},\"spec\":%s}}"
        .formatted(REPLICAS, selector, labels, podSpec(app, ""));
  }

  private static String podSpec(String app, String further) {
    return """
    {"containers":[{"name":"main","image":"registry.example.com/%1$s:1.2.3","imagePullPolicy":"IfNotPresent",
      "ports":[{"containerPort":8080,"name":"http","protocol":"TCP"}],
      "env":[{"name":"LEVEL","value":"info"},{"name":"REGION","value":"eu-central-1"}],
      "envFrom":[{"configMapRef":{"name":"%1$s"}}],
      "resources":{"requests":{"cpu":"10m","memory":"16Mi"},"limits":{"memory":"64Mi"}},
      "readinessProbe":{"httpGet":{"path":"/ready","port":"http","scheme":"HTTP"},"timeoutSeconds":1,
        "periodSeconds":10,"successThreshold":1,"failureThreshold":3},
      "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],
     "restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst",
     "serviceAccountName":"default","serviceAccount":"default","securityContext":{},
     "schedulerName":"default-scheduler","enableServiceLinks":true%2$s}\
    """
        .formatted(app, further);
  }

  private String endpoint(String namespace, int pod) {
    return """
    {"addresses":["%s"],"conditions":{"ready":true,"serving":true,"terminating":false},"nodeName":"%s",
     "targetRef":{"kind":"Pod","namespace":"%s","name":"%s","uid":"%s"}}\
    """
        .formatted(
            address(pod),
            nodeOf(pod),
            namespace,
            podName(pod),
            uid("Pod", namespace, podName(pod)));
  }

  private void put(String key, String apiVersion, String kind, String meta, String rest) {
    String uid = uid(kind, key);
    objects.put(
        key,
        "{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"metadata\":{%s,\"uid\":\"%s\"},%s}"
            .formatted(apiVersion, kind, meta, uid, rest));
  }

  /// With the fields of three writers, as they are in a cluster: a third of what it sends.
  private static String meta(String namespace, String name, String labels, String owner) {
    StringBuilder managed = new StringBuilder();
    for (String manager : new String[] {"kube-controller-manager", "kubelet", "kubectl"}) {
      managed
          .append(managed.isEmpty() ? "" : ",")
          .append(
              """
              {"manager":"%s","operation":"Update","apiVersion":"v1","time":"%s","fieldsType":"FieldsV1",
               "fieldsV1":{"f:metadata":{"f:labels":{".":{},"f:app":{}}},"f:spec":{"f:template":{"f:spec":{"f:containers":{}}}},
                "f:status":{"f:conditions":{".":{},"k:{\\"type\\":\\"Ready\\"}":{".":{},"f:status":{},"f:type":{}}}}}}\
              """
                  .formatted(manager, SINCE));
    }
    return "\"name\":\"%s\"%s,\"labels\":{%s},\"creationTimestamp\":\"%s\",\"generation\":1%s,\"managedFields\":[%s]"
        .formatted(
            name,
            namespace.isEmpty() ? "" : ",\"namespace\":\"" + namespace + "\"",
            labels,
            SINCE,
            owner,
            managed);
  }

  private static String owner(String apiVersion, String kind, String namespace, String name) {
    return ",\"ownerReferences\":[{\"apiVersion\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",\"uid\":\"%s\",\"controller\":true,\"blockOwnerDeletion\":true}]"
        .formatted(apiVersion, kind, name, uid(kind, namespace, name));
  }

  private static String uid(String kind, String namespace, String name) {
    String plural =
        switch (kind) {
          case "Service" -> "services/specs";
          case "Pod" -> "pods";
          case "Deployment" -> "deployments";
          case "ReplicaSet" -> "replicasets";
          default -> throw new IllegalArgumentException(kind + " owns nothing here");
        };
    return uid(kind, plural + "/" + namespace + "/" + name);
  }

  private static String uid(String kind, String key) {
    return UUID.nameUUIDFromBytes((kind + " " + key).getBytes(UTF_8)).toString();
  }

  private static String namespace(int app) {
    return "team-%03d".formatted(app / APPS_OF_A_NAMESPACE);
  }

  private static String app(int number) {
    return "app-%05d".formatted(number);
  }

  private static String hash(String app) {
    return "%08x".formatted(app.hashCode());
  }

  private static String replicaSet(String app) {
    return app + "-" + hash(app);
  }

  private String nodeOf(int pod) {
    return "worker-%04d".formatted(pod % nodes);
  }

  private static String address(int pod) {
    return "10.%d.%d.%d".formatted(1 + pod / 62_500, pod / 250 % 250, 1 + pod % 250);
  }
}
