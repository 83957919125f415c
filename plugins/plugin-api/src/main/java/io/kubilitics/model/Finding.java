package io.kubilitics.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Something that is wrong with an object, or with how it hangs together with others.
///
/// @param code stable name of what was looked for: `KUB001`
/// @param path the field to look at, `""` for the object as a whole
/// @param message one sentence: what is wrong
/// @param advice one sentence: what to do
/// @param related other objects that play a part, at most a few
public record Finding(
    String code,
    Level level,
    ResourceId object,
    String path,
    String message,
    String advice,
    List<ResourceId> related)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::level)
          .thenComparing(Finding::code)
          .thenComparing(finding -> finding.object.toString())
          .thenComparing(finding -> new Evidence(finding.path, finding.message));

  /// How bad it is, worst first.
  public enum Level {
    /// It does not work, or will not once something restarts.
    ERROR,
    /// It may not work, or works other than it looks.
    WARNING,
    /// It works; a careful person would change it.
    INFO;

    /// As written in JSON.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is as bad as the other, or worse.
    public boolean isAtLeast(Level other) {
      return compareTo(other) <= 0;
    }
  }

  public Finding {
    related = List.copyOf(related);
  }

  /// By level, code, object, place.
  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
