package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A CloudNativePG Cluster makes what others refer to by names after its own: the Services `-rw`,
/// `-ro` and `-r`, less those it is told not to, and the Secrets for the application, the superuser
/// where that may log in, and the certificates nobody else brings.
final class PostgresMakes implements FactRule {
  private static final Relation PRODUCES = new Relation("produces");
  private static final String INIT = "spec.bootstrap.initdb";
  private static final String DISABLED = "spec.managed.services.disabledDefaultServices";

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("postgresql.cnpg.io", "Cluster"));
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        INIT + ".secret.name",
        "spec.bootstrap.recovery",
        "spec.bootstrap.pg_basebackup",
        "spec.enableSuperuserAccess",
        "spec.superuserSecret.name",
        "spec.certificates",
        DISABLED);
  }

  @Override
  public Stream<Fact> facts(ObjectView cluster) {
    List<Fact> facts = new ArrayList<>();
    List<String> disabled =
        cluster.at(DISABLED + "[]").flatMap(name -> name.text().stream()).toList();
    for (String service : List.of("rw", "ro", "r")) {
      if (!disabled.contains(service)) {
        facts.add(produces(cluster, Kinds.SERVICE, service));
      }
    }
    boolean isCopy =
        cluster.first("spec.bootstrap.recovery").isPresent()
            || cluster.first("spec.bootstrap.pg_basebackup").isPresent();
    if (!isCopy && cluster.text(INIT + ".secret.name").isEmpty()) {
      facts.add(produces(cluster, Kinds.SECRET, "app"));
    }
    if (cluster.isTrue("spec.enableSuperuserAccess")
        && cluster.text("spec.superuserSecret.name").isEmpty()) {
      facts.add(produces(cluster, Kinds.SECRET, "superuser"));
    }
    if (isAbsent(cluster, "serverCASecret") || isAbsent(cluster, "clientCASecret")) {
      facts.add(produces(cluster, Kinds.SECRET, "ca"));
    }
    if (isAbsent(cluster, "serverTLSSecret")) {
      facts.add(produces(cluster, Kinds.SECRET, "server"));
    }
    if (isAbsent(cluster, "replicationTLSSecret")) {
      facts.add(produces(cluster, Kinds.SECRET, "replication"));
    }
    return facts.stream();
  }

  private static boolean isAbsent(ObjectView cluster, String certificate) {
    return cluster.text("spec.certificates." + certificate).isEmpty();
  }

  private static Fact produces(ObjectView cluster, Kind kind, String ending) {
    ResourceId own = cluster.id();
    return new Fact.Names(
        PRODUCES,
        new Evidence("metadata.name", own.name()),
        new ResourceId(kind, own.namespace(), own.name() + "-" + ending),
        Presence.PRODUCES);
  }
}
