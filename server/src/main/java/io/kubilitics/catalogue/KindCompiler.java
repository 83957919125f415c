package io.kubilitics.catalogue;

import io.kubilitics.catalogue.feature.CodedTexts;
import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.catalogue.file.RuleEntry;
import io.kubilitics.catalogue.health.ConditionsHealth;
import io.kubilitics.catalogue.health.HealthRule;
import io.kubilitics.catalogue.health.HealthRules;
import io.kubilitics.catalogue.health.TerminatingHealth;
import io.kubilitics.catalogue.rule.BuiltInRules;
import io.kubilitics.catalogue.rule.CodedRule;
import io.kubilitics.catalogue.rule.PodTemplates;
import io.kubilitics.catalogue.rule.RefersTo;
import io.kubilitics.catalogue.rule.Rule;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import io.kubilitics.plugin.FactRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Makes of everything that is said of a kind one trie and one list of rules. Immutable; used by
/// any thread.
final class KindCompiler {
  /// What every object has and the record needs.
  private static final List<String> ALWAYS_KEPT =
      List.of(
          "metadata.name",
          "metadata.generateName",
          "metadata.namespace",
          "metadata.uid",
          "metadata.creationTimestamp",
          "metadata.labels");

  private static final List<String> ALWAYS_IGNORED =
      List.of(
          "metadata.resourceVersion",
          "metadata.selfLink",
          "metadata.managedFields",
          "metadata.annotations[\"kubectl.kubernetes.io/last-applied-configuration\"]");

  private final KindIndex kinds;
  private final Map<Kind, List<RuleEntry>> declared = new HashMap<>();
  private final List<RuleEntry> aboutPods = new ArrayList<>();
  private final Map<Kind, List<FactRule>> coded = new HashMap<>();
  private final List<FactRule> codedForEveryKind = new ArrayList<>();
  private final Map<Kind, HealthRule> health = new HashMap<>();

  KindCompiler(KindIndex kinds, List<RuleEntry> rules, List<FactRule> pluginRules) {
    this.kinds = kinds;
    for (RuleEntry rule : rules) {
      if (rule.isAboutPods()) {
        aboutPods.add(rule);
      }
      rule.from().forEach(kind -> add(declared, kind, rule));
    }
    for (FactRule rule : pluginRules) {
      if (rule.kinds().isEmpty()) {
        codedForEveryKind.add(rule);
      }
      rule.kinds().forEach(kind -> add(coded, kind, rule));
    }
    for (HealthRule rule : HealthRules.ALL) {
      rule.kinds().forEach(kind -> health.put(kind, rule));
    }
  }

  private static <T> void add(Map<Kind, List<T>> rules, Kind kind, T rule) {
    rules.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rule);
  }

  /// The paths that are ignored whatever the kind.
  static List<FieldPath> ignoredEverywhere() {
    return ALWAYS_IGNORED.stream().map(FieldPath::parse).toList();
  }

  /// Everything that is known of a kind.
  ///
  /// @param learned what a definition says of it, or null; a catalogue file says more and counts
  CompiledKind compile(Kind kind, @Nullable KindEntry learned) {
    KindEntry described = kinds.entry(kind);
    KindEntry entry = described != null ? described : learned;
    SequencedMap<String, ObjectText> texts = texts(kind, entry);
    List<Rule> rules = rules(kind, entry);
    if (described == null) {
      rules.add(new RefersTo());
    }
    HealthRule healthRule = TerminatingHealth.before(health(kind, entry));
    PathTrie fields = new PathTrie();
    ALWAYS_KEPT.forEach(path -> fields.keep(FieldPath.parse(path)));
    ALWAYS_IGNORED.forEach(path -> fields.ignore(FieldPath.parse(path)));
    rules.forEach(rule -> rule.reads().forEach(fields::keep));
    healthRule.reads().forEach(path -> fields.keep(FieldPath.parse(path)));
    healthRule.digests().forEach(fields::digest);
    texts.values().forEach(text -> text.keepIn(fields));
    if (entry != null) {
      entry.ignore().forEach(fields::ignore);
      entry.secret().forEach(fields::mask);
    }
    if (described == null) {
      fields.keepReferences(RefersTo.NOT_SEARCHED);
    }
    if (kind.equals(CustomKind.DEFINITION)) {
      CustomKind.READS.forEach(path -> fields.keep(FieldPath.parse(path)));
    }
    fields.seal();
    return new CompiledKind(
        kind,
        entry == null ? Scope.UNKNOWN : entry.scope(),
        described != null,
        fields,
        List.copyOf(rules),
        List.copyOf(texts.keySet()),
        List.copyOf(texts.values()),
        healthRule);
  }

  private static SequencedMap<String, ObjectText> texts(Kind kind, @Nullable KindEntry entry) {
    SequencedMap<String, ObjectText> texts = new LinkedHashMap<>();
    if (entry != null) {
      entry.texts().forEach(text -> texts.put(text.name(), text.text()));
      texts.putAll(CodedTexts.of(kind, entry.template()));
    }
    return texts;
  }

  private List<Rule> rules(Kind kind, @Nullable KindEntry entry) {
    List<Rule> rules = new ArrayList<>(BuiltInRules.FOR_EVERY_KIND);
    if (entry != null && entry.template() != null) {
      FieldPath template = entry.template();
      aboutPods.forEach(rule -> rules.add(rule.rule().below(template)));
      rules.addAll(PodTemplates.rules(template, entry.pods()));
    }
    declared.getOrDefault(kind, List.of()).forEach(rule -> rules.add(rule.rule()));
    rules.addAll(BuiltInRules.of(kind));
    codedForEveryKind.forEach(rule -> rules.add(new CodedRule(rule)));
    coded.getOrDefault(kind, List.of()).forEach(rule -> rules.add(new CodedRule(rule)));
    return rules;
  }

  private HealthRule health(Kind kind, @Nullable KindEntry entry) {
    HealthRule rule = health.get(kind);
    if (rule != null) {
      return rule;
    }
    return entry == null ? ConditionsHealth.OF_CUSTOM_KINDS : entry.health();
  }
}
