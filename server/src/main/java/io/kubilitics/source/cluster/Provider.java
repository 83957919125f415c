package io.kubilitics.source.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Who runs a cluster, or what made it, guessed from the traces that it leaves.
final class Provider {
  /// What is known of a cluster before it is read.
  ///
  /// @param context its name in the kubeconfig
  /// @param host of the API server
  /// @param version as `/version` has it: `v1.31.2-eks-7f9249a`
  /// @param groups that are served
  /// @param providerId of a node: `aws:///eu-west-1a/i-0123`, or `""`
  /// @param labels names of the labels of a node
  record Traces(
      String context,
      String host,
      String version,
      List<String> groups,
      String providerId,
      List<String> labels) {
    Traces {
      groups = List.copyOf(groups);
      labels = List.copyOf(labels);
    }

    private boolean label(String prefix) {
      return labels.stream().anyMatch(label -> label.startsWith(prefix));
    }

    private boolean host(String suffix) {
      return host.toLowerCase(Locale.ROOT).endsWith(suffix);
    }
  }

  /// What is certain first: a distribution says more than the cloud below it.
  private static final List<Sign> SIGNS =
      List.of(
          sign("OpenShift", t -> t.groups().contains("config.openshift.io")),
          sign("OpenShift", t -> t.label("node.openshift.io/")),
          sign("EKS", t -> t.version().contains("-eks-") || t.host(".eks.amazonaws.com")),
          sign("EKS", t -> t.label("eks.amazonaws.com/")),
          sign("GKE", t -> t.version().contains("-gke.") || t.host(".gke.goog")),
          sign("GKE", t -> t.label("cloud.google.com/gke-")),
          sign("AKS", t -> t.host(".azmk8s.io") || t.label("kubernetes.azure.com/")),
          sign("k3d", t -> t.version().contains("+k3s") && t.context().startsWith("k3d-")),
          sign("k3s", t -> t.version().contains("+k3s") || t.providerId().startsWith("k3s://")),
          sign("RKE2", t -> t.version().contains("+rke2")),
          sign("k0s", t -> t.version().contains("+k0s")),
          sign("MicroK8s", t -> t.label("microk8s.io/")),
          sign("minikube", t -> t.label("minikube.k8s.io/")),
          sign("kind", t -> t.providerId().startsWith("kind://")),
          sign("Docker Desktop", t -> t.context().equals("docker-desktop")),
          sign("DigitalOcean", t -> t.label("doks.digitalocean.com/")),
          sign("DigitalOcean", t -> t.providerId().startsWith("digitalocean://")),
          sign("Linode", t -> t.providerId().startsWith("linode://")),
          sign("OKE", t -> t.label("oci.oraclecloud.com/")),
          sign("IBM Cloud", t -> t.label("ibm-cloud.kubernetes.io/")),
          sign("Alibaba Cloud", t -> t.version().contains("-aliyun.")),
          sign("Talos", t -> t.label("extensions.talos.dev/")),
          sign("kwok", t -> t.providerId().startsWith("kwok://")),
          sign("AWS", t -> t.providerId().startsWith("aws://")),
          sign("Google Cloud", t -> t.providerId().startsWith("gce://")),
          sign("Azure", t -> t.providerId().startsWith("azure://")),
          sign("Hetzner", t -> t.providerId().startsWith("hcloud://")),
          sign("OpenStack", t -> t.providerId().startsWith("openstack://")),
          sign("vSphere", t -> t.providerId().startsWith("vsphere://")));

  private record Sign(String provider, Predicate<Traces> isSeen) {}

  private Provider() {}

  private static Sign sign(String provider, Predicate<Traces> isSeen) {
    return new Sign(provider, isSeen);
  }

  /// The provider's name, or `""`.
  static String of(Traces traces) {
    Optional<Sign> seen = SIGNS.stream().filter(sign -> sign.isSeen().test(traces)).findFirst();
    return seen.map(Sign::provider).orElse("");
  }
}
