package io.kubilitics.source.demo;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads in the bodies of objects.
final class Bodies {
  private Bodies() {}

  static ResourceId id(Map<String, ?> body) {
    return new ResourceId(
        kind(text(body, "apiVersion"), text(body, "kind")),
        text(body, "metadata", "namespace"),
        text(body, "metadata", "name"));
  }

  static Kind kind(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return new Kind(slash < 0 ? "" : apiVersion.substring(0, slash), kind);
  }

  static String uid(Map<String, ?> body) {
    return text(body, "metadata", "uid");
  }

  static String namespace(Map<String, ?> body) {
    return text(body, "metadata", "namespace");
  }

  static Optional<Object> find(Map<String, ?> body, String... path) {
    Object here = body;
    for (String name : path) {
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return Optional.ofNullable(here);
  }

  /// The text of a scalar; `""` when there is none.
  static String text(Map<String, ?> body, String... path) {
    return find(body, path).map(Object::toString).orElse("");
  }

  /// A number; 0 when there is none.
  static int number(Map<String, ?> body, String... path) {
    return find(body, path).map(value -> ((Number) value).intValue()).orElse(0);
  }

  /// The objects of a list; none when it is not there.
  static List<Map<String, ?>> each(Map<String, ?> body, String... path) {
    List<Map<String, ?>> all = new ArrayList<>();
    if (find(body, path).orElse(null) instanceof List<?> list) {
      list.forEach(element -> all.add(map(element)));
    }
    return all;
  }

  /// The scalars of a map as texts; empty when it is not there.
  static Map<String, String> texts(Map<String, ?> body, String... path) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(find(body, path).orElse(null)).forEach((key, value) -> texts.put(key, value.toString()));
    return texts;
  }

  @SuppressWarnings("unchecked") // bodies have text keys
  static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /// Every value of fields of this name, however deep.
  static Stream<Object> anywhere(@Nullable Object tree, String name) {
    return switch (tree) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .flatMap(field ->
                  name.equals(field.getKey())
                      ? Stream.of(field.getValue())
                      : anywhere(field.getValue(), name));
      case List<?> list -> list.stream().flatMap(element -> anywhere(element, name));
      case null, default -> Stream.empty();
    };
  }

  static boolean isReady(Map<String, ?> pod) {
    return each(pod, "status", "conditions").stream()
        .anyMatch(condition ->
            text(condition, "type").equals("Ready") && text(condition, "status").equals("True"));
  }

  static boolean isOver(Map<String, ?> pod) {
    String phase = text(pod, "status", "phase");
    return phase.equals("Succeeded") || phase.equals("Failed");
  }
}
