package io.kubilitics.layout;

import io.kubilitics.model.Change;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A seeded source of changes in which anything owns, uses and selects anything: few names, so that
/// objects come and go, own each other in circles, and are missing half of the time.
final class TangledWorld {
  private static final List<Kind> KINDS =
      List.of(
          Kind.core("Pod"),
          new Kind("apps", "ReplicaSet"),
          new Kind("apps", "Deployment"),
          new Kind("apps", "StatefulSet"),
          new Kind("batch", "Job"),
          new Kind("batch", "CronJob"),
          Kind.core("Service"),
          new Kind("discovery.k8s.io", "EndpointSlice"),
          Kind.core("PersistentVolumeClaim"),
          Kind.core("ConfigMap"),
          new Kind("example.com", "Operator"));
  private static final List<Kind> CLUSTER =
      List.of(Kind.core("Node"), Kind.core("Namespace"), Kind.core("PersistentVolume"));
  private static final List<String> NAMES = List.of("a", "b", "c2", "c10");
  private static final List<String> NAMESPACES = List.of("blue", "green");
  private static final List<String> RELATIONS =
      List.of("uses-config", "mounts", "claims", "routes", "backs", "targets", "runs-on");
  private static final List<String> LABELS =
      List.of("app", "app.kubernetes.io/part-of", "app.kubernetes.io/name");

  private final Random random;
  private int made;

  TangledWorld(long seed) {
    this.random = new Random(seed);
  }

  List<Change> changes(int count) {
    List<Change> changes = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      changes.add(random.nextInt(4) == 0 ? new Change.Gone(id()) : new Change.Put(resource()));
    }
    return changes;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private ResourceId id() {
    return random.nextInt(8) == 0
        ? ResourceId.clusterScoped(one(CLUSTER), one(NAMES))
        : new ResourceId(one(KINDS), one(NAMESPACES), one(NAMES));
  }

  private Resource resource() {
    ResourceId id = id();
    Map<String, String> labels = new TreeMap<>();
    for (String label : LABELS) {
      if (random.nextInt(4) == 0) {
        labels.put(label, one(NAMES));
      }
    }
    List<Fact> facts = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      facts.add(fact(id));
    }
    return Resource.builder(id)
        .version("v1")
        .labels(Labels.of(labels))
        .facts(facts)
        .digest(++made)
        .build();
  }

  private Fact fact(ResourceId of) {
    return switch (random.nextInt(4)) {
      case 0, 1 ->
          new Fact.OwnedBy(
              Relation.OWNS, evidence(), "", one(KINDS), one(NAMES), Scope.NAMESPACED, true);
      case 2 ->
          new Fact.Names(new Relation(one(RELATIONS)), evidence(), target(of), Presence.REQUIRED);
      default ->
          new Fact.Selects(
              new Relation("selects"),
              evidence(),
              Kind.core("Pod"),
              new NamespaceScope.In(of.namespace()),
              LabelSelector.matching("app", one(NAMES)));
    };
  }

  private ResourceId target(ResourceId of) {
    ResourceId target = id();
    return target.namespace().isEmpty()
        ? target
        : new ResourceId(
            target.kind(), of.namespace().isEmpty() ? "blue" : of.namespace(), target.name());
  }

  private Evidence evidence() {
    return new Evidence("spec.field" + random.nextInt(100), "x");
  }
}
