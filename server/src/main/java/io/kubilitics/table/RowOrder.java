package io.kubilitics.table;

import io.kubilitics.catalogue.Column;
import io.kubilitics.model.Health;
import io.kubilitics.model.NaturalOrder;
import io.kubilitics.topology.Node;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By what the rows of a table are ordered. Rows without a value come last, whichever way; rows of
/// the same value are ordered by namespace and name.
///
/// @param by `name`, `namespace`, `health`, `age`, or the name of a column
public record RowOrder(String by, Column.Type type, boolean descending) {
  static final String NAME = "name";
  static final String NAMESPACE = "namespace";
  static final String HEALTH = "health";
  static final String AGE = "age";

  /// What every object has, before the columns of its kind.
  static final List<String> FIELDS = List.of(NAME, NAMESPACE, HEALTH, AGE);

  public static final RowOrder BY_NAMESPACE = new RowOrder(NAMESPACE, Column.Type.TEXT, false);

  /// From bad to good, as a reader looks for them.
  private static final List<Health.Status> WORST_FIRST =
      List.of(
          Health.Status.FAILED,
          Health.Status.DEGRADED,
          Health.Status.PROGRESSING,
          Health.Status.UNKNOWN,
          Health.Status.SUSPENDED,
          Health.Status.HEALTHY);

  /// What a row is ordered by, or null when it has none.
  @Nullable String value(Node.Present row) {
    return switch (by) {
      case NAME -> row.id().name();
      case NAMESPACE -> row.id().namespace();
      case HEALTH -> String.valueOf(WORST_FIRST.indexOf(row.health().status()));
      case AGE ->
          row.resource().createdAt().map(at -> String.valueOf(-at.getEpochSecond())).orElse(null);
      default -> row.resource().features().get(by);
    };
  }

  Comparator<Place> places() {
    Comparator<String> values =
        switch (type) {
          case INTEGER -> RowOrder::compareNumbers;
          case TEXT, DATE -> NaturalOrder.INSTANCE;
        };
    return Comparator.comparing(
            Place::value, Comparator.nullsLast(descending ? values.reversed() : values))
        .thenComparing(Place::id);
  }

  /// Whatever is no number comes after all numbers.
  private static int compareNumbers(String one, String other) {
    Long number = number(one);
    Long otherNumber = number(other);
    if (number == null || otherNumber == null) {
      int order = Boolean.compare(number == null, otherNumber == null);
      return order == 0 ? NaturalOrder.INSTANCE.compare(one, other) : order;
    }
    return number.compareTo(otherNumber);
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// As it is asked for.
  @Override
  public String toString() {
    return descending ? "-" + by : by;
  }
}
