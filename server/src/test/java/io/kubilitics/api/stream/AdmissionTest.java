package io.kubilitics.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission admission = new Admission(new ClientLimits(6, 2, 3, 2));

  private Admission.Place caller(String name) {
    Admission.Place place = admission.enter("elsewhere of " + name);
    assertThat(place.claim(name)).isTrue();
    return place;
  }

  @Test
  void oneAddressHasFewStrangers() {
    Admission.Place first = admission.enter("a");
    admission.enter("a");

    assertThat(admission.enter("a").isRefused()).isTrue();
    assertThat(admission.enter("b").isRefused()).isFalse();
    first.leave();
    assertThat(admission.enter("a").isRefused()).isFalse();
  }

  @Test
  void allAddressesTogetherHaveFewStrangers() {
    admission.enter("a");
    admission.enter("b");
    Admission.Place third = admission.enter("c");

    assertThat(admission.enter("d").isRefused()).isTrue();
    assertThat(third.claim("somebody")).isTrue();
    assertThat(admission.enter("d").isRefused()).isFalse();
  }

  @Test
  void oneCallerHasFewClientsAndStaysAStrangerWithTheNext() {
    Admission.Place first = caller("me");
    caller("me");
    Admission.Place third = admission.enter("a");

    assertThat(third.claim("me")).isFalse();
    first.leave();
    assertThat(third.claim("me")).isTrue();
  }

  @Test
  void thereAreNoMoreClientsThanThereMayBe() {
    List<Admission.Place> places = new ArrayList<>();
    for (String name : List.of("a", "a", "b", "b", "c", "c")) {
      places.add(caller(name));
    }

    assertThat(admission.enter("d").isRefused()).isTrue();
    places.getFirst().leave();
    assertThat(admission.enter("d").isRefused()).isFalse();
  }

  @Test
  void aPlaceIsGivenBackOnceAndOneThatWasRefusedNever() {
    Admission.Place first = admission.enter("a");
    admission.enter("a");
    Admission.Place refused = admission.enter("a");
    refused.leave();
    assertThat(refused.claim("me")).isFalse();
    assertThat(admission.enter("a").isRefused()).isTrue();

    first.leave();
    first.leave();
    assertThat(admission.enter("a").isRefused()).isFalse();
    assertThat(admission.enter("a").isRefused()).isTrue();
  }
}
