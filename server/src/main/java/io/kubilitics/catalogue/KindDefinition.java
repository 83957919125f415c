package io.kubilitics.catalogue;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.util.List;

/// What the catalogue knows of a kind beside its rules.
///
/// @param plural as in URLs and kubectl: `deployments`
/// @param shortNames kubectl's: `deploy`
/// @param formerGroups groups that serve the same objects under the same name
/// @param category which family it is shown in: `workloads`, `network` …
/// @param icon name of its glyph
/// @param canBeIll false for what is there or not and nothing else, like a ConfigMap
/// @param columns beside name, namespace and age, in kubectl's order
/// @param groupings words under which kubectl lists several kinds: `all`
public record KindDefinition(
    Kind kind,
    String plural,
    List<String> shortNames,
    List<String> formerGroups,
    Scope scope,
    String category,
    String icon,
    boolean canBeIll,
    List<Column> columns,
    List<String> groupings) {
  public KindDefinition {
    shortNames = List.copyOf(shortNames);
    formerGroups = List.copyOf(formerGroups);
    columns = List.copyOf(columns);
    groupings = List.copyOf(groupings);
  }
}
