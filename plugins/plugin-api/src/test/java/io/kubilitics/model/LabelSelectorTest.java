package io.kubilitics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
  private static final Labels CART = Labels.of(Map.of("app", "cart", "tier", "web"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          app=cart                  | true
          app==cart                 | true
          app=shop                  | false
          app!=shop                 | true
          app!=cart                 | false
          missing!=cart             | true
          app in (shop, cart)       | true
          app in (shop)             | false
          app notin (shop)          | true
          missing notin (shop)      | true
          app                       | true
          missing                   | false
          !missing                  | true
          !app                      | false
          app=cart,tier in (web,db) | true
          app=cart,tier=db          | false
          missing=                  | false
          ''                        | true
          """)
  void readsAndMatchesAsKubectlDoes(String text, boolean matches) {
    assertThat(LabelSelector.parse(text).matches(CART)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "a=b=c", "a in b", "a in (b", "a,,b", "(a)", "a b", "-a=b", "a=b,"})
  void whatIsNoSelectorIsRefusedInWords(String text) {
    assertThatThrownBy(() -> LabelSelector.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no label requirement");
  }

  @Test
  void theTextFormIsReadBack() {
    LabelSelector selector =
        LabelSelector.parse("b in (y,x),a=1,!c,d,e notin (1,2),f!=3,app.kubernetes.io/name=web");
    assertThat(LabelSelector.parse(selector.toString())).isEqualTo(selector);
    assertThat(selector)
        .hasToString("a=1,app.kubernetes.io/name=web,b in (x,y),!c,d,e notin (1,2),f!=3");
  }

  @Test
  void theOrderInWhichRequirementsAreWrittenDoesNotMatter() {
    assertThat(LabelSelector.parse("a=1,b in (x,y)"))
        .isEqualTo(LabelSelector.parse("b in (y,x),a=1,a=1"));
  }

  @Test
  void theAnchorIsTheRequirementWithTheFewestValues() {
    assertThat(LabelSelector.parse("a in (1,2),b=3,!c").anchor())
        .isEqualTo(new LabelSelector.Requirement("b", LabelSelector.Operator.IN, List.of("3")));
    assertThat(LabelSelector.parse("!c,d").anchor()).isNull();
  }
}
