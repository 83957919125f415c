package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.drawing.Theme;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Pattern COLOUR = Pattern.compile("\\{([^}]*)}");

  @Test
  void namesAreUniqueEvenWhereCaseDoesNotCount() {
    Set<String> names = new HashSet<>();

    assertThat(Rules.all()).allMatch(rule -> names.add(rule.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void everyColourIsOneOfTheTheme() {
    Set<String> known = new TreeSet<>();
    for (Theme.Token token : Theme.Token.values()) {
      known.add(token.text());
    }
    Set<String> named = new TreeSet<>();
    for (Rule rule : Rules.all()) {
      Matcher colours = COLOUR.matcher(rule.declarations());
      while (colours.find()) {
        named.add(colours.group(1));
      }
    }

    assertThat(known).isEqualTo(named);
  }

  @Test
  void numbersAreThePlacesInTheSheet() {
    for (int at = 0; at < Rules.all().size(); at++) {
      assertThat(Rules.all().get(at).number()).isEqualTo(at);
    }
  }
}
