package io.kubilitics.catalogue.field;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The words of `kubectl get nodes`.
final class NodePhrase {
  static final List<String> READS =
      List.of("metadata.labels", "status.conditions", "spec.unschedulable");

  private static final FieldPath UNSCHEDULABLE = FieldPath.parse("spec.unschedulable");
  private static final FieldPath LABELS = FieldPath.parse("metadata.labels");
  private static final String ROLE_PREFIX = "node-role.kubernetes.io/";
  private static final String ROLE = "kubernetes.io/role";

  private NodePhrase() {}

  static String status(KeptField node) {
    String status =
        switch (StatusPhrases.condition(node, "Ready")) {
          case "True" -> "Ready";
          case "" -> "Unknown";
          default -> "NotReady";
        };
    return "true".equals(node.scalar(UNSCHEDULABLE)) ? status + ",SchedulingDisabled" : status;
  }

  static String roles(KeptField node) {
    TreeSet<String> roles = new TreeSet<>();
    for (Map.Entry<String, String> label : node.texts(LABELS).entrySet()) {
      String key = label.getKey();
      if (key.startsWith(ROLE_PREFIX) && key.length() > ROLE_PREFIX.length()) {
        roles.add(key.substring(ROLE_PREFIX.length()));
      } else if (key.equals(ROLE) && !label.getValue().isEmpty()) {
        roles.add(label.getValue());
      }
    }
    return String.join(",", roles);
  }
}
