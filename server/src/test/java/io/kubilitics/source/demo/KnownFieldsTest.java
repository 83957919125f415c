package io.kubilitics.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubilitics.testbed.DemoManifests;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The generator against the types of the Kubernetes API that a client library has: what it writes
/// must be a field there, and of that type.
class KnownFieldsTest {
  private final KubernetesSerialization serialization =
      new KubernetesSerialization(new ObjectMapper(), true);
  private final Set<String> unknown = new TreeSet<>();
  private final Set<String> checked = new TreeSet<>();

  @Test
  void everyFieldIsOneThatKubernetesKnows() throws ReflectiveOperationException {
    DemoCluster cluster =
        DemoCluster.of(DemoSpec.DEFAULT, DemoManifests.BORN, DemoSource.USUAL_PACE);
    for (Map<String, Object> body : cluster.objects().toList()) {
      Object typed = serialization.unmarshal(DemoManifests.json(body));
      if (!(typed instanceof GenericKubernetesResource)) {
        checked.add(typed.getClass().getSimpleName());
        walk(typed, Bodies.id(body).kind().toString());
      }
    }

    assertThat(unknown).isEmpty();
    assertThat(checked).contains("Pod", "Deployment", "EndpointSlice", "Ingress", "Node", "Lease");
  }

  @Test
  void aMisspeltFieldWouldBeSeen() throws ReflectiveOperationException {
    walk(
        serialization.unmarshal(
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"nodeNaem\":\"worker-1\"}}"),
        "Pod");

    assertThat(unknown).containsExactly("Pod.spec.nodeNaem");
  }

  private void walk(@Nullable Object value, String path) throws ReflectiveOperationException {
    switch (value) {
      case KubernetesResource resource -> walkFields(resource, path);
      case Collection<?> list -> {
        for (Object element : list) {
          walk(element, path + "[]");
        }
      }
      case null, default -> {}
    }
  }

  private void walkFields(KubernetesResource resource, String path)
      throws ReflectiveOperationException {
    List<Method> getters = new ArrayList<>();
    Stream.of(resource.getClass().getMethods())
        .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
        .filter(method -> !method.isBridge())
        .sorted(Comparator.comparing(Method::getName))
        .forEach(getters::add);
    for (Method getter : getters) {
      Object value = getter.invoke(resource);
      String name = getter.getName().substring("get".length());
      if (name.equals("AdditionalProperties") && value instanceof Map<?, ?> more) {
        more.keySet().forEach(key -> unknown.add(path + "." + key));
        continue;
      }
      walk(value, path + "." + Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
  }
}
