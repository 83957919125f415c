package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The manifest sets that tests and examples share.
class FixturesTest {
  static final List<String> SETS = List.of("web-shop", "monitoring", "gateway", "cluster-dump");

  static Path set(String name) {
    return Path.of("src/test/resources/manifests").resolve(name);
  }

  @ParameterizedTest
  @CsvSource({"web-shop, 80", "monitoring, 67", "gateway, 48", "cluster-dump, 90", "mistakes, 8"})
  void everyObjectOfASetIsRead(String name, int objects) {
    Recorded recorded = Recorded.of(set(name));

    assertThat(recorded.ids()).hasSize(objects).doesNotHaveDuplicates();
    int known = name.equals("mistakes") ? 1 : 0;
    assertThat(recorded.rejected()).hasSize(known);
  }

  @Test
  void theDumpHasUidsAndTimes() {
    assertThat(Recorded.of(set("cluster-dump")).resources())
        .allSatisfy(resource -> {
          assertThat(resource.hasUid()).isTrue();
          assertThat(resource.createdAt()).isPresent();
        });
  }
}
