package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Kind;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.util.Comparator;
import java.util.List;

/// The order in which kinds are read, so that a picture worth showing is there early: where things
/// are, what runs, how it is reached, what it needs, and last what nobody described.
final class ReadingOrder implements Comparator<ServedKind> {
  /// What a picture shows that is worth showing: namespaces, nodes, workloads, pods.
  private static final int USABLE = 2;

  private static final int DEFINITIONS = 6;
  private static final int DESCRIBED = 7;
  private static final int CUSTOM = 8;

  private static final Kind DEFINITION =
      new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  private static final List<Kind> PLACES = List.of(Kind.core("Namespace"), Kind.core("Node"));

  /// Groups whose kinds make and own pods in every cluster.
  private static final List<String> OF_WORKLOADS = List.of("", "apps", "batch");

  private final Catalogue catalogue;

  ReadingOrder(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public int compare(ServedKind one, ServedKind other) {
    int byTurn = Integer.compare(turn(one), turn(other));
    return byTurn != 0 ? byTurn : one.kind().compareTo(other.kind());
  }

  /// Whether a picture without it is not worth showing.
  boolean isNeededFirst(ServedKind served) {
    return turn(served) <= USABLE;
  }

  /// Whether a file of the catalogue describes it.
  boolean isDescribed(ServedKind served) {
    return turn(served) != CUSTOM;
  }

  private int turn(ServedKind served) {
    Kind kind = Choice.kind(served, catalogue);
    if (PLACES.contains(kind)) {
      return 0;
    }
    if (kind.equals(DEFINITION)) {
      return DEFINITIONS;
    }
    String category = catalogue.definition(kind).map(KindDefinition::category).orElse("custom");
    if (category.equals("workloads") && OF_WORKLOADS.contains(kind.group())) {
      return kind.equals(Kind.core("Pod")) ? USABLE : 1;
    }
    boolean isOfKubernetes = isOfKubernetes(kind.group());
    return switch (category) {
      case "custom" -> CUSTOM;
      case "network" -> isOfKubernetes ? 3 : DESCRIBED;
      case "configuration", "storage" -> isOfKubernetes ? 4 : DESCRIBED;
      default -> isOfKubernetes ? 5 : DESCRIBED;
    };
  }

  private static boolean isOfKubernetes(String group) {
    return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
  }
}
