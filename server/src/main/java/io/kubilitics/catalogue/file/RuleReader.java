package io.kubilitics.catalogue.file;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.rule.Condition;
import io.kubilitics.catalogue.rule.DeclaredRule;
import io.kubilitics.catalogue.rule.NamesRule;
import io.kubilitics.catalogue.rule.NamespacePolicy;
import io.kubilitics.catalogue.rule.ReachesRule;
import io.kubilitics.catalogue.rule.SelectsRule;
import io.kubilitics.catalogue.rule.Target;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Synthetic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `rules:` or `podRules:`. Which kind of rule it is follows from the one field
/// of `target`, `selects`, `reaches` that is there.
final class RuleReader {
  private static final Set<String> COMMON = Set.of("from", "relation", "path", "when", "unless");
  private static final Set<String> NAMES =
      joined(
          COMMON,
          "target",
          "name",
          "namespace",
          "presence",
          "optional",
          "key",
          "uid",
          "grant",
          "reversed",
          "absent",
          "foreign");
  private static final Set<String> SELECTS = joined(COMMON, "selects", "form", "where", "empty");
  private static final Set<String> REACHES = joined(COMMON, "reaches", "name", "reversed");
  private static final Set<String> TARGET_FIELDS =
      Set.of("kind", "group", "apiVersion", "defaultGroup", "defaultKind");
  private static final Set<String> NAMESPACE_FIELDS = Set.of("field", "absent", "is");

  private RuleReader() {}

  static RuleEntry aboutPods(YamlNode.Mapping rule) {
    if (rule.get("from") != null) {
      throw new InvalidFileException(rule.line(), "a rule about pods has no 'from'");
    }
    return new RuleEntry(rule.line(), List.of(), declared(rule));
  }

  static RuleEntry read(YamlNode.Mapping rule) {
    List<Kind> from = rule.texts("from").stream().map(text -> kind(text, rule.line())).toList();
    if (from.isEmpty()) {
      throw new InvalidFileException(rule.line(), "the field 'from' is missing");
    }
    return new RuleEntry(rule.line(), from, declared(rule));
  }

  private static DeclaredRule declared(YamlNode.Mapping rule) {
    if (rule.get("target") != null) {
      rule.allowOnly(NAMES);
      return names(rule);
    }
    if (rule.get("selects") != null) {
      rule.allowOnly(SELECTS);
      return selects(rule);
    }
    if (rule.get("reaches") != null) {
      rule.allowOnly(REACHES);
      return reaches(rule);
    }
    throw new InvalidFileException(
        rule.line(), "a rule says what it finds with 'target', 'selects' or 'reaches'");
  }

  private static NamesRule names(YamlNode.Mapping rule) {
    YamlNode grant = rule.get("grant");
    List<FieldPath> paths = paths(rule, "path");
    Target target = target(rule);
    String absent = rule.text("absent", "");
    if (!absent.isEmpty()
        && (!(target instanceof Target.Fixed)
            || !paths.stream().allMatch(FieldPath::isSingle)
            || rule.get("name") != null)) {
      throw new InvalidFileException(
          rule.line(), "'absent' needs a path without lists, a fixed target and no 'name'");
    }
    return new NamesRule(
        relation(rule),
        paths,
        conditions(rule),
        path(rule, "name", FieldPath.SELF),
        target,
        namespace(rule),
        Choice.read(rule, "presence", Presence.values(), Presence.REQUIRED),
        rule.get("optional") == null ? null : path(rule, "optional", FieldPath.SELF),
        rule.get("key") == null ? List.of() : paths(rule, "key"),
        rule.get("uid") == null ? null : path(rule, "uid", FieldPath.SELF),
        grant == null ? null : kind(grant.asText(), grant.line()),
        rule.flag("reversed"),
        absent,
        rule.text("foreign", ""));
  }

  private static SelectsRule selects(YamlNode.Mapping rule) {
    return new SelectsRule(
        relation(rule),
        paths(rule, "path"),
        conditions(rule),
        Choice.read(rule, "form", SelectsRule.Form.values(), SelectsRule.Form.SELECTOR),
        kind(rule.text("selects"), rule.line()),
        Choice.read(rule, "where", SelectsRule.Where.values(), SelectsRule.Where.OWN),
        Choice.read(rule, "empty", Meaning.values(), null) == Meaning.ALL);
  }

  /// What an empty selector selects; there is no safe default, so every rule says it.
  private enum Meaning {
    ALL,
    NONE
  }

  private static ReachesRule reaches(YamlNode.Mapping rule) {
    return new ReachesRule(
        relation(rule),
        paths(rule, "path"),
        conditions(rule),
        path(rule, "name", FieldPath.SELF),
        Choice.read(rule, "reaches", Synthetic.Type.values(), null),
        rule.flag("reversed"));
  }

  private static Relation relation(YamlNode.Mapping rule) {
    String name = rule.text("relation");
    if (name.isEmpty()) {
      throw new InvalidFileException(rule.line(), "a relation needs a name");
    }
    return new Relation(name);
  }

  private static Target target(YamlNode.Mapping rule) {
    YamlNode target = rule.get("target");
    if (!(target instanceof YamlNode.Mapping read)) {
      return new Target.Fixed(kind(rule.text("target"), rule.line()));
    }
    read.allowOnly(TARGET_FIELDS);
    boolean isApiVersion = read.get("apiVersion") != null;
    if (isApiVersion && read.get("group") != null) {
      throw new InvalidFileException(read.line(), "a target has 'group' or 'apiVersion', not both");
    }
    return new Target.Read(
        path(read, "kind", FieldPath.parse("kind")),
        path(read, isApiVersion ? "apiVersion" : "group", FieldPath.parse("group")),
        isApiVersion,
        read.text("defaultGroup", ""),
        read.text("defaultKind", ""));
  }

  private static NamespacePolicy namespace(YamlNode.Mapping rule) {
    YamlNode namespace = rule.get("namespace");
    return switch (namespace) {
      case null -> new NamespacePolicy.Own(false);
      case YamlNode.Text(int line, String value) ->
          switch (value) {
            case "own" -> new NamespacePolicy.Own(false);
            case "always-own" -> new NamespacePolicy.Own(true);
            case String _ ->
                throw new InvalidFileException(
                    line, "'namespace' is own, always-own or {field: path}");
          };
      case YamlNode.Mapping said -> {
        said.allowOnly(NAMESPACE_FIELDS);
        String is = said.text("is", "");
        if (!is.isEmpty()) {
          if (said.fields().size() > 1) {
            throw new InvalidFileException(said.line(), "'is' stands alone");
          }
          yield new NamespacePolicy.Is(is);
        }
        Absent absent = Choice.read(said, "absent", Absent.values(), Absent.OWN);
        yield new NamespacePolicy.Said(path(said, "field", FieldPath.SELF), absent == Absent.OWN);
      }
      case YamlNode.Sequence sequence ->
          throw new InvalidFileException(
              sequence.line(), "'namespace' is own, always-own or {field: path}");
    };
  }

  /// What the namespace is when the field that says it is absent.
  private enum Absent {
    OWN,
    NONE
  }

  private static List<Condition> conditions(YamlNode.Mapping rule) {
    List<Condition> conditions = new ArrayList<>();
    readConditions(rule.get("when"), true, conditions);
    readConditions(rule.get("unless"), false, conditions);
    return conditions;
  }

  private static void readConditions(
      @Nullable YamlNode node, boolean isWanted, List<Condition> conditions) {
    if (node == null) {
      return;
    }
    YamlNode.Mapping fields = node.asMapping();
    for (String field : fields.fields().keySet()) {
      FieldPath path = Paths.read(new YamlNode.Text(node.line(), field));
      conditions.add(new Condition(path, fields.texts(field), isWanted));
    }
  }

  private static FieldPath path(YamlNode.Mapping rule, String field, FieldPath otherwise) {
    YamlNode node = rule.get(field);
    return node == null ? otherwise : Paths.read(node);
  }

  private static List<FieldPath> paths(YamlNode.Mapping rule, String field) {
    YamlNode node = rule.get(field);
    if (node == null) {
      throw new InvalidFileException(rule.line(), "the field '" + field + "' is missing");
    }
    List<FieldPath> paths = new ArrayList<>();
    if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> paths.addAll(Paths.readAll(item)));
    } else {
      paths.addAll(Paths.readAll(node));
    }
    return paths;
  }

  private static Kind kind(@Nullable String text, int line) {
    if (text == null || text.isEmpty() || text.startsWith(".")) {
      throw new InvalidFileException(line, "a kind is written as Pod or Deployment.apps");
    }
    return Kind.parse(text);
  }

  private static Set<String> joined(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
