package io.kubilitics.source.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Short ways to write a piece of an object. Fields keep the order they are written in.
final class Tree {
  private Tree() {}

  /// Names and values by turns. A null value leaves its field out.
  static Map<String, Object> of(@Nullable Object... namesAndValues) {
    Map<String, Object> tree = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
    for (int at = 0; at < namesAndValues.length; at += 2) {
      Object value = namesAndValues[at + 1];
      if (value != null) {
        tree.put(String.valueOf(namesAndValues[at]), value);
      }
    }
    return tree;
  }

  /// A null element is left out.
  static List<Object> list(@Nullable Object... values) {
    List<Object> list = new ArrayList<>(values.length);
    for (Object value : values) {
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  static List<Object> list(List<?> values) {
    return new ArrayList<>(values);
  }

  static Map<String, Object> name(String name) {
    return of("name", name);
  }

  /// Null when there is nothing in it: such lists are left out of objects.
  static @Nullable List<Object> orNothing(List<Object> values) {
    return values.isEmpty() ? null : values;
  }

  /// A `metav1.LabelSelector`.
  static Map<String, Object> matching(Map<String, ?> labels) {
    return of("matchLabels", new LinkedHashMap<>(labels));
  }

  static Map<String, Object> joined(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  /// A condition as most kinds have it.
  static Map<String, Object> condition(
      String type, boolean holds, String reason, String message, long since) {
    return of(
        "type",
        type,
        "status",
        holds ? "True" : "False",
        "lastTransitionTime",
        time(since),
        "reason",
        reason.isEmpty() ? null : reason,
        "message",
        message.isEmpty() ? null : message);
  }

  /// A condition of a custom resource or policy, which says for which generation it holds.
  static Map<String, Object> observed(
      String type, boolean holds, String reason, String message, long generation, long since) {
    return of(
        "type",
        type,
        "status",
        holds ? "True" : "False",
        "observedGeneration",
        generation,
        "lastTransitionTime",
        time(since),
        "reason",
        reason,
        "message",
        message);
  }

  /// As `metav1.Time` is written.
  static String time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).toString();
  }

  /// An RBAC rule.
  static Map<String, Object> rule(String groups, String resources, String verbs) {
    return of("apiGroups", words(groups), "resources", words(resources), "verbs", words(verbs));
  }

  /// The words of a text, split at commas; `-` for one empty word.
  static List<Object> words(String text) {
    return list(
        Arrays.stream(text.split(",", -1)).map(word -> word.equals("-") ? "" : word).toList());
  }
}
