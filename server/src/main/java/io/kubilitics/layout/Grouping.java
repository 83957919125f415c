package io.kubilitics.layout;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.List;

/// In which frame an object stands under one arrangement.
final class Grouping {
  /// Frame of the cluster-scoped objects and of what is outside the cluster.
  static final String CLUSTER = "";

  /// Frame of what the arrangement has no place for: no label, no Node.
  static final String REST = "~rest";

  /// What our own keys begin with.
  private static final String OWN = "~";

  private static final String ALL = "~all";
  private static final Kind POD = Kind.core("Pod");
  private static final Kind NODE = Kind.core("Node");
  private static final Relation RUNS_ON = new Relation("runs-on");

  private static final List<String> APP_LABELS =
      List.of(
          "app.kubernetes.io/part-of",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/name",
          "k8s-app",
          "app");

  /// Deeper chains of owners end here; so do cycles.
  private static final int OWNERS = 8;

  private final Arrangement arrangement;

  Grouping(Arrangement arrangement) {
    this.arrangement = arrangement;
  }

  String frame(Network network, int handle, ResourceId id) {
    return switch (arrangement) {
      case NAMESPACE -> id.namespace();
      case NONE -> id.namespace().isEmpty() ? CLUSTER : ALL;
      case APP -> id.namespace().isEmpty() ? CLUSTER : app(network, handle);
      case NODE -> machine(network, handle, id);
    };
  }

  /// Whether the frame of an object depends on its edges or on its owners, and so may change
  /// although the object does not.
  boolean dependsOnOthers() {
    return switch (arrangement) {
      case NAMESPACE, NONE -> false;
      case APP, NODE -> true;
    };
  }

  /// Whether objects stand in blocks of their kind, without lines.
  boolean isByKind(String frame) {
    return frame.equals(CLUSTER) || (arrangement == Arrangement.NODE && !frame.equals(REST));
  }

  String title(String frame) {
    if (frame.equals(CLUSTER)) {
      return "Cluster";
    }
    return switch (arrangement) {
      case NAMESPACE -> frame;
      case NONE -> "All namespaces";
      case APP -> frame.equals(REST) ? "Without an app label" : unescaped(frame);
      case NODE -> frame.equals(REST) ? "Not on a Node" : unescaped(frame);
    };
  }

  /// A label or a Node may have any name in a file: none becomes one of our own keys.
  private static String escaped(String name) {
    return name.startsWith(OWN) ? OWN + name : name;
  }

  private static String unescaped(String frame) {
    return frame.startsWith(OWN) ? frame.substring(OWN.length()) : frame;
  }

  private static String app(Network network, int handle) {
    int top = handle;
    String label = label(network, top);
    for (int climbed = 0; climbed < OWNERS && label.isEmpty(); climbed++) {
      int owner = end(network, top, Relation.OWNS, false);
      if (owner == Network.NOBODY) {
        return REST;
      }
      top = owner;
      label = label(network, top);
    }
    return label.isEmpty() ? REST : escaped(label);
  }

  private static String label(Network network, int handle) {
    if (network.node(handle) instanceof Node.Present present) {
      for (String name : APP_LABELS) {
        String value = present.resource().labels().get(name);
        if (value != null && !value.isEmpty()) {
          return value;
        }
      }
    }
    return "";
  }

  private static String machine(Network network, int handle, ResourceId id) {
    if (id.kind().equals(NODE)) {
      return escaped(id.name());
    }
    if (id.kind().equals(POD)) {
      int node = end(network, handle, RUNS_ON, true);
      Node machine = node == Network.NOBODY ? null : network.node(node);
      return machine == null ? REST : escaped(machine.id().name());
    }
    return id.namespace().isEmpty() ? CLUSTER : REST;
  }

  /// The far end of an edge of this relation, the first by id when there are several.
  private static int end(Network network, int handle, Relation relation, boolean out) {
    int[] found = {Network.NOBODY};
    Network.Visitor visitor =
        (number, other) -> {
          if (network.relation(number).relation().equals(relation)
              && (found[0] == Network.NOBODY || isBefore(network, other, found[0]))) {
            found[0] = other;
          }
        };
    if (out) {
      network.forEachOut(handle, visitor);
    } else {
      network.forEachIn(handle, visitor);
    }
    return found[0];
  }

  private static boolean isBefore(Network network, int one, int other) {
    Node first = network.node(one);
    Node second = network.node(other);
    return first != null && second != null && first.id().compareTo(second.id()) < 0;
  }
}
