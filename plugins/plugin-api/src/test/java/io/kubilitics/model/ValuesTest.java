package io.kubilitics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final ResourceId POD = new ResourceId(Kind.core("Pod"), "shop", "cart-1");

  @Test
  void labelsAreTheMapTheyWereMadeOf() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      Map<String, String> map = new TreeMap<>();
      for (int at = random.nextInt(9); at > 0; at--) {
        map.put("k" + random.nextInt(12), "v" + random.nextInt(3));
      }
      Labels labels = Labels.of(map);
      assertThat(labels.asMap()).isEqualTo(map);
      for (int key = 0; key < 12; key++) {
        assertThat(labels.get("k" + key)).isEqualTo(map.get("k" + key));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8f7d3c52-0b0e-4a7e-9c53-0d6f8f6f7a11",
        "8F7D3C52-0B0E-4A7E-9C53-0D6F8F6F7A11",
        "not-a-uuid",
        "00000000-0000-0000-0000-000000000000"
      })
  void anyUidIsKeptToTheLetter(String uid) {
    Resource resource = Resource.builder(POD).uid(uid).build();
    assertThat(resource.uid()).isEqualTo(uid);
    assertThat(resource.hasUid()).isEqualTo(!uid.isEmpty());
    assertThat(resource).isEqualTo(Resource.builder(POD).uid(uid).build());
  }

  @Test
  void aResourceDiffersWhenAnyPartDiffers() {
    Resource plain = Resource.builder(POD).build();
    assertThat(plain)
        .isEqualTo(Resource.builder(POD).build())
        .isNotEqualTo(Resource.builder(POD).version("v1").build())
        .isNotEqualTo(Resource.builder(POD).digest(1).build())
        .isNotEqualTo(Resource.builder(POD).createdAt(Instant.EPOCH).build())
        .isNotEqualTo(Resource.builder(POD).labels(Labels.of("a", "b")).build())
        .isNotEqualTo(Resource.builder(POD).health(Health.HEALTHY).build())
        .isNotEqualTo(Resource.builder(POD).features(Features.of(Map.of("a", "1"))).build())
        .isNotEqualTo(
            Resource.builder(POD)
                .facts(
                    List.of(
                        new Fact.Offers(new Evidence("a", "b"), POD.kind(), Labels.NONE, false)))
                .build());
  }

  @Test
  void featuresTellAbsentFromEmpty() {
    Features features = Features.of(List.of("a", "b", "c"), Arrays.asList("", null, "grün"));
    assertThat(features.get("a")).isEmpty();
    assertThat(features.get("b")).isNull();
    assertThat(features.get("c")).isEqualTo("grün");
    assertThat(features.get("d")).isNull();
  }

  @Test
  void aFeatureThatIsFarTooLongIsCut() {
    Features features = Features.of(Map.of("a", "x".repeat(100_000), "b", "y"));
    assertThat(features.get("a")).hasSize(65_534);
    assertThat(features.get("b")).isEqualTo("y");
  }

  @Test
  void evidenceIsOrderedByListIndexesAsNumbers() {
    assertThat(
            List.of(
                    new Evidence("spec.a[10].b", ""),
                    new Evidence("spec.a[9].b", ""),
                    new Evidence("spec.a[9].a", ""),
                    new Evidence("spec.a", ""))
                .stream()
                .sorted()
                .map(Evidence::path))
        .containsExactly("spec.a", "spec.a[9].a", "spec.a[9].b", "spec.a[10].b");
  }
}
