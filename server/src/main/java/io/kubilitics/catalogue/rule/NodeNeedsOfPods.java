package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.NodeNeeds;
import io.kubilitics.model.NodeNeeds.Choice;
import io.kubilitics.model.NodeNeeds.Term;
import io.kubilitics.model.NodeNeeds.Toleration;
import io.kubilitics.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A Pod that waits for a node, and a workload, may be placed on the nodes its selector, its
/// required affinity and its tolerations allow. A Pod that has its node, or has ended, is placed
/// nowhere any more. The Pods of a DaemonSet get more tolerations than its template says.
final class NodeNeedsOfPods implements Rule {
  static final Relation COULD_RUN_ON = new Relation("could-run-on");

  private static final FieldPath NODE_NAME = FieldPath.parse("nodeName");
  private static final FieldPath NODE_SELECTOR = FieldPath.parse("nodeSelector");
  private static final FieldPath HOST_NETWORK = FieldPath.parse("hostNetwork");
  private static final FieldPath TOLERATIONS = FieldPath.parse("tolerations[]");
  private static final FieldPath REQUIRED =
      FieldPath.parse("affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution");
  private static final FieldPath PHASE = FieldPath.parse("status.phase");

  private final boolean ofPod;
  private final FieldPath spec;

  /// @param template where the template is in its object, [FieldPath#SELF] for a Pod
  NodeNeedsOfPods(FieldPath template) {
    ofPod = template.isSelf();
    spec = template.then(FieldPath.parse("spec"));
  }

  @Override
  public List<FieldPath> reads() {
    List<FieldPath> reads = new ArrayList<>();
    for (FieldPath path : List.of(NODE_NAME, NODE_SELECTOR, HOST_NETWORK, TOLERATIONS, REQUIRED)) {
      reads.add(spec.then(path));
    }
    if (ofPod) {
      reads.add(PHASE);
    }
    return reads;
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    KeptField pod = object.first(spec);
    String node = pod == null ? null : pod.scalar(NODE_NAME);
    boolean isPlaced = node != null && !node.isEmpty();
    if ((pod == null && !ofPod) || (ofPod && (isPlaced || hasEnded(object)))) {
      return;
    }
    List<Choice> choices = new ArrayList<>();
    List<Toleration> tolerations = new ArrayList<>();
    if (pod != null) {
      readNodeName(pod, choices, tolerations);
      readSelector(pod, choices);
      readAffinity(pod, choices);
      pod.walk(TOLERATIONS, field -> addIfRead(NodeTerms.toleration(field), tolerations));
      if (object.id().kind().equals(Kinds.DAEMON_SET)) {
        tolerations.addAll(DaemonTolerations.of("true".equals(pod.scalar(HOST_NETWORK))));
      }
    }
    found.accept(
        new Fact.Places(
            COULD_RUN_ON, new Evidence(spec.toString(), "*"), new NodeNeeds(choices, tolerations)));
  }

  private static boolean hasEnded(KeptObject pod) {
    String phase = pod.scalar(PHASE);
    return "Succeeded".equals(phase) || "Failed".equals(phase);
  }

  /// With a node's name no scheduler is asked, and taints that only it looks at do not count.
  private static void readNodeName(
      KeptField pod, List<Choice> choices, List<Toleration> tolerations) {
    KeptField field = pod.first(NODE_NAME);
    String name = field == null ? null : field.scalar();
    if (field == null || name == null || name.isEmpty()) {
      return;
    }
    Evidence evidence = new Evidence(field.path(), name);
    choices.add(
        new Choice(List.of(new Term(evidence, List.of(), List.of(NodeTerms.nameIs(name))))));
    tolerations.add(new Toleration(evidence, "", true, "", "NoSchedule"));
  }

  private static void readSelector(KeptField pod, List<Choice> choices) {
    KeptField selector = pod.first(NODE_SELECTOR);
    if (selector != null && !pod.texts(NODE_SELECTOR).isEmpty()) {
      choices.add(new Choice(List.of(NodeTerms.selector(selector))));
    }
  }

  private static void readAffinity(KeptField pod, List<Choice> choices) {
    KeptField required = pod.first(REQUIRED);
    if (required != null) {
      List<Term> terms = new ArrayList<>();
      required.walk(NodeTerms.TERMS, field -> addIfRead(NodeTerms.term(field), terms));
      choices.add(new Choice(terms));
    }
  }

  private static <T> void addIfRead(@Nullable T item, List<T> items) {
    if (item != null) {
      items.add(item);
    }
  }
}
