package io.kubilitics.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.KindCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.pf4j.Extension;

/// How the plugin is found.
class ShippedTest {
  @Test
  void allItsExtensionsAreNamedForTheServiceLoader() {
    assertThat(ServiceLoader.load(FactRule.class))
        .hasSize(5)
        .allSatisfy(rule -> assertThat(rule.getClass()).hasAnnotation(Extension.class));
    assertThat(ServiceLoader.load(KindCatalogue.class)).hasSize(1);
  }

  @Test
  void everyCatalogueFileIsThere() throws IOException {
    KindCatalogue kinds = new GitOpsKinds();
    List<String> files = kinds.files();
    assertThat(files).isSorted().doesNotHaveDuplicates();
    for (String file : files) {
      try (InputStream yaml = kinds.open(file)) {
        assertThat(yaml.read()).as(file).isNotNegative();
      }
    }
  }
}
