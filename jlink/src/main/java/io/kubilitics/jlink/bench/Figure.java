package io.kubilitics.jlink.bench;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One measured figure. `low` and `high` are the extremes of the repeats and equal `value` where it
/// was measured once.
///
/// @param target the most that is fine; infinite where there is no target
record Figure(String name, double value, String unit, double target, double low, double high) {
  private static final Pattern JSON =
      Pattern.compile(
          "\"name\":\"([^\"]*)\",\"value\":([^,]*),\"unit\":\"([^\"]*)\",\"target\":([^,]*),"
              + "\"ok\":[a-z]*,\"spread\":\"([^\"]*)\"");

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

  /// The row for a figure that another program printed as JSON.
  static String rowOf(String json) {
    Matcher figure = JSON.matcher(json);
    if (!figure.find()) {
      return json;
    }
    String target = figure.group(4);
    double limit = target.equals("null") ? Double.POSITIVE_INFINITY : Double.parseDouble(target);
    double value = Double.parseDouble(figure.group(2));
    return once(figure.group(1), value, figure.group(3), limit).row(figure.group(5));
  }

  String row() {
    return row(low == high ? "" : number(low) + " to " + number(high));
  }

  private String row(String spread) {
    boolean judged = !Double.isInfinite(target);
    String limit = judged ? "≤ " + number(target) : "";
    String verdict = !judged ? "" : ok() ? "ok" : "MISSED";
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
