package io.kubilitics.testbed;

import io.kubilitics.model.Change;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Clusters of odd shapes, which a layout must bear.
public enum LayoutShape {
  /// 8,000 objects in one namespace: 1,000 small apps.
  NAMESPACE_OF_8000(8_000),
  /// 50,000 objects in one namespace.
  NAMESPACE_OF_50000(50_000),
  /// 10,000 namespaces of five objects each.
  NAMESPACES_10000(10_000),
  /// 50,000 objects of one kind, without relations.
  OF_ONE_CRD_50000(50_000),
  /// A Deployment with 200 old ReplicaSets.
  OLD_REPLICA_SETS_200(200),
  /// 5,000 Pods in one workload.
  PODS_OF_ONE_WORKLOAD_5000(5_000),
  /// One ConfigMap that 3,000 Pods use, which nobody runs.
  USERS_OF_ONE_CONFIG_3000(3_000),
  /// One ConfigMap that 3,000 Pods in 1,000 workloads use.
  WORKLOADS_OF_ONE_CONFIG_1000(1_000),
  /// Circles of owners.
  CIRCLES_OF_OWNERS(1_000),
  /// A chain of owners.
  CHAIN_OF_OWNERS(5_000),
  /// Only cluster-scoped objects.
  CLUSTER_SCOPED(5_000),
  /// Nothing at all.
  NOTHING(0),
  /// Names of 253 characters, from right to left, and with combining marks.
  ODD_NAMES(200);

  private static final Kind POD = Kind.core("Pod");
  private static final Kind CONFIG = Kind.core("ConfigMap");
  private static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
  private static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");
  private static final Kind CUSTOM = new Kind("example.com", "Widget");
  private static final Relation USES = new Relation("uses-config");
  private static final int OBJECTS_OF_AN_APP = 8;

  private final int count;

  LayoutShape(int count) {
    this.count = count;
  }

  /// As written in figures.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The objects; the same at each call.
  public List<Change> objects() {
    List<Change> objects = new ArrayList<>();
    switch (this) {
      case NAMESPACE_OF_8000, NAMESPACE_OF_50000 -> {
        for (int app = 0; app < count / OBJECTS_OF_AN_APP; app++) {
          app(objects, "big", "app-" + app, 5);
        }
      }
      case NAMESPACES_10000 -> {
        for (int number = 0; number < count; number++) {
          app(objects, "team-" + number, "app", 2);
        }
      }
      case OF_ONE_CRD_50000 -> {
        for (int number = 0; number < count; number++) {
          put(objects, id(CUSTOM, "big", "widget-" + number));
        }
      }
      case OLD_REPLICA_SETS_200 -> {
        put(objects, id(DEPLOYMENT, "old", "app"));
        for (int number = 0; number < count; number++) {
          put(objects, id(REPLICA_SET, "old", "app-" + number), owner(DEPLOYMENT, "app"));
        }
      }
      case PODS_OF_ONE_WORKLOAD_5000 -> app(objects, "wide", "app", count);
      case USERS_OF_ONE_CONFIG_3000 -> {
        put(objects, id(CONFIG, "hub", "flags"));
        for (int number = 0; number < count; number++) {
          put(objects, id(POD, "hub", "pod-" + number), uses(id(CONFIG, "hub", "flags")));
        }
      }
      case WORKLOADS_OF_ONE_CONFIG_1000 -> {
        put(objects, id(CONFIG, "hub", "flags"));
        for (int number = 0; number < count; number++) {
          String name = "app-" + number;
          put(objects, id(REPLICA_SET, "hub", name), uses(id(CONFIG, "hub", "flags")));
          for (int pod = 0; pod < 3; pod++) {
            put(
                objects,
                id(POD, "hub", name + "-" + pod),
                owner(REPLICA_SET, name),
                uses(id(CONFIG, "hub", "flags")));
          }
        }
      }
      case CIRCLES_OF_OWNERS -> {
        for (int number = 0; number < count; number++) {
          String next = "thing-" + (number % 10 == 9 ? number - 9 : number + 1);
          Kind kind = number % 2 == 0 ? REPLICA_SET : CUSTOM;
          put(
              objects,
              id(kind, "circle", "thing-" + number),
              owner(number % 2 == 0 ? CUSTOM : REPLICA_SET, next));
        }
      }
      case CHAIN_OF_OWNERS -> {
        for (int number = 0; number < count; number++) {
          put(
              objects,
              id(CUSTOM, "chain", "thing-" + number),
              owner(CUSTOM, "thing-" + (number + 1)));
        }
      }
      case CLUSTER_SCOPED -> {
        for (int number = 0; number < count; number++) {
          Kind kind = new Kind("example.com", "Kind" + number % 40);
          put(objects, ResourceId.clusterScoped(kind, "thing-" + number));
        }
      }
      case NOTHING -> {}
      case ODD_NAMES -> {
        for (int number = 0; number < count; number++) {
          put(objects, id(CONFIG, "odd", (number + "x".repeat(253)).substring(0, 253)));
          app(objects, "odd", "\u05e9\u05dc\u05d5\u05dd-" + number, 2);
          app(objects, "a\u0301\u0323\u0e33".repeat(number % 60 + 1), "e\u0308\u200d-" + number, 1);
        }
      }
    }
    return objects;
  }

  /// A Deployment, its ReplicaSet, its Pods and a ConfigMap.
  private static void app(List<Change> objects, String namespace, String name, int pods) {
    ResourceId config = id(CONFIG, namespace, name);
    put(objects, config);
    put(objects, id(DEPLOYMENT, namespace, name), uses(config));
    put(objects, id(REPLICA_SET, namespace, name), owner(DEPLOYMENT, name));
    for (int number = 0; number < pods; number++) {
      put(objects, id(POD, namespace, name + "-" + number), owner(REPLICA_SET, name));
    }
  }

  private static ResourceId id(Kind kind, String namespace, String name) {
    return new ResourceId(kind, namespace, name);
  }

  private static void put(List<Change> objects, ResourceId id, Fact... facts) {
    objects.add(new Change.Put(Resource.builder(id).version("v1").facts(List.of(facts)).build()));
  }

  private static Fact uses(ResourceId config) {
    return new Fact.Names(
        USES, new Evidence("spec.volumes[0]", config.name()), config, Presence.REQUIRED);
  }

  private static Fact owner(Kind kind, String name) {
    return new Fact.OwnedBy(
        Relation.OWNS,
        new Evidence("metadata.ownerReferences[0]", name),
        "",
        kind,
        name,
        Scope.NAMESPACED,
        true);
  }
}
