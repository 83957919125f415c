package io.kubilitics.table;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.Column;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The table of a kind.
///
/// @param columns beside name, namespace, health and age
public record KindTable(Kind kind, List<Column> columns) {
  /// Which rows are wanted.
  ///
  /// @param namespaces empty: all
  /// @param after only rows behind this place, null for the first page
  /// @param limit how many at most, from 1
  public record Wanted(
      Set<String> namespaces,
      LabelSelector labels,
      Predicate<Node.Present> also,
      RowOrder order,
      @Nullable Place after,
      int limit) {}

  /// One page.
  ///
  /// @param total how many rows there are on all pages
  /// @param next the place behind which the next page begins, null on the last
  public record Page(List<Node.Present> rows, int total, @Nullable Place next) {}

  private record Row(Node.Present object, Place place) {}

  public KindTable {
    columns = List.copyOf(columns);
  }

  public static KindTable of(Kind kind, Catalogue catalogue) {
    return new KindTable(
        kind, catalogue.definition(kind).map(KindDefinition::columns).orElse(List.of()));
  }

  /// Reads what rows shall be ordered by: `name`, `namespace`, `health`, `age` or a column, in any
  /// case, with a minus before it for the opposite order.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader
  public RowOrder order(String text) {
    boolean descending = text.startsWith("-");
    String word = descending ? text.substring(1) : text;
    for (String field : RowOrder.FIELDS) {
      if (field.equalsIgnoreCase(word)) {
        boolean isNumber = field.equals(RowOrder.AGE) || field.equals(RowOrder.HEALTH);
        return new RowOrder(field, isNumber ? Column.Type.INTEGER : Column.Type.TEXT, descending);
      }
    }
    return columns.stream()
        .filter(column -> column.name().equalsIgnoreCase(word))
        .findFirst()
        .map(column -> new RowOrder(column.name(), column.type(), descending))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'"
                    + word
                    + "' is no column of "
                    + kind
                    + ", which has "
                    + Stream.concat(RowOrder.FIELDS.stream(), columns.stream().map(Column::name))
                        .toList()));
  }

  /// Looks at every object once and keeps no more rows than are wanted.
  public Page page(Network network, Wanted wanted) {
    Comparator<Row> order = Comparator.comparing(Row::place, wanted.order().places());
    PriorityQueue<Row> best = new PriorityQueue<>(order.reversed());
    int total = 0;
    int behind = 0;
    for (int handle = 0; handle < network.limit(); handle++) {
      if (!(network.node(handle) instanceof Node.Present object) || !isWanted(object, wanted)) {
        continue;
      }
      total++;
      Row row = new Row(object, new Place(wanted.order().value(object), object.id()));
      if (wanted.after() != null
          && wanted.order().places().compare(row.place(), wanted.after()) <= 0) {
        continue;
      }
      behind++;
      Row worst = best.size() < wanted.limit() ? null : best.peek();
      if (worst == null || order.compare(row, worst) < 0) {
        best.add(row);
        if (best.size() > wanted.limit()) {
          best.remove();
        }
      }
    }
    List<Row> rows = new ArrayList<>(best);
    rows.sort(order);
    return new Page(
        Collections.unmodifiableList(rows.stream().map(Row::object).toList()),
        total,
        behind > rows.size() ? rows.getLast().place() : null);
  }

  private boolean isWanted(Node.Present object, Wanted wanted) {
    return object.id().kind().equals(kind)
        && (wanted.namespaces().isEmpty() || wanted.namespaces().contains(object.id().namespace()))
        && wanted.labels().matches(object.resource().labels())
        && wanted.also().test(object);
  }
}
