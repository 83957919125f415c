package io.kubilitics.gitops;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.Extension;

/// What reconciles an object says so on it: Flux with two labels, Argo CD with the annotation
/// `argocd.argoproj.io/tracking-id` (`APP:GROUP/KIND:NAMESPACE/NAME`, where the app of another
/// namespace than Argo CD's own is `NAMESPACE_APP`). A mark that was copied from another object
/// with the rest of it says nothing, and neither does an object about itself.
@Extension
public final class ReconciledByMark implements FactRule {
  private static final String TRACKING = "metadata.annotations[\"argocd.argoproj.io/tracking-id\"]";

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public Set<String> reads() {
    return Set.of(TRACKING);
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    return Stream.of(
            flux(object, Words.KUSTOMIZATION), flux(object, Words.HELM_RELEASE), argo(object))
        .flatMap(facts -> facts);
  }

  private static Stream<Fact> flux(ObjectView object, Kind kind) {
    String name = object.labels().get(kind.group() + "/name");
    String namespace = object.labels().get(kind.group() + "/namespace");
    return name == null || name.isEmpty() || namespace == null || namespace.isEmpty()
        ? Stream.of()
        : reconciled(
            object,
            new Evidence("metadata.labels[\"" + kind.group() + "/name\"]", name),
            new ResourceId(kind, namespace, name));
  }

  private static Stream<Fact> argo(ObjectView object) {
    String id = object.text(TRACKING).orElse("");
    String[] parts = id.split(":", 3);
    if (parts.length < 3 || parts[0].isEmpty() || !isAbout(object.id(), parts[1], parts[2])) {
      return Stream.of();
    }
    int mark = parts[0].indexOf('_');
    String namespace = mark > 0 ? parts[0].substring(0, mark) : Words.ARGO_CD;
    String name = parts[0].substring(mark + 1);
    return name.isEmpty()
        ? Stream.of()
        : reconciled(
            object, new Evidence(TRACKING, id), new ResourceId(Words.APPLICATION, namespace, name));
  }

  /// Whether `GROUP/KIND` and `NAMESPACE/NAME` mean this object; a cluster-scoped one is written
  /// with the namespace of its app, or none.
  private static boolean isAbout(ResourceId id, String kind, String place) {
    boolean sameKind = kind.equals(id.kind().group() + "/" + id.kind().name());
    int slash = place.indexOf('/');
    boolean sameNamespace =
        id.namespace().isEmpty() || slash < 0 || place.substring(0, slash).equals(id.namespace());
    return sameKind && sameNamespace && place.substring(slash + 1).equals(id.name());
  }

  private static Stream<Fact> reconciled(ObjectView object, Evidence evidence, ResourceId by) {
    return by.equals(object.id())
        ? Stream.of()
        : Stream.of(new Fact.Names(Words.RECONCILED_BY, evidence, by, Presence.IF_EXISTS));
  }
}
