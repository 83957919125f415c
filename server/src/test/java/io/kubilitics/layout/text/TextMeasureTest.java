package io.kubilitics.layout.text;

import static io.kubilitics.layout.text.TextStyle.CELL;
import static io.kubilitics.layout.text.TextStyle.FACT;
import static io.kubilitics.layout.text.TextStyle.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.drawing.Label;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextMeasureTest {
  private static final List<TextStyle> STYLES = List.of(TextStyle.values());
  private static final String FAMILY = "👩‍👩‍👧";
  private static final String FLAG = "🇩🇪";

  @Test
  void aTextThatHasRoomIsLeftAlone() {
    String name = "cart";
    int width = TextMeasure.width(name, NAME);

    assertThat(TextMeasure.fit(name, width, NAME)).isSameAs(name);
    assertThat(TextMeasure.clip(name, width, NAME)).isSameAs(name);
    assertThat(TextMeasure.fit(name, width - 1, NAME)).isEqualTo("c…");
  }

  @Test
  void widthsAreThoseOfTheTable() {
    int units = 0;
    for (char letter : "cart".toCharArray()) {
      units += Advances.REGULAR.of(letter);
    }
    assertThat(TextMeasure.width("cart", FACT)).isEqualTo(Math.ceilDiv(units * 11, 1_000));
    assertThat(TextMeasure.width("", FACT)).isZero();
  }

  @Test
  void aNameKeepsMoreOfItsHeadThanOfItsTail() {
    String cut = TextMeasure.fit("checkout-service-eu-central-1-canary", 120, NAME);

    assertThat(cut).startsWith("checkout-").endsWith("nary").contains("…");
    int head = cut.indexOf('…');
    assertThat(head).isGreaterThan(cut.length() - 1 - head);
  }

  @Test
  void aSentenceIsCutAtItsEndAndNotAfterABlank() {
    String sentence = "no endpoint is ready";
    for (int room = 20; room < TextMeasure.width(sentence, FACT); room++) {
      assertThat(TextMeasure.clip(sentence, room, FACT)).endsWith("…").doesNotContain(" …");
    }
  }

  @Test
  void whatHasNoRoomEvenForOneCharacterIsNothing() {
    int room = TextMeasure.width("c…", NAME) - 1;

    assertThat(TextMeasure.fitted("cart", room, NAME)).isEqualTo(new Label("", "cart"));
    assertThat(TextMeasure.clipped("cart", -5, NAME)).isEqualTo(new Label("", "cart"));
    assertThat(TextMeasure.fit("cart", room + 1, NAME)).isEqualTo("c…");
    assertThat(TextMeasure.fit("", -1, NAME)).isEmpty();
  }

  @Test
  void everyCutHasRoomAndNothingLongerWould() {
    Random random = new Random(5);
    for (int round = 0; round < 3_000; round++) {
      String text = hostile(random, random.nextInt(60));
      int room = random.nextInt(300);
      TextStyle style = STYLES.get(random.nextInt(STYLES.size()));
      String legible = TextMeasure.legible(text);

      for (String cut :
          List.of(TextMeasure.fit(text, room, style), TextMeasure.clip(text, room, style))) {
        assertThat(TextMeasure.width(cut, style)).isLessThanOrEqualTo(room);
        if (!cut.equals(legible)) {
          assertThat(TextMeasure.width(legible, style)).isGreaterThan(room);
          assertThatItsPartsAreWhole(cut, legible);
        }
      }
    }
  }

  @Test
  void whatAReaderTakesForOneCharacterIsNeverCut() {
    String text = FAMILY.repeat(6) + FLAG.repeat(6) + "e\u0301".repeat(20);
    for (int room = 0; room < 300; room++) {
      assertThatItsPartsAreWhole(TextMeasure.fit(text, room, CELL), text);
      assertThatItsPartsAreWhole(TextMeasure.clip(text, room, CELL), text);
    }
  }

  @Test
  void textFromRightToLeftStaysInItsOrder() {
    String name = "خدمة-الدفع-الرئيسية-للمتجر";
    String cut = TextMeasure.fit(name, 90, NAME);
    int at = cut.indexOf('…');

    assertThat(name).startsWith(cut.substring(0, at)).endsWith(cut.substring(at + 1));
  }

  @Test
  void whatCannotBeSeenIsShownAndMeasured() {
    assertThat(TextMeasure.legible("a\tb\r\nc")).isEqualTo("a b  c");
    assertThat(TextMeasure.legible("a\u0000b\u0007\u009f")).isEqualTo("a␣b␣␣");
    assertThat(TextMeasure.legible("user\u202Etxt.exe\u2066")).isEqualTo("user␣txt.exe␣");
    assertThat(TextMeasure.legible("a\ud83db\uffff")).isEqualTo("a�b�");
    assertThat(TextMeasure.width("\u0000", NAME)).isEqualTo(TextMeasure.width("␣", NAME));
  }

  @Test
  void veryLongTextsCostLittle() {
    String plain = "x".repeat(10_000);
    String marks = "e" + "\u0301".repeat(10_000);
    String joined = "👩\u200d".repeat(3_000);
    long start = System.nanoTime();
    for (String text : List.of(plain, marks, joined)) {
      for (int round = 0; round < 20; round++) {
        assertThat(TextMeasure.width(TextMeasure.fit(text, 118, NAME), NAME))
            .isLessThanOrEqualTo(118);
        assertThat(TextMeasure.width(TextMeasure.clip(text, 119, FACT), FACT))
            .isLessThanOrEqualTo(119);
      }
    }
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  private static void assertThatItsPartsAreWhole(String cut, String text) {
    TreeSet<Integer> bounds = new TreeSet<>();
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    for (int at = 0; at != BreakIterator.DONE; at = characters.next()) {
      bounds.add(at);
    }
    if (cut.isEmpty() || cut.equals(text)) {
      return;
    }
    // The text itself may have an ellipsis: one of them is ours.
    List<Integer> ellipses = new ArrayList<>();
    for (int at = cut.indexOf('…'); at >= 0; at = cut.indexOf('…', at + 1)) {
      ellipses.add(at);
    }
    assertThat(ellipses)
        .anySatisfy(at -> {
          assertThat(text).startsWith(cut.substring(0, at)).endsWith(cut.substring(at + 1));
          assertThat(bounds)
              .anySatisfy(bound ->
                  assertThat(text.substring(0, bound).stripTrailing())
                      .isEqualTo(cut.substring(0, at).stripTrailing()))
              .contains(text.length() - (cut.length() - at - 1));
        });
  }

  private static String hostile(Random random, int length) {
    List<String> pieces =
        List.of(
            "a",
            "W",
            "-",
            ".",
            " ",
            "7",
            "é",
            "e\u0301",
            "ש",
            "م",
            "地",
            "ｶﾞ",
            FAMILY,
            FLAG,
            "\u0000",
            "\u202e",
            "\ud83d",
            "क्षि",
            "한",
            "ᄒ\u1161\u11ab",
            "…",
            "\u0301",
            "\u200d");
    StringBuilder text = new StringBuilder();
    for (int piece = 0; piece < length; piece++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
