package io.kubilitics.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.testbed.Manifests;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindAppearanceTest {
  private final KindAppearance appearance = new KindAppearance(Manifests.catalogue());

  @ParameterizedTest
  @CsvSource({
    "Deployment.apps, deployment, WORKLOAD, true",
    "Service, service, NETWORK, true",
    "ConfigMap, config-map, CONFIG, false",
    "Secret, secret, CONFIG, false",
    "ServiceAccount, service-account, IDENTITY, false",
    "PersistentVolumeClaim, persistent-volume-claim, STORAGE, true",
    "Node, node, SCHEDULING, true",
    "HorizontalPodAutoscaler.autoscaling, autoscaler, POLICY, true",
    "NetworkPolicy.networking.k8s.io, network-policy, POLICY, false",
    "Certificate.cert-manager.io, certificate, CUSTOM, true"
  })
  void aKindLooksAsTheCatalogueSays(String kind, String glyph, Hue hue, boolean canBeIll) {
    assertThat(appearance.glyph(Kind.parse(kind))).isEqualTo(glyph);
    assertThat(appearance.hue(Kind.parse(kind))).isEqualTo(hue);
    assertThat(appearance.canBeIll(Kind.parse(kind))).isEqualTo(canBeIll);
  }

  @Test
  void everyDescribedKindHasAHueOfItsFamily() {
    assertThat(Manifests.catalogue().kinds())
        .filteredOn(definition -> appearance.hue(definition.kind()) == Hue.CUSTOM)
        .allMatch(definition ->
            Set.of("admission", "extension", "custom").contains(definition.category()));
  }

  @Test
  void aKindNobodyKnowsIsCustomAndMayBeIll() {
    Kind widget = new Kind("acme.io", "Widget");

    assertThat(appearance.glyph(widget)).isEmpty();
    assertThat(appearance.hue(widget)).isEqualTo(Hue.CUSTOM);
    assertThat(appearance.canBeIll(widget)).isTrue();
    assertThat(appearance.word(widget)).isEqualTo("Widget");
  }
}
