package io.kubilitics.catalogue.field;

import io.kubilitics.catalogue.field.FieldPath.Step;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.plugin.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field that somebody asked for, with the fields asked for below it. Filled by the thread that
/// reads the object, used by that thread, forgotten with the object.
public class KeptField implements Field {
  /// From so many fields on their names go into a set.
  private static final int MANY = 16;

  private static final Comparator<KeptField> BY_NAME = Comparator.comparing(KeptField::name);

  private enum Shape {
    MAP,
    LIST,
    SCALAR
  }

  private final @Nullable KeptField parent;
  private final String name;

  /// Tells most names apart without a look at them.
  private final int nameHash;

  /// Position in a list, -1 in a map.
  private final int index;

  private Shape shape = Shape.MAP;
  private @Nullable String text;
  private boolean isText;
  private List<KeptField> children = List.of();
  private @Nullable Set<String> names;

  /// The root of an object.
  protected KeptField() {
    this(null, "", -1);
  }

  private KeptField(@Nullable KeptField parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    nameHash = name.hashCode();
    this.index = index;
  }

  /// A new field of this map.
  public final KeptField add(String name) {
    return add(new KeptField(this, name, -1));
  }

  /// Whether the map has a field of this name.
  public final boolean has(String name) {
    if (children.size() < MANY) {
      return child(name) != null;
    }
    if (names == null) {
      names = new HashSet<>();
      for (KeptField child : children) {
        names.add(child.name);
      }
    }
    return names.contains(name);
  }

  /// A new element of this list.
  public final KeptField add(int index) {
    return add(new KeptField(this, "", index));
  }

  private KeptField add(KeptField child) {
    if (children.isEmpty()) {
      children = new ArrayList<>();
    }
    children.add(child);
    if (names != null) {
      names.add(child.name);
    }
    return child;
  }

  /// Takes back the field that was added last.
  public final void removeLast() {
    KeptField last = children.removeLast();
    if (names != null) {
      names.remove(last.name);
    }
  }

  /// Makes it a scalar.
  ///
  /// @param text null when it is not to be kept
  /// @param isText false for numbers and booleans
  public final void becomeScalar(@Nullable String text, boolean isText) {
    this.isText = isText;
    shape = Shape.SCALAR;
    this.text = text;
  }

  public final void becomeList() {
    shape = Shape.LIST;
  }

  @Override
  public final String path() {
    StringBuilder path = new StringBuilder(64);
    appendPath(path);
    return path.toString();
  }

  private void appendPath(StringBuilder path) {
    if (parent == null) {
      return;
    }
    parent.appendPath(path);
    if (index >= 0) {
      path.append('[').append(index).append(']');
    } else {
      FieldPath.appendName(path, name);
    }
  }

  @Override
  public final String name() {
    return parent != null && index >= 0 ? parent.name() : name;
  }

  @Override
  public final Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /// The text of a scalar, or null.
  public final @Nullable String scalar() {
    return text;
  }

  @Override
  public final Stream<Field> at(String path) {
    List<Field> found = new ArrayList<>();
    walk(FieldPath.parse(path), found::add);
    return found.stream();
  }

  @Override
  public final Optional<Field> first(String path) {
    return Optional.ofNullable(first(FieldPath.parse(path)));
  }

  @Override
  public final Optional<String> text(String path) {
    return Optional.ofNullable(scalar(FieldPath.parse(path)));
  }

  @Override
  public final boolean isTrue(String path) {
    return "true".equals(scalar(FieldPath.parse(path)));
  }

  /// The first field the path matches, or null.
  public final @Nullable KeptField first(FieldPath path) {
    if (path.isSingle()) {
      KeptField field = this;
      for (int at = 0; at < path.length() && field != null; at++) {
        field = path.step(at) instanceof Step.Name(String next) ? field.child(next) : null;
      }
      return field;
    }
    KeptField[] first = new KeptField[1];
    walk(
        path,
        field -> {
          if (first[0] == null) {
            first[0] = field;
          }
        });
    return first[0];
  }

  /// The text of the first field the path matches; null when it is no scalar.
  public final @Nullable String scalar(FieldPath path) {
    KeptField field = first(path);
    return field == null ? null : field.text;
  }

  /// Hands on every field the path matches, in the order of lists and of names.
  public final void walk(FieldPath path, Consumer<? super KeptField> found) {
    walk(path, 0, found);
  }

  private void walk(FieldPath path, int at, Consumer<? super KeptField> found) {
    if (at == path.length()) {
      found.accept(this);
      return;
    }
    switch (path.step(at)) {
      case Step.Name(String next) -> {
        KeptField child = child(next);
        if (child != null) {
          child.walk(path, at + 1, found);
        }
      }
      case Step.Elements() -> {
        if (isList()) {
          for (KeptField element : children) {
            element.walk(path, at + 1, found);
          }
        }
      }
      case Step.Matching(String field, String value) -> {
        if (isList()) {
          for (KeptField element : children) {
            KeptField said = element.child(field);
            if (said != null && value.equals(said.text)) {
              element.walk(path, at + 1, found);
            }
          }
        }
      }
      case Step.At(int wanted) -> {
        if (isList()) {
          for (KeptField element : children) {
            if (element.index == wanted) {
              element.walk(path, at + 1, found);
            }
          }
        }
      }
      case Step.Values() -> {
        if (isMap()) {
          for (KeptField value : sortedByName()) {
            value.walk(path, at + 1, found);
          }
        }
      }
    }
  }

  private @Nullable KeptField child(String wanted) {
    int hash = wanted.hashCode();
    for (int at = 0; at < children.size(); at++) {
      KeptField child = children.get(at);
      if (child.nameHash == hash && child.index < 0 && child.name.equals(wanted)) {
        return child;
      }
    }
    return null;
  }

  private List<KeptField> sortedByName() {
    if (children.size() < 2) {
      return children;
    }
    List<KeptField> sorted = new ArrayList<>(children);
    sorted.sort(BY_NAME);
    return sorted;
  }

  @Override
  public final SortedMap<String, String> texts(String path) {
    return texts(FieldPath.parse(path));
  }

  /// The scalars of a map, ordered by key.
  public final SortedMap<String, String> texts(FieldPath path) {
    KeptField map = first(path);
    if (map == null || !map.isMap() || map.children.isEmpty()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, String> texts = new TreeMap<>();
    for (KeptField child : map.children) {
      if (child.text != null) {
        texts.put(child.name, child.text);
      }
    }
    return texts;
  }

  /// The names of the fields of a map, ordered.
  public final List<String> keys(FieldPath path) {
    KeptField map = first(path);
    if (map == null || !map.isMap()) {
      return List.of();
    }
    return map.sortedByName().stream().map(KeptField::name).toList();
  }

  @Override
  public final Optional<LabelSelector> labelSelector(String path) {
    return Optional.ofNullable(labelSelector(FieldPath.parse(path)));
  }

  /// A label selector; null when it is absent or none that an API server would take.
  public final @Nullable LabelSelector labelSelector(FieldPath path) {
    KeptField field = first(path);
    return field == null || !field.isMap() ? null : Selectors.read(field);
  }

  /// Whether it is a scalar that was written as text, not as a number or boolean.
  public final boolean isText() {
    return isText;
  }

  public final boolean isMap() {
    return shape == Shape.MAP;
  }

  public final boolean isList() {
    return shape == Shape.LIST;
  }

  /// Whether nothing of it was kept below.
  public final boolean isEmpty() {
    return children.isEmpty() && text == null;
  }

  /// The fields of a map ordered by name, or the elements of a list; none of a scalar.
  public final List<KeptField> below() {
    return isMap() ? sortedByName() : children;
  }

  /// In the order of the object.
  final List<KeptField> children() {
    return children;
  }

  /// All labels of a map of text; null when the field is absent or no map.
  public final @Nullable Map<String, String> labelsAt(FieldPath path) {
    KeptField field = first(path);
    return field == null || !field.isMap() ? null : texts(path);
  }

  @Override
  public String toString() {
    return path();
  }
}
