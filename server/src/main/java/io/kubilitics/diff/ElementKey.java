package io.kubilitics.diff;

import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields that tell the elements of a list apart, as Kubernetes merges lists: containers by
/// name, ports by number and protocol, mounts by path.
///
/// @param fields all of them together are the key
record ElementKey(List<String> fields) {
  private static final List<ElementKey> USUAL =
      List.of(
          new ElementKey(List.of("name")),
          new ElementKey(List.of("key")),
          new ElementKey(List.of("type")));

  /// By the name of the list. The first that every element of both sides has counts.
  private static final Map<String, List<ElementKey>> KNOWN =
      Map.of(
          "ports",
          List.of(
              new ElementKey(List.of("containerPort", "protocol")),
              new ElementKey(List.of("port", "protocol"))),
          "volumeMounts",
          List.of(new ElementKey(List.of("mountPath"))),
          "volumeDevices",
          List.of(new ElementKey(List.of("devicePath"))),
          "hostAliases",
          List.of(new ElementKey(List.of("ip"))),
          "topologySpreadConstraints",
          List.of(new ElementKey(List.of("topologyKey", "whenUnsatisfiable"))),
          "ownerReferences",
          List.of(new ElementKey(List.of("kind", "name"))),
          "subjects",
          List.of(new ElementKey(List.of("kind", "namespace", "name"))),
          "managedFields",
          List.of(),
          "tolerations",
          List.of(),
          "matchExpressions",
          List.of());

  private static final Map<String, String> DEFAULTS = Map.of("protocol", "TCP", "namespace", "");

  /// Null when the elements have to be compared one by one.
  static @Nullable ElementKey of(String list, Items left, Items right) {
    for (ElementKey key : KNOWN.getOrDefault(list, USUAL)) {
      if (key.isIn(left) && key.isIn(right)) {
        return key;
      }
    }
    return null;
  }

  private boolean isIn(Items list) {
    Set<String> seen = new HashSet<>();
    for (Value item : list.items()) {
      String key = item instanceof Fields fields ? text(fields) : null;
      if (key == null || !seen.add(key)) {
        return false;
      }
    }
    return true;
  }

  /// The elements by their keys, in the order of the list.
  Map<String, Value> index(Items list) {
    Map<String, Value> elements = new LinkedHashMap<>();
    for (Value item : list.items()) {
      String key = item instanceof Fields element ? text(element) : null;
      if (key != null) {
        elements.put(key, item);
      }
    }
    return elements;
  }

  /// `name=main`; null when the element does not have it.
  private @Nullable String text(Fields element) {
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      String value =
          switch (element.fields().get(field)) {
            case Text(String plain) -> plain;
            case Numeral(String number) -> number;
            case null, default -> DEFAULTS.get(field);
          };
      if (value == null) {
        return null;
      }
      text.append(text.isEmpty() ? "" : ",").append(field).append('=').append(value);
    }
    return text.toString();
  }
}
