package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.cluster.Provider.Traces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "EKS, prod, ABC.gr7.eu-west-1.eks.amazonaws.com, v1.31.2, -, -",
        "EKS, prod, 10.0.0.1, v1.31.2-eks-7f9249a, -, -",
        "EKS, prod, 10.0.0.1, v1.31.2, aws:///eu-west-1a/i-0123, eks.amazonaws.com/nodegroup",
        "GKE, gke_shop_eu_main, 34.1.2.3, v1.30.5-gke.1014001, -, -",
        "AKS, shop, shop-dns-1.hcp.westeurope.azmk8s.io, v1.30.1, -, -",
        "kind, kind-dev, 127.0.0.1, v1.36.3, kind://docker/dev/dev-control-plane, -",
        "k3s, default, 192.168.1.2, v1.31.1+k3s1, k3s://pi, -",
        "k3d, k3d-dev, 0.0.0.0, v1.31.1+k3s1, k3s://k3d-dev, -",
        "minikube, minikube, 192.168.49.2, v1.31.0, -, minikube.k8s.io/name",
        "AWS, prod, 10.0.0.1, v1.31.0, aws:///eu-west-1a/i-0123, -",
        "OpenShift, prod, api.shop.example.com, v1.28.3, aws:///a/i-0, node.openshift.io/os_id",
      })
  void aProviderIsKnownByItsTraces(
      String provider, String context, String host, String version, String id, String label) {
    Traces traces =
        new Traces(
            context,
            host,
            version,
            List.of("apps"),
            id == null ? "" : id,
            label == null ? List.of() : List.of(label));

    assertThat(Provider.of(traces)).isEqualTo(provider);
  }

  @Test
  void ofAClusterWithoutTracesNothingIsClaimed() {
    assertThat(Provider.of(new Traces("prod", "10.0.0.1", "v1.36.0", List.of(), "", List.of())))
        .isEmpty();
  }
}
