package io.kubilitics.gitops;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.Extension;

/// What reconciles lists what it reconciles: an Argo CD Application in `status.resources`, a Flux
/// Kustomization in `status.inventory.entries` as `NAMESPACE_NAME_GROUP_KIND`. Such an entry may be
/// older than the world, or about another cluster: it is drawn where its object is there.
@Extension
public final class ReconciledByList implements FactRule {
  private static final String RESOURCES = "status.resources";
  private static final String ENTRIES = "status.inventory.entries";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Words.APPLICATION, Words.KUSTOMIZATION);
  }

  @Override
  public Set<String> reads() {
    return Set.of(RESOURCES, ENTRIES, "spec.kubeConfig", "spec.destination");
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    if (isElsewhere(object)) {
      return Stream.of();
    }
    if (object.id().kind().equals(Words.APPLICATION)) {
      return object.at(RESOURCES + "[]").flatMap(entry -> resource(object, entry));
    }
    return object.at(ENTRIES + "[]").flatMap(entry -> inventory(object, entry));
  }

  /// Whether it reconciles another cluster than its own.
  private static boolean isElsewhere(ObjectView object) {
    String server = object.text("spec.destination.server").orElse("");
    String cluster = object.text("spec.destination.name").orElse("");
    boolean isHere =
        (server.isEmpty() || server.startsWith("https://kubernetes.default.svc"))
            && (cluster.isEmpty() || cluster.equals("in-cluster"));
    return !isHere || object.first("spec.kubeConfig").isPresent();
  }

  private static Stream<Fact> resource(ObjectView app, Field entry) {
    return reconciled(
        app,
        entry,
        entry.text("group").orElse(""),
        entry.text("kind").orElse(""),
        entry.text("namespace").orElse(""),
        entry.text("name").orElse(""));
  }

  private static Stream<Fact> inventory(ObjectView kustomization, Field entry) {
    String id = entry.text("id").orElse("");
    String[] parts = id.split("_", -1);
    if (parts.length != 4) {
      return Stream.of();
    }
    // A colon in a name is written as two underscores, which split it: such names are left out.
    return reconciled(kustomization, entry, parts[2], parts[3], parts[0], parts[1]);
  }

  private static Stream<Fact> reconciled(
      ObjectView by, Field entry, String group, String kindName, String namespace, String name) {
    if (kindName.isEmpty() || name.isEmpty()) {
      return Stream.of();
    }
    Kind kind = by.kindOf(group + "/", kindName);
    ResourceId target =
        new ResourceId(kind, by.scopeOf(kind) == Scope.CLUSTER ? "" : namespace, name);
    return target.equals(by.id())
        ? Stream.of()
        : Stream.of(
            new Fact.Names(
                    Words.RECONCILED_BY,
                    new Evidence(entry.path(), name),
                    target,
                    Presence.IF_EXISTS)
                .asReversed());
  }
}
