package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldKindsTest {
  private static final Kind BOAT = new Kind("example.com", "Boat");
  private static final KindState WAITING = new KindState(BOAT, "", Knowledge.SYNCING, "");

  private final Watched watched = new Watched(Live.BUILT_IN);
  private final ToldKinds told = new ToldKinds(new Voice("c", watched, Duration.ofMinutes(1)));

  private void missed() {
    told.expect(List.of(), _ -> false);
  }

  @Test
  void aDefinedKindIsNotKnownUntilItIsServedAndReadOrNeverServed() {
    told.defined(BOAT);
    assertThat(watched.knowledge(BOAT)).contains(Knowledge.SYNCING);

    missed();
    missed();
    assertThat(watched.knowledge(BOAT)).contains(Knowledge.SYNCING);
    missed();

    assertThat(watched.knowledge(BOAT)).contains(Knowledge.NOT_SERVED);
  }

  @Test
  void aServerThatCannotSayWhetherItIsServedIsNoProof() {
    told.defined(BOAT);

    for (int times = 0; times < 9; times++) {
      told.expect(List.of(), BOAT::equals);
    }

    assertThat(watched.knowledge(BOAT)).contains(Knowledge.SYNCING);
  }

  @Test
  void whatIsReadIsNotTakenBackByItsDefinitionAndWhatIsGoneMayComeAgain() {
    told.served(List.of(WAITING));
    watched.changes(
        List.of(
            new io.kubilitics.model.Change.Known(new KindState(BOAT, "", Knowledge.SYNCED, ""))));
    told.defined(BOAT);
    told.expect(List.of(BOAT), _ -> false);
    assertThat(watched.knowledge(BOAT)).contains(Knowledge.SYNCED);

    told.gone(BOAT);
    told.defined(BOAT);

    assertThat(watched.knowledge(BOAT)).contains(Knowledge.SYNCING);
  }
}
