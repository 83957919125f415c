package io.kubilitics.check;

import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import java.util.Set;

/// A ConfigMap or Secret to which nothing refers. Those that belong to the control plane, to a
/// controller, to Helm or to a ServiceAccount are never taken for left over, nor those that a
/// program is known to find by a label. Among manifests an operator may be the one who reads it.
final class Orphan implements Check {
  private static final Set<String> SYSTEM_NAMESPACES =
      Set.of("kube-system", "kube-public", "kube-node-lease");
  private static final Set<String> IN_EVERY_NAMESPACE =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert");
  private static final Set<String> TYPES_OF_PROGRAMS =
      Set.of(
          "kubernetes.io/service-account-token",
          "bootstrap.kubernetes.io/token",
          "helm.sh/release.v1");

  /// Labels by which programs look for their configuration.
  private static final Set<String> FOUND_BY_LABEL =
      Set.of(
          "grafana_dashboard",
          "grafana_datasource",
          "grafana_alert",
          "argocd.argoproj.io/secret-type",
          "sealedsecrets.bitnami.com/sealed-secrets-key",
          "cnpg.io/reload");

  private final Code code;
  private final Kind kind;

  private Orphan(Code code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  static Check configMap() {
    return new Orphan(Code.KUB042, Kinds.CONFIG_MAP);
  }

  static Check secret() {
    return new Orphan(Code.KUB043, Kinds.SECRET);
  }

  @Override
  public Code code() {
    return code;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(kind);
  }

  @Override
  public void check(Subject subject, Report report) {
    World world = subject.world();
    boolean mayBeOfOperator =
        !world.isClosed() && world.hasCustomResources(subject.id().namespace());
    if (mayBeOfOperator
        || isOfSomebody(subject)
        || subject.isReferredTo()
        || !world.knowsWhoRefers()) {
      return;
    }
    report.add(subject.finding(code, Level.INFO, "", "Nothing that is known refers to it."));
  }

  private static boolean isOfSomebody(Subject subject) {
    return subject.hasOwner()
        || SYSTEM_NAMESPACES.contains(subject.id().namespace())
        || IN_EVERY_NAMESPACE.contains(subject.id().name())
        || TYPES_OF_PROGRAMS.contains(subject.feature("Type"))
        || !subject.targets("token-of").isEmpty()
        || isFoundByLabel(subject.resource().labels());
  }

  private static boolean isFoundByLabel(Labels labels) {
    return FOUND_BY_LABEL.stream().anyMatch(label -> labels.get(label) != null);
  }
}
