package io.kubilitics.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.ContainerOutline.Port;
import io.kubilitics.model.Features;
import io.kubilitics.model.ServicePort;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTextTest {
  @Test
  void containersAreReadBackAsTheyWereWritten() {
    List<ContainerOutline> containers =
        List.of(
            new ContainerOutline(
                "spec.template.spec.containers[0]",
                "registry.example.com:5000/web@sha256:00",
                true,
                false,
                List.of(new Port("http", "8080", "TCP"), new Port("", "53", "UDP"))),
            new ContainerOutline(
                "spec.template.spec.initContainers[12]", "", false, true, List.of()));

    String text = ContainerOutline.write("spec.template.spec", containers);

    assertThat(text.length()).isLessThan(100);
    assertThat(ContainerOutline.of(Features.of(Map.of(ContainerOutline.FEATURE, text))))
        .isEqualTo(containers);
  }

  @Test
  void whatSeparatesPartsCannotBeSmuggledIn() {
    ContainerOutline evil =
        new ContainerOutline(
            "spec.containers[0]",
            "a\nc1\tb",
            false,
            false,
            List.of(new Port("x,UDP\t1", "80", "TCP")));

    String text = ContainerOutline.write("spec", List.of(evil));

    assertThat(ContainerOutline.of(Features.of(Map.of(ContainerOutline.FEATURE, text))))
        .singleElement()
        .satisfies(container -> {
          assertThat(container.image()).isEqualTo("a c1 b");
          assertThat(container.ports()).containsExactly(new Port("x UDP 1", "80", "TCP"));
        });
  }

  @Test
  void portsAreReadBackAsTheyWereWritten() {
    List<ServicePort> ports =
        List.of(
            new ServicePort("", "80", "TCP", "http"), new ServicePort("dns", "53", "UDP", "53"));

    String text = ServicePort.write(ports);

    assertThat(ServicePort.of(Features.of(Map.of(ServicePort.FEATURE, text)))).isEqualTo(ports);
    assertThat(ports.getLast().isCalled("dns")).isTrue();
    assertThat(ports.getFirst().isCalled("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "\t", "spec\n", "spec\n\t\t", "spec\nc0", "spec\n\t\t\t,,,", "x\ty\nz"})
  void anyTextCanBeRead(String text) {
    assertThat(ContainerOutline.of(Features.of(Map.of(ContainerOutline.FEATURE, text))))
        .isNotNull();
    assertThat(ServicePort.of(Features.of(Map.of(ServicePort.FEATURE, text)))).isNotNull();
  }
}
