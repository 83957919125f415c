package io.kubilitics.layout.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvancesTest {
  @ParameterizedTest
  @CsvSource({"Inter-Regular.ttf, REGULAR", "Inter-SemiBold.ttf, SEMIBOLD"})
  void theTableIsThatOfTheBundledFont(String file, TextStyle.Weight weight) throws IOException {
    FontFile font = FontFile.bundled(file);
    Advances advances = Advances.of(weight);

    for (int character = ' '; character < 0x0530; character++) {
      int advance = font.advance(character);
      if (advance > 0 && !isNothing(character)) {
        assertThat(advances.of(character))
            .as("U+%04X", character)
            .isBetween(advance, advance + widerWhenTabular(character));
      }
    }
  }

  @Test
  void figuresHaveTheRoomThatTabularOnesNeed() {
    for (TextStyle.Weight weight : TextStyle.Weight.values()) {
      Advances advances = Advances.of(weight);
      assertThat(advances.of('1')).isEqualTo(advances.of('7')).isGreaterThan(640);
    }
  }

  @Test
  void mediumIsBetweenRegularAndSemibold() {
    for (int character = ' '; character <= '~'; character++) {
      int regular = Advances.REGULAR.of(character);
      int semibold = Advances.SEMIBOLD.of(character);
      assertThat(Advances.MEDIUM.of(character))
          .isBetween(Math.min(regular, semibold), Math.max(regular, semibold));
    }
  }

  @Test
  void whatTheFontDoesNotHaveIsAsWideAsItsSort() {
    assertThat(Advances.REGULAR.of(0x0301)).as("combining acute").isZero();
    assertThat(Advances.REGULAR.of(0x200D)).as("joiner").isZero();
    assertThat(Advances.REGULAR.of('地')).isEqualTo(1_000);
    assertThat(Advances.REGULAR.of('カ')).isEqualTo(1_000);
    assertThat(Advances.REGULAR.of(0x1F680)).as("rocket").isGreaterThanOrEqualTo(1_000);
    assertThat(Advances.REGULAR.of('ש')).isBetween(600, 700);
    assertThat(Advances.REGULAR.of('م')).isBetween(600, 700);
  }

  @Test
  void everyCharacterHasAWidth() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      assertThat(Advances.SEMIBOLD.of(character)).isBetween(0, 3_000);
    }
  }

  private static boolean isNothing(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL;
  }

  private static int widerWhenTabular(int character) {
    return character >= '0' && character <= '9' ? 260 : 0;
  }
}
