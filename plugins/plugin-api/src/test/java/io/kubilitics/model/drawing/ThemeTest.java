package io.kubilitics.model.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThemeTest {
  @Test
  void everyColourIsWrittenTheSameWay() {
    for (Theme theme : Theme.values()) {
      for (Theme.Token token : Theme.Token.values()) {
        assertThat(theme.colour(token)).matches("#[0-9a-f]{6}");
      }
    }
  }

  @Test
  void namesOfColoursAreUnique() {
    Set<String> names = new HashSet<>();

    assertThat(Theme.Token.values()).allMatch(token -> names.add(token.text()));
  }

  @Test
  void aThemeIsFoundByItsName() {
    assertThat(Theme.named("light")).isEqualTo(Theme.LIGHT);
    assertThat(Theme.named("dark")).isEqualTo(Theme.DARK);
    assertThatThrownBy(() -> Theme.named("Dark"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no theme 'Dark': write light or dark");
  }
}
