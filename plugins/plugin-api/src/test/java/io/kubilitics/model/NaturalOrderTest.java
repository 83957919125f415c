package io.kubilitics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void digitsCountAsNumbers() {
    List<String> sorted =
        List.of(
            "",
            "0",
            "9",
            "10",
            "10.0.0.9",
            "10.0.0.10",
            "cart",
            "cart-",
            "cart-2",
            "cart-10",
            "cart-10a",
            "cart-10b",
            "v1",
            "v1beta1",
            "v1beta2",
            "v2",
            "v12345678901234567890");
    List<String> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(NaturalOrder.INSTANCE);

    assertThat(shuffled).isEqualTo(sorted);
  }

  @Test
  void itIsAnOrderInWhichNoTwoTextsAreEqual() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < 120; at++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        text.append("001a9-".charAt(random.nextInt(6)));
      }
      texts.add(text.toString());
    }
    for (String a : texts) {
      for (String b : texts) {
        int order = NaturalOrder.INSTANCE.compare(a, b);
        assertThat(Integer.signum(NaturalOrder.INSTANCE.compare(b, a)))
            .isEqualTo(-Integer.signum(order));
        assertThat(order == 0).isEqualTo(a.equals(b));
        for (String c : texts) {
          if (order < 0 && NaturalOrder.INSTANCE.compare(b, c) < 0) {
            assertThat(NaturalOrder.INSTANCE.compare(a, c)).as(a + b + c).isNegative();
          }
        }
      }
    }
  }
}
