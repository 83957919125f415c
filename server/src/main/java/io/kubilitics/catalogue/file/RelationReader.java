package io.kubilitics.catalogue.file;

import io.kubilitics.model.Harm;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `relations:`.
final class RelationReader {
  private static final Set<String> FIELDS =
      Set.of("category", "categories", "harm", "storage", "layout", "hidden", "summary");
  private static final Set<String> EVENTS =
      Set.of("sourceDeleted", "sourceFails", "targetDeleted", "targetFails");

  private static final Set<String> ANY_AND_ALL = Set.of("any", "all");

  private RelationReader() {}

  static RelationType read(String name, YamlNode.Mapping relation) {
    relation.allowOnly(FIELDS);
    YamlNode harm = relation.get("harm");
    return new RelationType(
        new Relation(name),
        Choice.read(relation, "category", RelationType.Category.values(), null),
        byTarget(relation.get("categories")),
        harm == null ? Harm.NONE : harm(harm.asMapping()),
        Choice.read(relation, "storage", RelationType.Storage.values(), RelationType.Storage.EDGE),
        Choice.read(relation, "layout", RelationType.Layout.values(), RelationType.Layout.CORE),
        relation.flag("hidden"),
        relation.text("summary"));
  }

  private static Map<Kind, RelationType.Category> byTarget(@Nullable YamlNode categories) {
    if (categories == null) {
      return Map.of();
    }
    YamlNode.Mapping kinds = categories.asMapping();
    Map<Kind, RelationType.Category> byTarget = new HashMap<>();
    for (String kind : kinds.fields().keySet()) {
      byTarget.put(
          Kind.parse(kind), Choice.read(kinds, kind, RelationType.Category.values(), null));
    }
    return byTarget;
  }

  private static Harm harm(YamlNode.Mapping harm) {
    harm.allowOnly(EVENTS);
    return new Harm(
        outcome(harm, "sourceDeleted"),
        outcome(harm, "sourceFails"),
        outcome(harm, "targetDeleted"),
        outcome(harm, "targetFails"));
  }

  /// One effect, or one for the loss of any and one for the loss of all.
  private static Harm.Outcome outcome(YamlNode.Mapping harm, String event) {
    if (!(harm.get(event) instanceof YamlNode.Mapping both)) {
      Harm.Effect always = effect(harm, event);
      return new Harm.Outcome(always, always);
    }
    both.allowOnly(ANY_AND_ALL);
    Harm.Effect any = effect(both, "any");
    Harm.Effect all = effect(both, "all");
    if (any.compareTo(all) > 0) {
      throw new InvalidFileException(
          both.line(), "'all' is " + all.text() + ", which is less than 'any' does");
    }
    return new Harm.Outcome(any, all);
  }

  private static Harm.Effect effect(YamlNode.Mapping harm, String event) {
    return Choice.read(harm, event, Harm.Effect.values(), Harm.Effect.NONE);
  }
}
