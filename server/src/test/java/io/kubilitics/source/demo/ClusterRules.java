package io.kubilitics.source.demo;

import static io.kubilitics.source.demo.Bodies.each;
import static io.kubilitics.source.demo.Bodies.find;
import static io.kubilitics.source.demo.Bodies.id;
import static io.kubilitics.source.demo.Bodies.isOver;
import static io.kubilitics.source.demo.Bodies.isReady;
import static io.kubilitics.source.demo.Bodies.namespace;
import static io.kubilitics.source.demo.Bodies.number;
import static io.kubilitics.source.demo.Bodies.text;
import static io.kubilitics.source.demo.Bodies.texts;
import static io.kubilitics.source.demo.Bodies.uid;

import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// What holds in every cluster whose controllers have done their work.
final class ClusterRules {
  private final ClusterState cluster;
  private final Map<String, List<Map<String, Object>>> pods;
  private final Map<String, List<Map<String, Object>>> owned = new HashMap<>();
  private final List<String> violations = new ArrayList<>();

  private ClusterRules(ClusterState cluster) {
    this.cluster = cluster;
    this.pods = cluster.pods();
    for (Map<String, Object> body : cluster.all()) {
      for (Map<String, ?> owner : each(body, "metadata", "ownerReferences")) {
        owned.computeIfAbsent(text(owner, "uid"), _ -> new ArrayList<>()).add(body);
      }
    }
  }

  /// One sentence for everything that is not as it should be.
  static List<String> violations(ClusterState cluster) {
    ClusterRules rules = new ClusterRules(cluster);
    rules.identities();
    rules.owners();
    cluster.all(Api.POD).forEach(rules::pod);
    rules.addresses();
    cluster.all(Api.REPLICA_SET).forEach(rules::replicaSet);
    cluster.all(Api.DEPLOYMENT).forEach(rules::deployment);
    cluster.all(Api.STATEFUL_SET).forEach(rules::statefulSet);
    cluster.all(Api.DAEMON_SET).forEach(rules::daemonSet);
    cluster.all(Api.JOB).forEach(rules::job);
    cluster.all(Api.CRON_JOB).forEach(rules::cronJob);
    cluster.all(Api.ENDPOINT_SLICE).forEach(rules::slice);
    cluster.all(Api.ENDPOINTS).forEach(rules::endpoints);
    cluster.all(Api.POD_DISRUPTION_BUDGET).forEach(rules::budget);
    cluster.all(Api.HORIZONTAL_POD_AUTOSCALER).forEach(rules::autoscaler);
    cluster.all(Api.PERSISTENT_VOLUME_CLAIM).forEach(rules::claim);
    cluster.all(Api.RESOURCE_QUOTA).forEach(rules::quota);
    cluster.all(Api.ROLE_BINDING).forEach(rules::binding);
    cluster.all(Api.CLUSTER_ROLE_BINDING).forEach(rules::binding);
    cluster.all(Api.CERTIFICATE).forEach(rules::certificate);
    return rules.violations;
  }

  private void check(boolean holds, Map<String, ?> body, String message) {
    if (!holds) {
      violations.add(id(body) + ": " + message);
    }
  }

  private void same(Object expected, Object actual, Map<String, ?> body, String what) {
    check(expected.equals(actual), body, what + " is " + actual + " and should be " + expected);
  }

  private void there(Api api, String namespace, String name, Map<String, ?> body) {
    ResourceId id = new ResourceId(api.kind(), namespace, name);
    boolean planted = id.toString().equals("Secret/shop/db-password");
    check(
        cluster.get(id).isPresent() || cluster.wasDeleted(id) || planted,
        body,
        id + " is not there");
  }

  private void identities() {
    Set<String> uids = new HashSet<>();
    for (Map<String, Object> body : cluster.all()) {
      String uid = uid(body);
      check(UUID.fromString(uid).toString().equals(uid), body, "uid " + uid + " is not canonical");
      check(UUID.fromString(uid).version() == 4, body, "uid " + uid + " is not random");
      check(uids.add(uid), body, "uid " + uid + " is used twice");
      if (!namespace(body).isEmpty()) {
        there(Api.NAMESPACE, "", namespace(body), body);
      }
    }
  }

  private void owners() {
    for (Map<String, Object> body : cluster.all()) {
      for (Map<String, ?> owner : each(body, "metadata", "ownerReferences")) {
        ResourceId named =
            new ResourceId(
                Bodies.kind(text(owner, "apiVersion"), text(owner, "kind")),
                text(owner, "kind").equals("Node") ? "" : namespace(body),
                text(owner, "name"));
        String uid = cluster.get(named).map(Bodies::uid).orElse("missing");
        same(uid, text(owner, "uid"), body, "the uid of its owner " + named);
      }
    }
  }

  private void pod(Map<String, Object> pod) {
    String namespace = namespace(pod);
    String node = text(pod, "spec", "nodeName");
    if (!node.isEmpty()) {
      there(Api.NODE, "", node, pod);
    }
    there(Api.SERVICE_ACCOUNT, namespace, text(pod, "spec", "serviceAccountName"), pod);
    Map<String, Object> spec = Bodies.map(pod.get("spec"));
    named(spec, "configMapKeyRef", "name").forEach(n -> there(Api.CONFIG_MAP, namespace, n, pod));
    named(spec, "configMapRef", "name").forEach(n -> there(Api.CONFIG_MAP, namespace, n, pod));
    named(spec, "configMap", "name").forEach(n -> there(Api.CONFIG_MAP, namespace, n, pod));
    named(spec, "secretKeyRef", "name").forEach(n -> there(Api.SECRET, namespace, n, pod));
    named(spec, "secret", "secretName").forEach(n -> there(Api.SECRET, namespace, n, pod));
    named(spec, "persistentVolumeClaim", "claimName")
        .forEach(n -> there(Api.PERSISTENT_VOLUME_CLAIM, namespace, n, pod));
    String priorityClass = text(pod, "spec", "priorityClassName");
    if (!priorityClass.isEmpty()) {
      int value =
          cluster
              .get(Api.PRIORITY_CLASS, "", priorityClass)
              .map(found -> number(found, "value"))
              .orElse(-1);
      same(value, number(pod, "spec", "priority"), pod, "its priority");
    }
  }

  private static List<String> named(Map<String, Object> spec, String field, String name) {
    return Bodies.anywhere(spec, field).map(value -> text(Bodies.map(value), name)).toList();
  }

  private void addresses() {
    Map<String, String> users = new HashMap<>();
    for (Map<String, Object> pod : cluster.all(Api.POD)) {
      String address = text(pod, "status", "podIP");
      boolean own = !text(pod, "spec", "hostNetwork").equals("true");
      if (own && !address.isEmpty()) {
        String other = users.put(address, id(pod).toString());
        check(other == null, pod, "has the address of " + other);
      }
    }
  }

  private List<Map<String, Object>> ownedPods(Map<String, ?> owner) {
    return owned.getOrDefault(uid(owner), List.of()).stream()
        .filter(body -> id(body).kind().equals(Api.POD.kind()))
        .toList();
  }

  private static int ready(Collection<Map<String, Object>> pods) {
    return (int) pods.stream().filter(Bodies::isReady).count();
  }

  private void replicaSet(Map<String, Object> set) {
    List<Map<String, Object>> own = ownedPods(set);
    same(own.size(), number(set, "spec", "replicas"), set, "spec.replicas");
    same(own.size(), number(set, "status", "replicas"), set, "status.replicas");
    same(ready(own), number(set, "status", "readyReplicas"), set, "status.readyReplicas");
    selectsItsTemplate(set);
    for (Map<String, Object> pod : own) {
      check(
          ClusterState.matches(texts(set, "spec", "selector", "matchLabels"), pod),
          set,
          "does not select its own " + id(pod));
    }
  }

  private void selectsItsTemplate(Map<String, Object> workload) {
    Map<String, String> labels = texts(workload, "spec", "template", "metadata", "labels");
    Map<String, String> selector = texts(workload, "spec", "selector", "matchLabels");
    check(
        labels.entrySet().containsAll(selector.entrySet()),
        workload,
        "does not select its own template");
  }

  private void deployment(Map<String, Object> deployment) {
    List<Map<String, Object>> sets = owned.getOrDefault(uid(deployment), List.of());
    int total = sets.stream().mapToInt(set -> number(set, "status", "replicas")).sum();
    int ready = sets.stream().mapToInt(set -> number(set, "status", "readyReplicas")).sum();
    String revision = revision(deployment);
    List<Map<String, Object>> newest =
        sets.stream().filter(set -> revision(set).equals(revision)).toList();
    same(1, newest.size(), deployment, "the count of its ReplicaSets of revision " + revision);
    int updated = newest.stream().mapToInt(set -> number(set, "status", "replicas")).sum();
    same(total, number(deployment, "status", "replicas"), deployment, "status.replicas");
    same(ready, number(deployment, "status", "readyReplicas"), deployment, "readyReplicas");
    same(updated, number(deployment, "status", "updatedReplicas"), deployment, "updatedReplicas");
    int old = number(deployment, "spec", "revisionHistoryLimit");
    check(
        sets.stream().filter(set -> ownedPods(set).isEmpty()).count() <= old + 1L,
        deployment,
        "keeps more revisions than it may");
    selectsItsTemplate(deployment);
  }

  private static String revision(Map<String, ?> body) {
    return text(body, "metadata", "annotations", "deployment.kubernetes.io/revision");
  }

  private void statefulSet(Map<String, Object> set) {
    List<Map<String, Object>> own = ownedPods(set);
    same(number(set, "spec", "replicas"), own.size(), set, "the count of its Pods");
    same(ready(own), number(set, "status", "readyReplicas"), set, "status.readyReplicas");
    there(Api.SERVICE, namespace(set), text(set, "spec", "serviceName"), set);
    selectsItsTemplate(set);
  }

  private void daemonSet(Map<String, Object> set) {
    List<Map<String, Object>> own = ownedPods(set);
    Set<String> nodes = new TreeSet<>();
    own.forEach(pod -> nodes.add(text(pod, "spec", "nodeName")));
    same(cluster.all(Api.NODE).size(), nodes.size(), set, "the count of Nodes it runs on");
    same(ready(own), number(set, "status", "numberReady"), set, "status.numberReady");
  }

  private void job(Map<String, Object> job) {
    List<Map<String, Object>> own = ownedPods(job);
    Map<String, Integer> phases = new TreeMap<>();
    own.forEach(pod ->
        phases.merge(isOver(pod) ? text(pod, "status", "phase") : "active", 1, Integer::sum));
    same(phases.getOrDefault("active", 0), number(job, "status", "active"), job, "active");
    same(phases.getOrDefault("Succeeded", 0), number(job, "status", "succeeded"), job, "succeeded");
    same(phases.getOrDefault("Failed", 0), number(job, "status", "failed"), job, "failed");
  }

  private void cronJob(Map<String, Object> cron) {
    List<Map<String, Object>> jobs = owned.getOrDefault(uid(cron), List.of());
    List<String> active =
        jobs.stream()
            .filter(job -> number(job, "status", "active") > 0)
            .map(Bodies::uid)
            .sorted()
            .toList();
    List<String> said =
        each(cron, "status", "active").stream().map(job -> text(job, "uid")).sorted().toList();
    same(active, said, cron, "status.active");
    check(
        jobs.size() <= number(cron, "spec", "successfulJobsHistoryLimit") + 1,
        cron,
        "keeps " + jobs.size() + " Jobs");
  }

  private void slice(Map<String, Object> slice) {
    String service = text(slice, "metadata", "labels", "kubernetes.io/service-name");
    Map<String, String> selector = selectorOf(namespace(slice), service);
    if (selector.isEmpty()) {
      return;
    }
    Map<String, String> said = new TreeMap<>();
    for (Map<String, ?> endpoint : each(slice, "endpoints")) {
      said.put(
          text(endpoint, "targetRef", "uid"),
          text(endpoint, "conditions", "ready")
              + find(endpoint, "addresses").orElseThrow()
              + text(endpoint, "nodeName"));
    }
    Map<String, String> expected = new TreeMap<>();
    for (Map<String, Object> pod : listed(namespace(slice), selector)) {
      expected.put(
          uid(pod),
          isReady(pod)
              + List.of(text(pod, "status", "podIP")).toString()
              + text(pod, "spec", "nodeName"));
    }
    same(expected, said, slice, "what it lists");
  }

  private void endpoints(Map<String, Object> endpoints) {
    Map<String, String> selector = selectorOf(namespace(endpoints), id(endpoints).name());
    Set<String> ready = new TreeSet<>();
    Set<String> notReady = new TreeSet<>();
    for (Map<String, ?> subset : each(endpoints, "subsets")) {
      each(subset, "addresses").forEach(one -> ready.add(text(one, "targetRef", "uid")));
      each(subset, "notReadyAddresses").forEach(one -> notReady.add(text(one, "targetRef", "uid")));
    }
    Set<String> expected = new TreeSet<>();
    Set<String> expectedNot = new TreeSet<>();
    for (Map<String, Object> pod : listed(namespace(endpoints), selector)) {
      (isReady(pod) ? expected : expectedNot).add(uid(pod));
    }
    same(expected, ready, endpoints, "its addresses");
    same(expectedNot, notReady, endpoints, "its notReadyAddresses");
  }

  private Map<String, String> selectorOf(String namespace, String service) {
    return cluster
        .get(Api.SERVICE, namespace, service)
        .map(found -> texts(found, "spec", "selector"))
        .orElse(Map.of());
  }

  /// The Pods that match and have an address.
  private List<Map<String, Object>> listed(String namespace, Map<String, String> selector) {
    return selected(namespace, selector).stream()
        .filter(pod -> !text(pod, "status", "podIP").isEmpty() && !isOver(pod))
        .toList();
  }

  private List<Map<String, Object>> selected(String namespace, Map<String, String> selector) {
    return pods.getOrDefault(namespace, List.of()).stream()
        .filter(pod -> ClusterState.matches(selector, pod))
        .toList();
  }

  private void budget(Map<String, Object> budget) {
    List<Map<String, Object>> own =
        selected(namespace(budget), texts(budget, "spec", "selector", "matchLabels"));
    same(ready(own), number(budget, "status", "currentHealthy"), budget, "currentHealthy");
    int allowed =
        Math.max(
            0,
            number(budget, "status", "currentHealthy")
                - number(budget, "status", "desiredHealthy"));
    same(allowed, number(budget, "status", "disruptionsAllowed"), budget, "disruptionsAllowed");
  }

  private void autoscaler(Map<String, Object> autoscaler) {
    String target = text(autoscaler, "spec", "scaleTargetRef", "name");
    there(Api.DEPLOYMENT, namespace(autoscaler), target, autoscaler);
    Map<String, Object> deployment =
        cluster.get(Api.DEPLOYMENT, namespace(autoscaler), target).orElse(Map.of());
    int desired = number(autoscaler, "status", "desiredReplicas");
    same(number(deployment, "spec", "replicas"), desired, autoscaler, "desiredReplicas");
    same(
        number(deployment, "status", "replicas"),
        number(autoscaler, "status", "currentReplicas"),
        autoscaler,
        "currentReplicas");
    check(
        desired >= number(autoscaler, "spec", "minReplicas")
            && desired <= number(autoscaler, "spec", "maxReplicas"),
        autoscaler,
        "wants " + desired);
  }

  private void claim(Map<String, Object> claim) {
    String volume = text(claim, "spec", "volumeName");
    there(Api.PERSISTENT_VOLUME, "", volume, claim);
    Map<String, Object> bound = cluster.get(Api.PERSISTENT_VOLUME, "", volume).orElse(Map.of());
    same(uid(claim), text(bound, "spec", "claimRef", "uid"), claim, "the uid its volume names");
    there(Api.STORAGE_CLASS, "", text(claim, "spec", "storageClassName"), claim);
  }

  private void quota(Map<String, Object> quota) {
    long counted =
        pods.getOrDefault(namespace(quota), List.of()).stream().filter(pod -> !isOver(pod)).count();
    same(String.valueOf(counted), text(quota, "status", "used", "pods"), quota, "status.used.pods");
  }

  private void binding(Map<String, Object> binding) {
    boolean isRole = text(binding, "roleRef", "kind").equals("Role");
    there(
        isRole ? Api.ROLE : Api.CLUSTER_ROLE,
        isRole ? namespace(binding) : "",
        text(binding, "roleRef", "name"),
        binding);
    for (Map<String, ?> subject : each(binding, "subjects")) {
      if (text(subject, "kind").equals("ServiceAccount")) {
        there(Api.SERVICE_ACCOUNT, text(subject, "namespace"), text(subject, "name"), binding);
      }
    }
  }

  private void certificate(Map<String, Object> certificate) {
    there(Api.SECRET, namespace(certificate), text(certificate, "spec", "secretName"), certificate);
    there(Api.CLUSTER_ISSUER, "", text(certificate, "spec", "issuerRef", "name"), certificate);
  }
}
