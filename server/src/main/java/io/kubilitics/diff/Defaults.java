package io.kubilitics.diff;

import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an API server fills in, and which spellings it takes for the same.
final class Defaults {
  /// The values that API servers give fields of these names; see the API reference of `v1`, `apps`
  /// and `batch`.
  private static final Map<String, Set<String>> OF_FIELDS =
      Map.ofEntries(
          Map.entry("protocol", Set.of("TCP")),
          Map.entry("imagePullPolicy", Set.of("IfNotPresent", "Always")),
          Map.entry("dnsPolicy", Set.of("ClusterFirst")),
          Map.entry("restartPolicy", Set.of("Always")),
          Map.entry("schedulerName", Set.of("default-scheduler")),
          Map.entry("terminationGracePeriodSeconds", Set.of("30")),
          Map.entry("terminationMessagePath", Set.of("/dev/termination-log")),
          Map.entry("terminationMessagePolicy", Set.of("File")),
          Map.entry("sessionAffinity", Set.of("None")),
          Map.entry("type", Set.of("ClusterIP", "Opaque", "RollingUpdate")),
          Map.entry("internalTrafficPolicy", Set.of("Cluster")),
          Map.entry("externalTrafficPolicy", Set.of("Cluster")),
          Map.entry("ipFamilyPolicy", Set.of("SingleStack")),
          Map.entry("progressDeadlineSeconds", Set.of("600")),
          Map.entry("revisionHistoryLimit", Set.of("10")),
          Map.entry("successThreshold", Set.of("1")),
          Map.entry("failureThreshold", Set.of("3")),
          Map.entry("periodSeconds", Set.of("10")),
          Map.entry("timeoutSeconds", Set.of("1")),
          Map.entry("scheme", Set.of("HTTP")),
          Map.entry("defaultMode", Set.of("420")),
          Map.entry("volumeMode", Set.of("Filesystem")),
          Map.entry("podManagementPolicy", Set.of("OrderedReady")),
          Map.entry("parallelism", Set.of("1")),
          Map.entry("completions", Set.of("1")),
          Map.entry("completionMode", Set.of("NonIndexed")),
          Map.entry("backoffLimit", Set.of("6")),
          Map.entry("suspend", Set.of("false")),
          Map.entry("concurrencyPolicy", Set.of("Allow")),
          Map.entry("failedJobsHistoryLimit", Set.of("1")),
          Map.entry("successfulJobsHistoryLimit", Set.of("3")),
          Map.entry("enableServiceLinks", Set.of("true")),
          Map.entry("replicas", Set.of("1")),
          Map.entry("maxSurge", Set.of("25%")),
          Map.entry("maxUnavailable", Set.of("25%")),
          Map.entry("apiVersion", Set.of("v1")),
          // What API servers leave out because it says nothing.
          Map.entry("globalDefault", Set.of("false")),
          Map.entry("hostIPC", Set.of("false")),
          Map.entry("hostNetwork", Set.of("false")),
          Map.entry("hostPID", Set.of("false")),
          Map.entry("paused", Set.of("false")),
          Map.entry("publishNotReadyAddresses", Set.of("false")),
          Map.entry("readOnly", Set.of("false")),
          Map.entry("stdin", Set.of("false")),
          Map.entry("stdinOnce", Set.of("false")),
          Map.entry("tty", Set.of("false")),
          Map.entry("unschedulable", Set.of("false")),
          Map.entry("hostPort", Set.of("0")),
          Map.entry("initialDelaySeconds", Set.of("0")),
          Map.entry("minReadySeconds", Set.of("0")));

  private static final Pattern OF_QUANTITIES =
      Pattern.compile(
          "\\.(?:limits|requests|hard|capacity|max|min|default|defaultRequest|overhead|sizeLimit)\\b"
              + "|\\.target\\.(?:value|averageValue)$");

  /// Texts that API servers leave out when they are empty; at most places an empty text says
  /// something.
  private static final Pattern OF_TEXTS_LEFT_OUT =
      Pattern.compile("\\.env\\[.*]\\.value$|^subjects\\[.*]\\.apiGroup$");

  private static final Pattern QUANTITY =
      Pattern.compile(
          "([+-]?[0-9]{1,18}(?:\\.[0-9]{1,18})?)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");

  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", BigDecimal.ONE.movePointRight(3)),
          Map.entry("M", BigDecimal.ONE.movePointRight(6)),
          Map.entry("G", BigDecimal.ONE.movePointRight(9)),
          Map.entry("T", BigDecimal.ONE.movePointRight(12)),
          Map.entry("P", BigDecimal.ONE.movePointRight(15)),
          Map.entry("E", BigDecimal.ONE.movePointRight(18)),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
          Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

  private static final int LONGEST_NUMBER = 40;

  private Defaults() {}

  /// Whether a value is as good as none where it stands.
  static boolean isNothing(String path, Value value) {
    return isNothing(value)
        || (value instanceof Text(String text)
            && text.isEmpty()
            && OF_TEXTS_LEFT_OUT.matcher(path).find());
  }

  /// Whether a value is as good as none anywhere.
  static boolean isNothing(Value value) {
    return switch (value) {
      case Nothing() -> true;
      case Fields(var fields) -> fields.isEmpty();
      case Items(var items) -> items.isEmpty();
      case Text _, Numeral _, Truth _ -> false;
    };
  }

  /// Whether the other side has the same without saying so.
  static boolean isDefault(String name, Value value) {
    return switch (value) {
      case Text(String text) -> isDefault(name, text);
      case Numeral(String number) -> isDefault(name, number);
      case Truth(boolean truth) -> isDefault(name, Boolean.toString(truth));
      case Fields(var fields) ->
          fields.entrySet().stream().allMatch(each -> isDefault(each.getKey(), each.getValue()));
      case Items(var items) -> items.isEmpty();
      case Nothing() -> true;
    };
  }

  private static boolean isDefault(String name, String text) {
    return OF_FIELDS.getOrDefault(name, Set.of()).contains(text);
  }

  /// Whether two scalars say the same: `1` and `1.0`, and where amounts stand `1000m` and `1`.
  static boolean isSame(String path, Value left, Value right) {
    if (left.equals(right)) {
      return true;
    }
    if (left instanceof Numeral(String one) && right instanceof Numeral(String other)) {
      BigDecimal before = number(one);
      BigDecimal after = number(other);
      return before != null && after != null && before.compareTo(after) == 0;
    }
    if (!OF_QUANTITIES.matcher(path).find()) {
      return false;
    }
    BigDecimal one = quantity(left);
    BigDecimal other = quantity(right);
    return one != null && other != null && one.compareTo(other) == 0;
  }

  /// Null for a number of absurd size, which is the same only when it is written the same.
  private static @Nullable BigDecimal number(String text) {
    try {
      return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable BigDecimal quantity(Value value) {
    String text =
        switch (value) {
          case Text(String plain) -> plain;
          case Numeral(String number) -> number;
          case Truth _, Nothing _, Fields _, Items _ -> "";
        };
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String unit = matcher.group(2);
    return unit == null ? number : number.multiply(UNITS.getOrDefault(unit, BigDecimal.ONE));
  }
}
