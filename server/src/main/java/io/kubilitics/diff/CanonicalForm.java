package io.kubilitics.diff;

import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bodies as an API server hands them out, however they were written. Pure.
final class CanonicalForm {
  private static final Kind SECRET = Kind.core("Secret");
  private static final Kind AUTOSCALER = new Kind("autoscaling", "HorizontalPodAutoscaler");

  /// The only target of `autoscaling/v1`; `v2` has it among the metrics.
  private static final String CPU_TARGET = "targetCPUUtilizationPercentage";

  private CanonicalForm() {}

  static Fields of(Body body) {
    Kind kind = body.id().kind();
    if (kind.equals(SECRET)) {
      return secret(body.root());
    }
    return kind.equals(AUTOSCALER) ? autoscaler(body.root()) : body.root();
  }

  /// With one set of values, and without a type that is empty: the server fills it in.
  private static Fields secret(Fields root) {
    Map<String, Value> fields = new LinkedHashMap<>(root.fields());
    if (fields.remove("stringData") != null) {
      Map<String, Value> values = new LinkedHashMap<>(root.map("data").fields());
      values.putAll(root.map("stringData").fields());
      fields.put("data", new Fields(values));
    }
    fields.remove("type", new Text(""));
    return new Fields(fields);
  }

  private static Fields autoscaler(Fields root) {
    Map<String, Value> spec = new LinkedHashMap<>(root.map("spec").fields());
    Value percentage = spec.remove(CPU_TARGET);
    if (percentage == null || Defaults.isNothing(percentage)) {
      return root;
    }
    Fields target = both("type", new Text("Utilization"), "averageUtilization", percentage);
    Fields cpu = both("name", new Text("cpu"), "target", target);
    Fields metric = both("type", new Text("Resource"), "resource", cpu);
    spec.putIfAbsent("metrics", new Items(List.of(metric)));
    Map<String, Value> fields = new LinkedHashMap<>(root.fields());
    fields.put("spec", new Fields(spec));
    return new Fields(fields);
  }

  /// In this order.
  private static Fields both(String name, Value value, String otherName, Value otherValue) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(name, value);
    fields.put(otherName, otherValue);
    return new Fields(fields);
  }
}
