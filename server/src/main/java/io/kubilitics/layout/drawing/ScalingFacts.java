package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import java.util.Map;

/// Of what says how many there are to be: `HPA · 3 – 12, now 6`, `PDB · 2 allowed`.
final class ScalingFacts {
  static final Map<Kind, FactText> ALL =
      Map.of(
          new Kind("autoscaling", "HorizontalPodAutoscaler"),
          scaler -> range(scaler, "MinPods", "MaxPods"),
          new Kind("keda.sh", "ScaledObject"),
          scaler -> range(scaler, "Min", "Max"),
          new Kind("autoscaling.k8s.io", "VerticalPodAutoscaler"),
          scaler -> scaler.with(scaler.text("Mode")),
          new Kind("policy", "PodDisruptionBudget"),
          ScalingFacts::budget);

  private ScalingFacts() {}

  private static String range(Subject scaler, String least, String most) {
    String from = scaler.number(least);
    String to = scaler.number(most);
    if (to.isEmpty()) {
      return scaler.word();
    }
    String now = scaler.resource().hasUid() ? scaler.number("Replicas") : "";
    return scaler.with(
        (from.isEmpty() ? "up to " + to : from + " – " + to)
            + (now.isEmpty() ? "" : ", now " + now));
  }

  /// What it allows now; of one that was never in a cluster what it demands.
  private static String budget(Subject budget) {
    String allowed = budget.number("Allowed Disruptions");
    if (budget.resource().hasUid() && !allowed.isEmpty()) {
      return budget.with(allowed + " allowed");
    }
    String least = budget.text("minAvailable");
    String most = budget.text("maxUnavailable");
    if (!least.isEmpty()) {
      return budget.with("at least " + least);
    }
    return most.isEmpty() ? budget.word() : budget.with("at most " + most + " less");
  }
}
