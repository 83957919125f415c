package io.kubilitics.topology;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.store.IdIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which objects of one revision selections mean that the engine does not follow. Used by one
/// thread for one answer; equal selections are looked at once.
final class SelectedObjects {
  private record Group(Kind kind, String namespace, String key, String value) {}

  private record Selection(Kind kind, NamespaceScope scope, LabelSelector selector) {}

  private static final String ANY = "";
  private static final String EVERYWHERE = "\0";

  private final GraphTables tables;
  private final Effort effort;

  /// What the groups are made of: the kinds, and the labels that selectors ask for first.
  private final Set<Kind> kinds = new HashSet<>();

  private final Set<String> keys = new HashSet<>();

  private final Map<String, Labels> namespaces = new HashMap<>();
  private final Map<Selection, int[]> found = new HashMap<>();
  private @Nullable Map<Group, Ints> groups;

  SelectedObjects(GraphTables tables, Effort effort) {
    this.tables = tables;
    this.effort = effort;
  }

  /// Tells of a selection that will be asked for; all are told before the first question.
  void expect(Fact.Selects selects) {
    kinds.add(selects.kind());
    LabelSelector.Requirement anchor = selects.selector().anchor();
    if (anchor != null) {
      keys.add(anchor.key());
    }
  }

  /// The handles of what it means, ascending. The owner of the fact may be among them.
  int[] meantBy(Fact.Selects selects) {
    Selection key = new Selection(selects.kind(), selects.scope(), selects.selector());
    int[] known = found.get(key);
    if (known != null) {
      return known;
    }
    Ints members = new Ints();
    String where =
        selects.scope() instanceof NamespaceScope.In(String namespace) ? namespace : EVERYWHERE;
    LabelSelector.Requirement anchor = selects.selector().anchor();
    if (anchor == null) {
      collect(selects, new Group(selects.kind(), where, ANY, ANY), members);
    } else {
      for (String value : anchor.values()) {
        collect(selects, new Group(selects.kind(), where, anchor.key(), value), members);
      }
    }
    int[] handles = members.toSortedSet();
    effort.remember(handles.length);
    found.put(key, handles);
    return handles;
  }

  private void collect(Fact.Selects selects, Group group, Ints members) {
    Ints candidates = groups().get(group);
    for (int at = 0; candidates != null && at < candidates.size(); at++) {
      if (means(selects, candidates.get(at))) {
        members.add(candidates.get(at));
      }
    }
  }

  private Map<Group, Ints> groups() {
    if (groups == null) {
      groups = new HashMap<>();
      for (int handle = 0; handle < tables.limit(); handle++) {
        Resource resource = resource(handle);
        if (resource != null) {
          for (Bearer bearer : Bearer.of(resource)) {
            group(bearer, resource.id().namespace(), handle, groups);
          }
        }
      }
    }
    return groups;
  }

  private void group(Bearer bearer, String namespace, int handle, Map<Group, Ints> into) {
    if (!kinds.contains(bearer.kind())) {
      return;
    }
    for (String where : List.of(namespace, EVERYWHERE)) {
      add(new Group(bearer.kind(), where, ANY, ANY), handle, into);
      bearer
          .labels()
          .forEach((key, value) -> {
            if (keys.contains(key)) {
              add(new Group(bearer.kind(), where, key, value), handle, into);
            }
          });
    }
  }

  private static void add(Group group, int handle, Map<Group, Ints> into) {
    into.computeIfAbsent(group, _ -> new Ints()).add(handle);
  }

  /// Whether it means this object, by its own labels or by those it offers.
  boolean means(Fact.Selects selects, int handle) {
    effort.test();
    return matches(selects, handle);
  }

  /// The same for an object that was found before.
  boolean matches(Fact.Selects selects, int handle) {
    Resource resource = resource(handle);
    return resource != null
        && isIn(selects.scope(), resource.id().namespace())
        && Bearer.of(resource).stream().anyMatch(bearer -> matches(selects, bearer));
  }

  /// Whether it means this object only by labels that it offers in the place of others.
  boolean isInferred(Fact.Selects selects, int handle) {
    Resource resource = resource(handle);
    return resource != null
        && Bearer.of(resource).stream()
            .filter(bearer -> matches(selects, bearer))
            .allMatch(Bearer::inferred);
  }

  private static boolean matches(Fact.Selects selects, Bearer bearer) {
    return bearer.kind().equals(selects.kind()) && selects.selector().matches(bearer.labels());
  }

  private @Nullable Resource resource(int handle) {
    return tables.nodes().get(handle) instanceof Node.Present present ? present.resource() : null;
  }

  private boolean isIn(NamespaceScope scope, String namespace) {
    return switch (scope) {
      case NamespaceScope.In(String only) -> only.equals(namespace);
      case NamespaceScope.Everywhere() -> true;
      case NamespaceScope.Matching(LabelSelector selector) ->
          !namespace.isEmpty()
              && selector.matches(namespaces.computeIfAbsent(namespace, this::labelsOf));
    };
  }

  private Labels labelsOf(String namespace) {
    int handle = tables.find(ResourceId.clusterScoped(Namespaces.KIND, namespace));
    Resource known = handle == IdIndex.NOT_FOUND ? null : resource(handle);
    return known == null
        ? Namespaces.assumed(namespace)
        : known.labels().withDefault(NamespaceScope.NAME_LABEL, namespace);
  }
}
