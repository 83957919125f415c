package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private final List<Lane> made = new ArrayList<>();
  private final Lanes lanes = new Lanes(this::lane);

  private Lane lane(Errand errand, int number, TlsMaterial material) {
    Lane lane = new Lane("test " + number, 2, HttpClient.newHttpClient());
    made.add(lane);
    return lane;
  }

  private static TlsMaterial material(String certificate) {
    Hidden text = new Hidden(certificate);
    return new TlsMaterial((String) null, false, text, text);
  }

  private static BodyPipe pipe() {
    return new BodyPipe(Duration.ofSeconds(30), IOException::new, () -> {}, () -> {});
  }

  @Test
  void whatIsUnderWayWithAFormerCertificateEndsWithTheConnection() throws Exception {
    BodyPipe former = pipe();
    BodyPipe present = pipe();
    lanes.enter(Errand.WATCH, material("old"), former);
    lanes.enter(Errand.WATCH, material("new"), present);

    lanes.close();

    assertThatThrownBy(former::read).hasMessageContaining("closed");
    assertThatThrownBy(present::read).hasMessageContaining("closed");
    assertThat(made).hasSize(2).allMatch(Lane::isOver);
  }

  @Test
  void whatIsUnderWayOnALaneThatWasGivenUpEndsWithTheConnection() throws Exception {
    BodyPipe former = pipe();
    lanes.enter(Errand.WATCH, material("one"), former).retire();
    lanes.enter(Errand.WATCH, material("one"), pipe());

    lanes.close();

    assertThatThrownBy(former::read).hasMessageContaining("closed");
    assertThat(made).hasSize(2).allMatch(Lane::isOver);
  }

  @Test
  void whatWasLearnedOfAConnectionIsForgottenWhenNothingIsUnderWayOnIt() throws Exception {
    BodyPipe first = pipe();
    BodyPipe second = pipe();
    Lane lane = lanes.enter(Errand.WATCH, material("one"), first);
    assertThat(lanes.enter(Errand.WATCH, material("one"), second)).isSameAs(lane);
    lane.shrink();
    lanes.leave(lane, second);
    assertThat(lane.enter(second)).as("one more than the server allows").isFalse();

    lanes.leave(lane, first);

    assertThat(lane.enter(first)).isTrue();
    assertThat(lane.enter(second)).isTrue();
  }

  @Test
  void whatWasLearnedOfAConnectionIsForgottenWhenItBreaks() throws Exception {
    Lane lane = lanes.enter(Errand.WATCH, material("one"), pipe());
    lane.shrink();
    assertThat(lane.enter(pipe())).isFalse();

    lane.forget();

    assertThat(lane.enter(pipe())).isTrue();
    assertThat(lane.enter(pipe())).as("more than anybody may").isFalse();
  }
}
