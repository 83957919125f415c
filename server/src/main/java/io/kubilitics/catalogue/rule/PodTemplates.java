package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import java.util.ArrayList;
import java.util.List;

/// The rules of code that read Pods and pod templates.
public final class PodTemplates {
  private PodTemplates() {}

  /// The rules for one kind.
  ///
  /// @param template where the template is in its object, [FieldPath#SELF] for a Pod
  /// @param pods fields that show whether the object has Pods; none for a template nobody runs
  public static List<Rule> rules(FieldPath template, List<FieldPath> pods) {
    List<Rule> rules = new ArrayList<>();
    if (!pods.isEmpty()) {
      rules.add(new TemplateOffersPods(template, pods));
    }
    rules.add(new CallsByName(callsIn(template)));
    rules.add(new ClaimsOfVolumes(template));
    rules.add(new ClassOfEphemeralClaim(template));
    rules.add(new KeysOfVolumes(template));
    rules.add(new PodAffinity(template));
    if (template.isSelf() || !pods.isEmpty()) {
      rules.add(new NodeNeedsOfPods(template));
    }
    return List.copyOf(rules);
  }

  private static List<FieldPath> callsIn(FieldPath template) {
    List<FieldPath> paths = new ArrayList<>();
    for (String containers : List.of("containers", "initContainers", "ephemeralContainers")) {
      for (String field : List.of("[].env[].value", "[].command[]", "[].args[]")) {
        paths.add(template.then(FieldPath.parse("spec." + containers + field)));
      }
    }
    return paths;
  }
}
