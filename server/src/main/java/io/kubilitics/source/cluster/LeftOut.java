package io.kubilitics.source.cluster;

import io.kubilitics.model.Kind;
import io.kubilitics.source.cluster.discovery.Served;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Kinds that can be listed and are no objects of a map: what they show is measured or made up when
/// it is asked for, or is another view of objects that are listed under their own kind.
final class LeftOut {
  private static final String MEASURED = "a measurement, made when it is asked for";
  private static final String VIEW = "another view of objects that are listed anyway";
  private static final String OFFER = "what could be installed, not what is there";

  private static final Map<String, String> GROUPS =
      Map.of(
          "metrics.k8s.io", MEASURED,
          "custom.metrics.k8s.io", MEASURED,
          "external.metrics.k8s.io", MEASURED,
          "authorization.openshift.io", VIEW,
          "packages.operators.coreos.com", OFFER);

  private static final Map<Kind, String> KINDS =
      Map.of(
          Kind.core("ComponentStatus"), "old health probes, made when they are asked for",
          new Kind("project.openshift.io", "Project"), VIEW,
          new Kind("image.openshift.io", "ImageStreamTag"), VIEW,
          new Kind("image.openshift.io", "ImageTag"), VIEW);

  private LeftOut() {}

  /// The same without groups that are left out as a whole: whether those answer does not matter.
  static Served without(Served served) {
    TreeMap<String, String> unknown = new TreeMap<>(served.unknown());
    unknown.keySet().removeIf(each -> GROUPS.containsKey(each.replaceFirst("/.*", "")));
    return new Served(served.kinds(), unknown);
  }

  /// Why no object of this kind belongs on a map; empty for one that does.
  static Optional<String> reason(Kind kind) {
    String ofGroup = GROUPS.get(kind.group());
    return Optional.ofNullable(ofGroup != null ? ofGroup : KINDS.get(kind));
  }
}
