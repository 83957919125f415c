package io.kubilitics.catalogue;

import io.kubilitics.plugin.KindCatalogue;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The catalogue files that come with the product, in the order in which they are read: of kinds
/// with the same word, kubectl's choice first.
final class BuiltInFiles implements KindCatalogue {
  private static final List<String> FILES =
      List.of(
          "relations.yaml",
          "core.yaml",
          "apps.yaml",
          "batch.yaml",
          "autoscaling.yaml",
          "autoscaling.k8s.io.yaml",
          "networking.k8s.io.yaml",
          "discovery.k8s.io.yaml",
          "policy.yaml",
          "rbac.authorization.k8s.io.yaml",
          "storage.k8s.io.yaml",
          "scheduling.k8s.io.yaml",
          "certificates.k8s.io.yaml",
          "node.k8s.io.yaml",
          "coordination.k8s.io.yaml",
          "admissionregistration.k8s.io.yaml",
          "apiextensions.k8s.io.yaml",
          "apiregistration.k8s.io.yaml",
          "internal.apiserver.k8s.io.yaml",
          "storagemigration.k8s.io.yaml",
          "gateway.networking.k8s.io.yaml",
          "flowcontrol.apiserver.k8s.io.yaml",
          "resource.k8s.io.yaml",
          "snapshot.storage.k8s.io.yaml",
          "cert-manager.io.yaml",
          "acme.cert-manager.io.yaml",
          "external-secrets.io.yaml",
          "bitnami.com.yaml",
          "monitoring.coreos.com.yaml",
          "keda.sh.yaml",
          "eventing.keda.sh.yaml",
          "networking.istio.io.yaml",
          "security.istio.io.yaml",
          "telemetry.istio.io.yaml",
          "extensions.istio.io.yaml",
          "serving.knative.dev.yaml",
          "eventing.knative.dev.yaml",
          "messaging.knative.dev.yaml",
          "flows.knative.dev.yaml",
          "sources.knative.dev.yaml",
          "networking.internal.knative.dev.yaml",
          "autoscaling.internal.knative.dev.yaml",
          "argoproj.io.yaml",
          "postgresql.cnpg.io.yaml",
          "traefik.io.yaml",
          "karpenter.sh.yaml",
          "karpenter.k8s.aws.yaml",
          "karpenter.azure.com.yaml",
          "apiextensions.crossplane.io.yaml",
          "pkg.crossplane.io.yaml",
          "protection.crossplane.io.yaml",
          "ops.crossplane.io.yaml",
          "velero.io.yaml");

  @Override
  public List<String> files() {
    return FILES;
  }

  @Override
  public InputStream open(String file) throws IOException {
    InputStream yaml = BuiltInFiles.class.getResourceAsStream("/catalogue/" + file);
    if (yaml == null) {
      throw new FileNotFoundException("/catalogue/" + file);
    }
    return yaml;
  }
}
