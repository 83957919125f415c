package io.kubilitics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {
  @ParameterizedTest
  @CsvSource({
    "Pod/shop/cart-1, '', Pod, shop, cart-1",
    "Deployment.apps/shop/cart, apps, Deployment, shop, cart",
    "Node/worker-1, '', Node, '', worker-1",
    "ClusterRole.rbac.authorization.k8s.io/system:node, rbac.authorization.k8s.io, ClusterRole, '',"
        + " system:node",
    "CIDR/10.0.0.0%2F8, '', CIDR, '', 10.0.0.0/8",
    "User/a%20b%25, '', User, '', a b%",
  })
  void theTextFormSaysKindNamespaceAndName(
      String text, String group, String kind, String namespace, String name) {
    ResourceId id = new ResourceId(new Kind(group, kind), namespace, name);
    assertThat(id).hasToString(text);
    assertThat(ResourceId.parse(text)).isEqualTo(id);
  }

  @Test
  void everyIdIsReadBackFromItsText() {
    Random random = new Random(7);
    String alphabet = "aZ09.-:/% \t\n\u0000\u00e9\u202e\u200b\ud83d\ude00\u4e16_";
    for (int round = 0; round < 5_000; round++) {
      ResourceId id =
          new ResourceId(
              new Kind(round % 2 == 0 ? "" : "apps.example.org", "Thing"),
              round % 3 == 0 ? "" : text(random, alphabet),
              text(random, alphabet));
      assertThat(ResourceId.parse(id.toString())).isEqualTo(id);
      assertThat(id.toString()).doesNotContainAnyWhitespaces();
    }
  }

  private static String text(Random random, String alphabet) {
    int[] points = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder("x");
    for (int at = random.nextInt(8); at > 0; at--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Pod", "Pod/", "Pod/a/", "/a/b", "Pod/a/b/c", ".apps/a", "Pod/a%zz"})
  void whatIsNoIdIsRefusedInWords(String text) {
    assertThatThrownBy(() -> ResourceId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'");
  }
}
