package io.kubilitics.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import org.junit.jupiter.api.Test;

/// The plugins on the class path of the product.
class BundledTest {
  private final Catalogue catalogue = Bundled.catalogue();

  @Test
  void theyBringTheirKindsWithoutAProblem() {
    assertThat(catalogue.problems()).isEmpty();
    assertThat(catalogue.kind("ks"))
        .contains(new Kind("kustomize.toolkit.fluxcd.io", "Kustomization"));
    assertThat(catalogue.kind("appset")).contains(new Kind("argoproj.io", "ApplicationSet"));
  }

  @Test
  void noKindOfTheirsIsOfUnknownScope() {
    assertThat(catalogue.kinds())
        .filteredOn(kind -> kind.kind().group().endsWith("fluxcd.io"))
        .hasSizeGreaterThan(10)
        .extracting(KindDefinition::scope)
        .containsOnly(Scope.NAMESPACED);
  }
}
