package io.kubilitics.diff;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.PathTrie;
import io.kubilitics.diff.Difference.Field;
import io.kubilitics.model.Body;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares two bodies of one object as trees. What says nothing of the object itself (uid, times,
/// counters of the server), what the catalogue ignores, and defaults that one side spells out are
/// no differences. One pair, one thread.
final class BodyComparison {
  /// Of the copy and not of what was copied.
  private static final List<String> OF_THE_SERVER =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "metadata.generation",
          "metadata.creationTimestamp",
          "metadata.ownerReferences[].uid",
          "metadata.annotations[\"deployment.kubernetes.io/revision\"]");

  private final PathTrie ignored = new PathTrie();
  private final Scope scope;
  private final List<Field> found = new ArrayList<>();

  BodyComparison(List<FieldPath> ignored, Scope scope) {
    ignored.forEach(this.ignored::ignore);
    OF_THE_SERVER.forEach(path -> this.ignored.ignore(FieldPath.parse(path)));
    if (scope != Scope.ALL) {
      List.of("status", "apiVersion").forEach(path -> this.ignored.ignore(FieldPath.parse(path)));
    }
    this.ignored.seal();
    this.scope = scope;
  }

  /// In the order of the left body.
  List<Field> compare(Body left, Body right) {
    fields("", CanonicalForm.of(left), CanonicalForm.of(right), ignored);
    return found;
  }

  private void fields(String path, Fields left, Fields right, @Nullable PathTrie trie) {
    Set<String> names = new LinkedHashSet<>(left.fields().keySet());
    names.addAll(right.fields().keySet());
    for (String name : names) {
      PathTrie below = trie == null ? null : trie.named(name);
      if (below == null || !below.isIgnored()) {
        String to = FieldNames.below(path, name);
        value(to, name, left.fields().get(name), right.fields().get(name), below);
      }
    }
  }

  private void value(
      String path,
      String name,
      @Nullable Value left,
      @Nullable Value right,
      @Nullable PathTrie trie) {
    if (left == null || Defaults.isNothing(path, left)) {
      if (right != null && scope.countsAdded() && isSaid(path, name, right)) {
        found.add(new Field(path, null, right));
      }
    } else if (right == null || Defaults.isNothing(path, right)) {
      if (scope.countsRemoved() && isSaid(path, name, left)) {
        found.add(new Field(path, left, null));
      }
    } else if (left instanceof Fields before && right instanceof Fields after) {
      fields(path, before, after, trie);
    } else if (left instanceof Items before && right instanceof Items after) {
      items(path, name, before, after, trie == null ? null : trie.elements());
    } else if (!Defaults.isSame(path, left, right)) {
      found.add(new Field(path, left, right));
    }
  }

  private static boolean isSaid(String path, String name, Value value) {
    return !Defaults.isNothing(path, value) && !Defaults.isDefault(name, value);
  }

  private void items(String path, String name, Items left, Items right, @Nullable PathTrie trie) {
    ElementKey key = ElementKey.of(name, left, right);
    if (key == null) {
      byIndex(path, name, left, right, trie);
      return;
    }
    Map<String, Value> before = key.index(left);
    Map<String, Value> after = key.index(right);
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String each : keys) {
      value(path + "[" + each + "]", "", before.get(each), after.get(each), trie);
    }
  }

  /// Such a list is set as a whole.
  private void byIndex(String path, String name, Items left, Items right, @Nullable PathTrie trie) {
    int both = Math.min(left.items().size(), right.items().size());
    for (int at = 0; at < both; at++) {
      value(path + "[" + at + "]", name, left.items().get(at), right.items().get(at), trie);
    }
    for (int at = both; at < left.items().size(); at++) {
      found.add(new Field(path + "[" + at + "]", left.items().get(at), null));
    }
    for (int at = both; at < right.items().size(); at++) {
      found.add(new Field(path + "[" + at + "]", null, right.items().get(at)));
    }
  }
}
