package io.kubilitics.testbed.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bed that other tests lie in: a real control plane does what its methods say.
@RequiresControlPlane
class ControlPlaneTest {
  private static final String GREETING =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: greeting, namespace: default}
      data: {text: hello}
      """;

  @Test
  void whatIsAppliedIsListedWatchedAndDeleted(ControlPlane plane)
      throws IOException, InterruptedException {
    KubeClient admin = plane.admin();
    String path = "/api/v1/namespaces/default/configmaps";
    admin.apply(GREETING);

    JsonNode list = admin.get(path);
    assertThat(KubeClient.items(list))
        .extracting(item -> item.at("/data/text").asText())
        .contains("hello");

    admin.patch(path + "/greeting", "{\"data\":{\"text\":\"good morning\"}}");
    admin.remove(path + "/greeting");
    List<String> types = new ArrayList<>();
    admin.watch(
        path + "?watch=1&resourceVersion=" + list.at("/metadata/resourceVersion").asText(),
        line -> {
          types.add(line.replaceFirst("^\\{\"type\":\"(\\w+)\".*", "$1"));
          return types.size() < 2;
        });

    assertThat(types).containsExactly("MODIFIED", "DELETED");
  }
}
