package io.kubilitics.jlink.bench;

import java.util.List;

/// Repeats of one measurement.
record Sample(List<Double> values) {
  Sample {
    values = values.stream().sorted().toList();
  }

  double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  double low() {
    return values.getFirst();
  }

  double high() {
    return values.getLast();
  }
}
