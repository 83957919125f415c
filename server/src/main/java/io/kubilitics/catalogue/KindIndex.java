package io.kubilitics.catalogue;

import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.catalogue.health.HealthRule;
import io.kubilitics.model.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The kinds of a catalogue by every name they go by. Immutable.
final class KindIndex {
  private final SortedMap<Kind, KindEntry> entries = new TreeMap<>();
  private final SortedMap<Kind, KindDefinition> definitions = new TreeMap<>();

  /// Old group and name to the one kind.
  private final Map<Kind, Kind> formerly = new HashMap<>();

  /// Lower-case words, as kubectl takes them; of several kinds the first in the catalogue.
  private final Map<String, Kind> words = new HashMap<>();

  KindIndex(Collection<KindEntry> kinds) {
    Map<String, Kind> shortNames = new LinkedHashMap<>();
    for (KindEntry entry : kinds) {
      Kind kind = entry.kind();
      entries.put(kind, entry);
      definitions.put(kind, define(entry));
      entry.formerGroups().forEach(group -> formerly.put(new Kind(group, kind.name()), kind));
      List<String> groups = new java.util.ArrayList<>(entry.formerGroups());
      groups.addFirst(kind.group());
      for (String word : List.of(entry.plural(), kind.name())) {
        words.putIfAbsent(lower(word), kind);
        groups.forEach(group -> words.putIfAbsent(lower(word + '.' + group), kind));
      }
      entry.shortNames().forEach(word -> shortNames.putIfAbsent(lower(word), kind));
    }
    shortNames.forEach(words::putIfAbsent);
  }

  private static KindDefinition define(KindEntry entry) {
    return new KindDefinition(
        entry.kind(),
        entry.plural(),
        entry.shortNames(),
        entry.formerGroups(),
        entry.scope(),
        entry.category(),
        entry.icon(),
        !entry.health().equals(HealthRule.ALWAYS_HEALTHY),
        entry.texts().stream()
            .filter(text -> text.columnType() != null)
            .map(text -> new Column(text.name(), Column.Type.valueOf(upper(text.columnType()))))
            .toList(),
        entry.groupings());
  }

  private static String upper(@Nullable String type) {
    return type == null ? "TEXT" : type.toUpperCase(Locale.ROOT);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /// The one kind of a group and a name, with old twins as one; for kinds of the catalogue always
  /// the same instance, which a hundred thousand facts then share.
  Kind canonical(Kind kind) {
    KindEntry known = entries.get(kind);
    return known != null ? known.kind() : formerly.getOrDefault(kind, kind);
  }

  @Nullable KindEntry entry(Kind kind) {
    return entries.get(kind);
  }

  /// Ordered by kind.
  Collection<KindDefinition> definitions() {
    return java.util.Collections.unmodifiableCollection(definitions.values());
  }

  @Nullable KindDefinition definition(Kind kind) {
    return definitions.get(kind);
  }

  /// The kind a kubectl word means, or null: `po`, `pods`, `Pod`, `deployments.apps`,
  /// `deployments.v1.apps`.
  @Nullable Kind named(String word) {
    String lower = lower(word);
    Kind kind = words.get(lower);
    if (kind != null) {
      return kind;
    }
    int first = lower.indexOf('.');
    int second = first < 0 ? -1 : lower.indexOf('.', first + 1);
    if (first < 0 || !isVersion(lower.substring(first + 1, second < 0 ? lower.length() : second))) {
      return null;
    }
    return words.get(lower.substring(0, first) + (second < 0 ? "." : lower.substring(second)));
  }

  /// `v1`, `v1beta2`.
  private static boolean isVersion(String text) {
    return text.length() > 1 && text.charAt(0) == 'v' && Character.isDigit(text.charAt(1));
  }
}
