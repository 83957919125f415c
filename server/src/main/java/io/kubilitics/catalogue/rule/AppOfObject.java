package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Synthetic;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An object with a namespace is part of the application that its labels or annotations name. The
/// first that is there counts, from what says most to what says least; an application ends at its
/// namespace, since two teams may well use one name. Why it is kept as a fact and answered on
/// demand is said in `notes.md` beside this class.
final class AppOfObject implements Rule {
  private static final Relation PART_OF = new Relation("part-of");

  private static final List<Label> LABELS =
      Stream.of(
              "app.kubernetes.io/part-of",
              "app.kubernetes.io/instance",
              "app.kubernetes.io/name",
              "app",
              "k8s-app")
          .map(Label::of)
          .toList();
  private static final FieldPath HELM_RELEASE = annotation("meta.helm.sh/release-name");
  private static final FieldPath ARGO_TRACKING = annotation("argocd.argoproj.io/tracking-id");
  private static final List<Label> FLUX_LABELS =
      Stream.of("kustomize.toolkit.fluxcd.io/name", "helm.toolkit.fluxcd.io/name")
          .map(Label::of)
          .toList();

  /// No object has a longer name.
  private static final int LONGEST_NAME = 253;

  private record Label(String name, String path) {
    static Label of(String name) {
      return new Label(name, FieldPath.parse("metadata.labels[\"" + name + "\"]").toString());
    }
  }

  private static FieldPath annotation(String name) {
    return FieldPath.parse("metadata.annotations[\"" + name + "\"]");
  }

  @Override
  public List<FieldPath> reads() {
    return List.of(HELM_RELEASE, ARGO_TRACKING);
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    if (object.id().namespace().isEmpty()) {
      return;
    }
    Evidence evidence = byLabel(object, LABELS);
    if (evidence == null) {
      evidence = byAnnotation(HELM_RELEASE, object.scalar(HELM_RELEASE));
    }
    if (evidence == null) {
      evidence = byAnnotation(ARGO_TRACKING, trackedBy(object));
    }
    if (evidence == null) {
      evidence = byLabel(object, FLUX_LABELS);
    }
    if (evidence == null) {
      return;
    }
    Synthetic app = new Synthetic(Synthetic.Type.APP, object.id().namespace(), evidence.value());
    found.accept(new Fact.Reaches(PART_OF, evidence, app, null, true));
  }

  private static @Nullable Evidence byLabel(KeptObject object, List<Label> labels) {
    for (Label label : labels) {
      String value = object.labels().get(label.name);
      if (value != null && isName(value)) {
        return new Evidence(label.path, value);
      }
    }
    return null;
  }

  private static boolean isName(String value) {
    return !value.isEmpty() && value.length() <= LONGEST_NAME;
  }

  private static @Nullable Evidence byAnnotation(FieldPath path, @Nullable String value) {
    return value != null && isName(value) ? new Evidence(path.toString(), value) : null;
  }

  /// The application of an id such as `team_shop:apps/Deployment:prod/cart`, when it is about this
  /// very object: operators copy annotations to what they make.
  private static @Nullable String trackedBy(KeptObject object) {
    String id = object.scalar(ARGO_TRACKING);
    if (id == null) {
      return null;
    }
    List<String> parts = List.of(id.split(":", -1));
    String kind = object.id().kind().group() + "/" + object.id().kind().name();
    String place = object.id().namespace() + "/" + object.id().name();
    if (parts.size() < 3
        || !parts.get(1).equals(kind)
        || !String.join(":", parts.subList(2, parts.size())).equals(place)) {
      return null;
    }
    return parts.getFirst().substring(parts.getFirst().indexOf('_') + 1);
  }
}
