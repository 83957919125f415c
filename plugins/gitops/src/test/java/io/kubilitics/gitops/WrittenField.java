package io.kubilitics.gitops;

import io.kubilitics.model.LabelSelector;
import io.kubilitics.plugin.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A field of maps, lists and texts that a test wrote.
class WrittenField implements Field {
  private static final Pattern STEP =
      Pattern.compile("\\G(?:\\.?([A-Za-z0-9_-]+)|\\[\"([^\"]+)\"]|(\\[]))");

  private final String path;
  private final Object value;

  WrittenField(String path, Object value) {
    this.path = path;
    this.value = value;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  @Override
  public Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  @Override
  public Stream<Field> at(String wanted) {
    List<WrittenField> found = List.of(this);
    Matcher step = STEP.matcher(wanted);
    while (step.find()) {
      List<WrittenField> next = new ArrayList<>();
      for (WrittenField field : found) {
        if (step.group(3) != null) {
          next.addAll(field.elements());
        } else if (step.group(1) != null) {
          next.addAll(field.child(step.group(1), dot(field.path) + step.group(1)));
        } else {
          next.addAll(field.child(step.group(2), field.path + "[\"" + step.group(2) + "\"]"));
        }
      }
      found = next;
    }
    return found.stream().map(Field.class::cast);
  }

  private static String dot(String path) {
    return path.isEmpty() ? "" : path + ".";
  }

  private List<WrittenField> child(String name, String childPath) {
    return value instanceof Map<?, ?> map && map.get(name) != null
        ? List.of(new WrittenField(childPath, map.get(name)))
        : List.of();
  }

  private List<WrittenField> elements() {
    List<WrittenField> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        elements.add(new WrittenField(path + "[" + elements.size() + "]", element));
      }
    }
    return elements;
  }

  @Override
  public Map<String, String> texts(String wanted) {
    Map<String, String> texts = new TreeMap<>();
    at(wanted)
        .forEach(field -> {
          if (((WrittenField) field).value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
          }
        });
    return texts;
  }

  @Override
  public Optional<LabelSelector> labelSelector(String wanted) {
    return Optional.empty();
  }
}
