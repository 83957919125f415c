package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Operator;
import io.kubilitics.model.LabelSelector.Requirement;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A Pod, and a pod template, is to be near the Pods of its affinity and away from those of its
/// anti-affinity, whether that is required or preferred. A term looks in the namespaces it lists
/// and in those its `namespaceSelector` matches, all of them when that is empty, and in the own one
/// when it has neither. A term without `labelSelector` means no Pod. How near is said by the
/// topology key, which is the key of the evidence.
final class PodAffinity implements Rule {
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private static final FieldPath REQUIRED =
      FieldPath.parse("requiredDuringSchedulingIgnoredDuringExecution[]");
  private static final FieldPath PREFERRED =
      FieldPath.parse("preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm");
  private static final FieldPath TOPOLOGY_KEY = FieldPath.parse("topologyKey");
  private static final FieldPath LABEL_SELECTOR = FieldPath.parse("labelSelector");
  private static final FieldPath NAMESPACES = FieldPath.parse("namespaces[]");
  private static final FieldPath NAMESPACE_SELECTOR = FieldPath.parse("namespaceSelector");
  private static final FieldPath MATCH_KEYS = FieldPath.parse("matchLabelKeys[]");
  private static final FieldPath MISMATCH_KEYS = FieldPath.parse("mismatchLabelKeys[]");

  private record Side(FieldPath terms, Relation relation) {}

  private final List<Side> sides = new ArrayList<>();
  private final FieldPath labels;

  /// @param template where the template is in its object, [FieldPath#SELF] for a Pod
  PodAffinity(FieldPath template) {
    labels = template.then(FieldPath.parse("metadata.labels"));
    FieldPath affinity = template.then(FieldPath.parse("spec.affinity"));
    for (FieldPath strength : List.of(REQUIRED, PREFERRED)) {
      sides.add(
          new Side(
              affinity.then(FieldPath.parse("podAffinity")).then(strength), new Relation("near")));
      sides.add(
          new Side(
              affinity.then(FieldPath.parse("podAntiAffinity")).then(strength),
              new Relation("away-from")));
    }
  }

  @Override
  public List<FieldPath> reads() {
    List<FieldPath> reads = new ArrayList<>();
    sides.forEach(side -> reads.add(side.terms));
    reads.add(labels);
    return reads;
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    for (Side side : sides) {
      object.walk(side.terms, term -> read(term, side.relation, object, found));
    }
  }

  private void read(KeptField term, Relation relation, KeptObject object, Consumer<Fact> found) {
    LabelSelector selector = selector(term, object);
    if (selector == null) {
      return;
    }
    String topology = term.scalar(TOPOLOGY_KEY);
    for (NamespaceScope scope : scopes(term, object)) {
      found.accept(
          new Fact.Selects(
              relation,
              new Evidence(term.path(), text(selector, scope))
                  .withAttributes(topology == null ? "" : topology),
              Kinds.POD,
              scope,
              selector));
    }
  }

  /// With the labels of the Pod itself that the term asks for, as the API server adds them.
  private @Nullable LabelSelector selector(KeptField term, KeptObject object) {
    LabelSelector written = term.labelSelector(LABEL_SELECTOR);
    if (written == null) {
      return null;
    }
    List<Requirement> requirements = new ArrayList<>(written.requirements());
    Map<String, String> own = object.texts(labels);
    addKeys(term, MATCH_KEYS, Operator.IN, own, requirements);
    addKeys(term, MISMATCH_KEYS, Operator.NOT_IN, own, requirements);
    return new LabelSelector(requirements);
  }

  private static void addKeys(
      KeptField term,
      FieldPath keys,
      Operator operator,
      Map<String, String> own,
      List<Requirement> requirements) {
    term.walk(
        keys,
        field -> {
          String key = field.scalar();
          String value = key == null ? null : own.get(key);
          if (key != null && value != null) {
            requirements.add(new Requirement(key, operator, List.of(value)));
          }
        });
  }

  private static List<NamespaceScope> scopes(KeptField term, KeptObject object) {
    List<String> names = new ArrayList<>();
    term.walk(
        NAMESPACES,
        name -> {
          if (name.scalar() != null && !name.scalar().isEmpty()) {
            names.add(name.scalar());
          }
        });
    KeptField namespaceSelector = term.first(NAMESPACE_SELECTOR);
    List<NamespaceScope> scopes = new ArrayList<>();
    if (names.size() == 1) {
      scopes.add(new NamespaceScope.In(names.getFirst()));
    } else if (!names.isEmpty()) {
      scopes.add(
          new NamespaceScope.Matching(
              new LabelSelector(List.of(new Requirement(NAME_LABEL, Operator.IN, names)))));
    }
    if (namespaceSelector != null) {
      LabelSelector selector = namespaceSelector.labelSelector(FieldPath.SELF);
      if (selector != null) {
        scopes.add(
            selector.isEverything()
                ? NamespaceScope.EVERYWHERE
                : new NamespaceScope.Matching(selector));
      }
    } else if (names.isEmpty() && !object.id().namespace().isEmpty()) {
      scopes.add(new NamespaceScope.In(object.id().namespace()));
    }
    return scopes;
  }

  private static String text(LabelSelector selector, NamespaceScope scope) {
    return switch (scope) {
      case NamespaceScope.In _ -> selector.toString();
      case NamespaceScope.Everywhere _ -> selector + " in namespaces *";
      case NamespaceScope.Matching(LabelSelector namespaces) ->
          selector + " in namespaces " + namespaces;
    };
  }
}
