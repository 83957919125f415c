package io.kubilitics.gitops;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;

/// The kinds and relations that the rules speak of.
final class Words {
  static final Kind APPLICATION = new Kind("argoproj.io", "Application");
  static final Kind APP_PROJECT = new Kind("argoproj.io", "AppProject");
  static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  static final Kind HELM_RELEASE = new Kind("helm.toolkit.fluxcd.io", "HelmRelease");
  static final Kind KUSTOMIZATION = new Kind("kustomize.toolkit.fluxcd.io", "Kustomization");
  static final Kind SECRET = Kind.core("Secret");

  static final Relation CONFIGURED_BY = new Relation("configured-by");
  static final Relation INSTALLED_BY = new Relation("installed-by");
  static final Relation PRODUCES = new Relation("produces");
  static final Relation RECONCILED_BY = new Relation("reconciled-by");

  /// Where Argo CD is installed unless somebody decides otherwise.
  static final String ARGO_CD = "argocd";

  private Words() {}
}
