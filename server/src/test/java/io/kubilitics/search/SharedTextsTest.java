package io.kubilitics.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  @Test
  void theyAnswerAsASearchOfEachTextDoesHoweverOftenAndInWhateverOrder() {
    Needle needle = new Needle("7a");
    List<String> texts = new ArrayList<>();
    for (int number = 0; number < 6_000; number++) {
      texts.add("app-" + Integer.toString(number * 31, 12));
      texts.add("APP-" + number + "A");
    }
    Random random = new Random(3);
    SharedTexts shared = new SharedTexts(needle);

    assertThat(texts).anyMatch(needle::isIn).anyMatch(text -> !needle.isIn(text));
    for (int round = 0; round < 50_000; round++) {
      String text = texts.get(random.nextInt(texts.size()));
      assertThat(shared.isIn(text)).isEqualTo(needle.isIn(text));
    }
  }
}
