package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fields that select other objects by their labels.
///
/// @param form how the selector is written
/// @param where in which namespaces it selects
/// @param emptySelectsAll what a selector without requirements means; one that is absent always
///   selects nothing
public record SelectsRule(
    Relation relation,
    List<FieldPath> paths,
    List<Condition> when,
    Form form,
    Kind kind,
    Where where,
    boolean emptySelectsAll)
    implements DeclaredRule {

  public enum Form {
    /// A map of labels that must all be there.
    LABELS,
    /// A `metav1.LabelSelector`.
    SELECTOR
  }

  public enum Where {
    OWN,
    EVERYWHERE,
    CLUSTER
  }

  public SelectsRule {
    paths = List.copyOf(paths);
    when = List.copyOf(when);
  }

  @Override
  public SelectsRule below(FieldPath prefix) {
    return new SelectsRule(
        relation,
        paths.stream().map(prefix::then).toList(),
        when,
        form,
        kind,
        where,
        emptySelectsAll);
  }

  @Override
  public List<FieldPath> reads() {
    return paths;
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    for (FieldPath path : paths) {
      object.walk(path, anchor -> read(anchor, object, found));
    }
  }

  private void read(KeptField anchor, KeptObject object, Consumer<Fact> found) {
    LabelSelector selector = selector(anchor);
    NamespaceScope scope = scope(object);
    if (selector == null
        || scope == null
        || (selector.isEverything() && !emptySelectsAll)
        || !Condition.allHold(when, anchor)) {
      return;
    }
    found.accept(
        new Fact.Selects(
            relation, new Evidence(anchor.path(), selector.toString()), kind, scope, selector));
  }

  private @Nullable LabelSelector selector(KeptField anchor) {
    return switch (form) {
      case LABELS -> {
        Map<String, String> labels = anchor.labelsAt(FieldPath.SELF);
        yield labels == null ? null : LabelSelector.matching(labels);
      }
      case SELECTOR -> anchor.labelSelector(FieldPath.SELF);
    };
  }

  private @Nullable NamespaceScope scope(KeptObject object) {
    String own = object.id().namespace();
    return switch (where) {
      case OWN -> own.isEmpty() ? null : new NamespaceScope.In(own);
      case EVERYWHERE -> NamespaceScope.EVERYWHERE;
      case CLUSTER -> NamespaceScope.CLUSTER;
    };
  }
}
