package io.kubilitics.layout;

import io.kubilitics.model.Change;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The objects of a cluster, and changes to them as the controllers of a cluster make them.
final class EditedCluster {
  static final Kind POD = Kind.core("Pod");
  static final Kind SERVICE = Kind.core("Service");
  static final Kind CONFIG = Kind.core("ConfigMap");
  static final Kind SECRET = Kind.core("Secret");
  static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
  static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");
  static final Kind STATEFUL_SET = new Kind("apps", "StatefulSet");
  static final Kind CRON_JOB = new Kind("batch", "CronJob");

  private final SortedMap<ResourceId, Resource> objects = new TreeMap<>();
  private final Map<String, SortedMap<ResourceId, Resource>> byNamespace = new HashMap<>();
  private int made;

  EditedCluster(List<Change> objects) {
    objects.forEach(this::apply);
  }

  private void apply(Change change) {
    switch (change) {
      case Change.Put(Resource resource) -> {
        objects.put(resource.id(), resource);
        in(resource.id().namespace()).put(resource.id(), resource);
      }
      case Change.Gone(ResourceId id) -> {
        objects.remove(id);
        in(id.namespace()).remove(id);
      }
      case Change.Known _, Change.Now _ -> {}
    }
  }

  private SortedMap<ResourceId, Resource> in(String namespace) {
    return byNamespace.computeIfAbsent(namespace, _ -> new TreeMap<>());
  }

  /// The same changes, which are in effect here from now on.
  List<Change> applied(List<Change> changes) {
    changes.forEach(this::apply);
    return changes;
  }

  Collection<Resource> objects() {
    return objects.values();
  }

  @Nullable Resource find(ResourceId id) {
    return objects.get(id);
  }

  List<Resource> ofKind(Kind kind) {
    return objects.values().stream().filter(object -> object.kind().equals(kind)).toList();
  }

  /// What an object owns itself.
  List<Resource> ownedBy(Resource owner) {
    return in(owner.id().namespace()).values().stream()
        .filter(object -> isOwner(owner.id(), object))
        .toList();
  }

  private static boolean isOwner(ResourceId owner, Resource object) {
    return object.facts().stream()
        .anyMatch(fact ->
            fact instanceof Fact.OwnedBy by
                && by.kind().equals(owner.kind())
                && by.name().equals(owner.name()));
  }

  /// The Pods of a workload, also those of its generations.
  List<Resource> podsOf(Resource workload) {
    List<Resource> pods = new ArrayList<>();
    for (Resource owned : ownedBy(workload)) {
      if (owned.kind().equals(POD)) {
        pods.add(owned);
      } else {
        ownedBy(owned).stream().filter(of -> of.kind().equals(POD)).forEach(pods::add);
      }
    }
    return pods;
  }

  /// A name nobody has had.
  String newName(String stem) {
    return stem + "-x" + Integer.toString(++made, 36);
  }

  /// Like an object, under another name and with a new uid.
  Resource copy(Resource of, String name, UnaryOperator<Fact> facts) {
    return with(of, new ResourceId(of.kind(), of.id().namespace(), name), of.labels(), facts);
  }

  private Resource with(Resource of, ResourceId id, Labels labels, UnaryOperator<Fact> facts) {
    return Resource.builder(id)
        .version(of.version())
        .uid(String.format(Locale.ROOT, "00000000-0000-4000-9000-%012d", ++made))
        .createdAt(of.createdAt().map(at -> at.plusSeconds(made)).orElse(null))
        .labels(labels)
        .health(of.health())
        .facts(of.facts().stream().map(facts).toList())
        .features(of.features())
        .digest(made)
        .build();
  }

  /// Another state of an object.
  Resource changed(Resource of, UnaryOperator<Resource.Builder> change) {
    return change
        .apply(
            Resource.builder(of.id())
                .version(of.version())
                .uid(of.uid())
                .createdAt(of.createdAt().orElse(null))
                .labels(of.labels())
                .health(of.health())
                .facts(of.facts())
                .features(of.features())
                .digest(++made))
        .build();
  }

  /// What EndpointSlices say once they know that a Pod is gone or has come: in the place of the one
  /// they name the other, or none.
  List<Change> endpoints(Resource gone, @Nullable Resource come) {
    List<Change> changes = new ArrayList<>();
    for (Resource object : in(gone.id().namespace()).values()) {
      if (names(object, gone.id())) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : object.facts()) {
          if (!(fact instanceof Fact.Names names && names.target().equals(gone.id()))) {
            facts.add(fact);
          } else if (come != null) {
            facts.add(
                new Fact.Names(
                    names.relation(),
                    names.evidence(),
                    come.id(),
                    names.presence(),
                    come.uid(),
                    names.permit(),
                    names.rank(),
                    names.reversed()));
          }
        }
        changes.add(new Change.Put(changed(object, builder -> builder.facts(facts))));
      }
    }
    return changes;
  }

  /// Whether an EndpointSlice, or Endpoints, name an object.
  private static boolean names(Resource object, ResourceId id) {
    return object.kind().name().startsWith("Endpoint")
        && object.facts().stream()
            .anyMatch(fact -> fact instanceof Fact.Names names && names.target().equals(id));
  }

  /// A fact that names an owner, with another owner.
  static UnaryOperator<Fact> ownedBy(Resource before, Resource now) {
    return fact ->
        fact instanceof Fact.OwnedBy by && by.name().equals(before.id().name())
            ? new Fact.OwnedBy(
                by.relation(),
                by.evidence(),
                now.uid(),
                now.kind(),
                now.id().name(),
                by.scope(),
                by.controller())
            : fact;
  }
}
