package io.kubilitics.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A kind of object: API group and name, without the version, which is an attribute of what was
/// read. The core group is `""`. Text form: `Pod`, `Deployment.apps`.
public record Kind(String group, String name) implements Comparable<Kind> {
  private static final Comparator<Kind> ORDER =
      Comparator.comparing(Kind::name).thenComparing(Kind::group);

  public Kind {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a kind needs a name");
    }
  }

  /// A kind of the core group.
  public static Kind core(String name) {
    return new Kind("", name);
  }

  /// Reads the text form: everything up to the first dot is the name, the rest the group.
  public static Kind parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? core(text) : new Kind(text.substring(dot + 1), text.substring(0, dot));
  }

  /// By name, then group.
  @Override
  public int compareTo(Kind other) {
    return ORDER.compare(this, other);
  }

  /// Asked for with every id; nearly always of the same instance, or of another name.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Kind(String otherGroup, String otherName)
            && name.equals(otherName)
            && group.equals(otherGroup));
  }

  @Override
  public int hashCode() {
    return group.hashCode() * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return group.isEmpty() ? name : name + '.' + group;
  }
}
