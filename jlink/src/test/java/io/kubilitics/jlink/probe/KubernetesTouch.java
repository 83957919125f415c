package io.kubilitics.jlink.probe;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;

/// A client on the JDK's HTTP client, a typed object and one of a kind that the client does not
/// know.
final class KubernetesTouch implements Touch {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-1, namespace: shop}
      spec: {containers: [{name: cart, image: "cart:1"}]}
      """;
  private static final String ROLLOUT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Rollout
      metadata: {name: cart, namespace: shop}
      """;

  @Override
  public String run() {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl("http://127.0.0.1:1").build();
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      String http = client.getHttpClient().getClass().getSimpleName();
      Touch.require(http.equals("JdkHttpClientImpl"), "HTTP client is " + http);

      Pod pod = Serialization.unmarshal(POD, Pod.class);
      Touch.require(
          pod.getSpec().getContainers().getFirst().getImage().equals("cart:1"), "pod is " + pod);
      GenericKubernetesResource rollout =
          Serialization.unmarshal(ROLLOUT, GenericKubernetesResource.class);
      Touch.require(rollout.getKind().equals("Rollout"), "rollout is " + rollout);
      return http + ", a Pod and a Rollout";
    }
  }
}
