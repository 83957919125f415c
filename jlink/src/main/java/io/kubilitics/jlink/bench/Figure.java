package io.kubilitics.jlink.bench;

import java.util.Locale;

/// One measured figure. `low` and `high` are the extremes of the repeats and equal `value` where it
/// was measured once.
///
/// @param target the most that is fine; infinite where there is no target
record Figure(String name, double value, String unit, double target, double low, double high) {
  static Figure once(String name, double value, String unit, double target) {
    return new Figure(name, value, unit, target, value, value);
  }

  static Figure of(String name, Sample sample, String unit, double target) {
    return new Figure(name, sample.median(), unit, target, sample.low(), sample.high());
  }

  boolean ok() {
    return value <= target;
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"target\":%s,\"ok\":%s,\"low\":%s,\"high\":%s}",
        name,
        number(value),
        unit,
        Double.isInfinite(target) ? "null" : number(target),
        ok(),
        number(low),
        number(high));
  }

  String row() {
    String spread = low == high ? "" : number(low) + " to " + number(high);
    String limit = Double.isInfinite(target) ? "" : "≤ " + number(target);
    String verdict = Double.isInfinite(target) ? "" : ok() ? "ok" : "MISSED";
    return String.format(
        Locale.ROOT,
        "%-58s %10s %-6s %-18s %-10s %s",
        name,
        number(value),
        unit,
        spread,
        limit,
        verdict);
  }

  private static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
