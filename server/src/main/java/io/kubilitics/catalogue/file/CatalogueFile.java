package io.kubilitics.catalogue.file;

import io.kubilitics.model.RelationType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One catalogue file: the kinds of one API group, relations, rules. The format is described in the
/// README beside the built-in files.
///
/// @param relations with the line of each
public record CatalogueFile(
    String name,
    List<KindEntry> kinds,
    Map<RelationType, Integer> relations,
    List<RuleEntry> rules) {
  private static final Set<String> FIELDS =
      Set.of("group", "kinds", "relations", "rules", "podRules");

  public CatalogueFile {
    kinds = List.copyOf(kinds);
    rules = List.copyOf(rules);
  }

  /// Reads a whole file.
  ///
  /// @param name for messages
  /// @throws InvalidFileException with line and reason
  public static CatalogueFile read(String name, InputStream yaml) {
    YamlNode.Mapping root = YamlReader.read(yaml).asMapping();
    root.allowOnly(FIELDS);
    List<KindEntry> kinds = new ArrayList<>();
    String group = root.text("group", "");
    root.map("kinds")
        .forEach((kind, node) -> kinds.add(KindReader.read(group, kind, node.asMapping())));
    if (!kinds.isEmpty() && root.get("group") == null) {
      throw new InvalidFileException(
          root.line(),
          "'group' is missing: a file with kinds names their API group, \"\" for core");
    }
    Map<RelationType, Integer> relations = new LinkedHashMap<>();
    root.map("relations")
        .forEach((relation, node) ->
            relations.put(RelationReader.read(relation, node.asMapping()), node.line()));
    List<RuleEntry> rules = new ArrayList<>();
    root.list("podRules").forEach(node -> rules.add(RuleReader.aboutPods(node.asMapping())));
    root.list("rules").forEach(node -> rules.add(RuleReader.read(node.asMapping())));
    return new CatalogueFile(name, kinds, relations, rules);
  }
}
