package io.kubilitics.truth;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.Column;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// `docs/kinds.md`: every kind the catalogue describes.
final class KindReference {
  private KindReference() {}

  static String text(Catalogue catalogue) {
    SortedMap<String, List<KindDefinition>> groups = new TreeMap<>();
    Collection<KindDefinition> kinds = catalogue.kinds();
    kinds.forEach(
        kind -> groups.computeIfAbsent(kind.kind().group(), _ -> new ArrayList<>()).add(kind));
    List<String> lines = new ArrayList<>();
    lines.add("# Kinds");
    lines.add("");
    lines.add(
        """
        The kinds the catalogue describes. Any other kind is shown, too: by what its
        CustomResourceDefinition says, and by references that its fields look like. Each name here, the
        kind and the kind with its group are understood wherever a kind is asked for. This page is made
        from the catalogue.\
        """);
    groups.forEach((group, ofGroup) -> {
      lines.add("");
      lines.add("## " + (group.isEmpty() ? "The core group" : group));
      lines.add("");
      lines.add("| Kind | Names | Scope | Columns |");
      lines.add("|---|---|---|---|");
      ofGroup.forEach(kind -> lines.add(row(kind)));
    });
    return String.join("\n", lines) + "\n";
  }

  private static String row(KindDefinition kind) {
    List<String> names = new ArrayList<>(List.of(kind.plural()));
    names.addAll(kind.shortNames());
    List<String> columns = kind.columns().stream().map(Column::name).toList();
    return "| "
        + kind.kind().name()
        + " | "
        + String.join(", ", names)
        + " | "
        + (kind.scope() == Scope.CLUSTER ? "cluster" : "namespace")
        + " | "
        + String.join(", ", columns)
        + " |";
  }
}
