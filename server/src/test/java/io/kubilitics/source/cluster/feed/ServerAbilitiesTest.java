package io.kubilitics.source.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.cluster.discovery.ServedKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServerAbilitiesTest {
  private static final ServedKind PODS = Objects.PODS;
  private static final ServedKind DEPLOYMENTS =
      Objects.served("apps", "v1", "Deployment", "deployments", true);
  private static final ServedKind WIDGETS = Objects.WIDGETS;
  private static final ServedKind GADGETS =
      Objects.served("example.org", "v1", "Gadget", "gadgets", true);

  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
  private final ServerAbilities abilities = new ServerAbilities(time::get);

  private void pass(Duration some) {
    time.addAndGet(some.toNanos());
  }

  @Test
  void whatAServerBesideLacksOnlyItsOwnKindsLack() {
    abilities.refusesListsByWatch(WIDGETS);
    assertThat(abilities.tryListByWatch(GADGETS)).isFalse();
    assertThat(abilities.tryListByWatch(PODS)).isTrue();
  }

  @Test
  void whatKubernetesLacksAllLack() {
    abilities.refusesListsByWatch(DEPLOYMENTS);
    assertThat(abilities.tryListByWatch(PODS)).isFalse();
    assertThat(abilities.tryListByWatch(WIDGETS)).isFalse();
  }

  @Test
  void afterAnHourOneKindTriesAgainAndTheOthersWaitForHowThatGoes() {
    abilities.refusesListsByWatch(PODS);
    pass(ServerAbilities.BELIEVED.minusNanos(1));
    assertThat(abilities.tryListByWatch(PODS)).isFalse();

    pass(Duration.ofNanos(1));
    assertThat(abilities.tryListByWatch(WIDGETS)).isFalse();
    assertThat(abilities.tryListByWatch(DEPLOYMENTS)).isTrue();
    assertThat(abilities.tryListByWatch(PODS)).isFalse();
    assertThat(abilities.tryListByWatch(WIDGETS)).isFalse();
  }

  @Test
  void whenThatGoesWellItIsAsIfNothingHadBeen() {
    abilities.refusesListsByWatch(PODS);
    pass(ServerAbilities.BELIEVED);
    assertThat(abilities.tryListByWatch(PODS)).isTrue();
    abilities.listsByWatch(PODS);
    assertThat(abilities.tryListByWatch(DEPLOYMENTS)).isTrue();
    assertThat(abilities.tryListByWatch(WIDGETS)).isTrue();
  }

  @Test
  void oneThatWasUnderWayWhenAnotherFailedSaysNothing() {
    abilities.refusesListsByWatch(PODS);
    abilities.listsByWatch(DEPLOYMENTS);
    assertThat(abilities.tryListByWatch(PODS)).isFalse();
  }

  @Test
  void whenItFailsAgainItIsBelievedForAnotherHour() {
    abilities.refusesListsByWatch(PODS);
    pass(ServerAbilities.BELIEVED);
    assertThat(abilities.tryListByWatch(PODS)).isTrue();
    pass(Duration.ofMinutes(1));
    abilities.refusesListsByWatch(PODS);
    pass(ServerAbilities.BELIEVED.minusMinutes(1));
    assertThat(abilities.tryListByWatch(PODS)).isFalse();
    pass(Duration.ofMinutes(1));
    assertThat(abilities.tryListByWatch(PODS)).isTrue();
  }
}
