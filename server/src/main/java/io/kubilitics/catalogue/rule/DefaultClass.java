package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A class that an annotation makes the default offers that, for objects that name no class.
final class DefaultClass implements FactRule {
  /// No label key begins so.
  static final String DEFAULT = "%default";

  private static final List<String> ANNOTATIONS =
      List.of(
          annotation("storageclass.kubernetes.io/is-default-class"),
          annotation("storageclass.beta.kubernetes.io/is-default-class"),
          annotation("ingressclass.kubernetes.io/is-default-class"));

  private static String annotation(String name) {
    return FieldPath.parse("metadata.annotations[\"" + name + "\"]").toString();
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.STORAGE_CLASS, Kinds.INGRESS_CLASS);
  }

  @Override
  public Set<String> reads() {
    return Set.copyOf(ANNOTATIONS);
  }

  @Override
  public Stream<Fact> facts(ObjectView owner) {
    String family =
        owner.id().kind().equals(Kinds.STORAGE_CLASS) ? "storageclass." : "ingressclass.";
    return ANNOTATIONS.stream()
        .flatMap(owner::at)
        .filter(field -> field.name().startsWith(family) && isTrue(field))
        .limit(1)
        .map(field ->
            new Fact.Offers(
                new Evidence(field.path(), "true"),
                owner.id().kind(),
                Labels.of(DEFAULT, "true"),
                false));
  }

  private static boolean isTrue(Field annotation) {
    return annotation.text().map("true"::equals).orElse(false);
  }
}
