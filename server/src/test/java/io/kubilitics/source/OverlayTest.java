package io.kubilitics.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Origins.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OverlayTest {
  private static final ResourceId BOTH = ResourceId.parse("ConfigMap/shop/both");
  private static final ResourceId BELOW = ResourceId.parse("ConfigMap/shop/below");
  private static final Place HERE = new Place("a.yaml", 3);

  @Test
  void anObjectOfBothIsThatOfTheUpperOne() {
    Change.Put mine = put(BOTH, "mine");
    Change.Known known =
        new Change.Known(new KindState(Kind.core("Secret"), "", Knowledge.FORBIDDEN, ""));
    List<SourceListener> alive = new ArrayList<>();

    List<Change> seen =
        changes(
            new Overlay(
                says(listener -> listener.changes(List.of(mine))),
                says(listener -> {
                  listener.changes(List.of(put(BOTH, "theirs"), put(BELOW, "theirs"), known));
                  alive.add(listener);
                })));
    alive
        .getFirst()
        .changes(List.of(put(BOTH, "newer"), new Change.Gone(BOTH), put(BELOW, "newer")));

    assertThat(seen)
        .containsExactly(
            put(BOTH, "theirs"), put(BELOW, "theirs"), known, mine, put(BELOW, "newer"));
  }

  @Test
  void originsKnowWhereAnObjectStandsAndWhatWasSaidOfDocuments() {
    Origins origins =
        new Origins(
            says(listener -> {
              listener.placed(BOTH, HERE);
              listener.changes(List.of(put(BOTH, "")));
              listener.rejected(HERE, "broken");
              listener.passedOver(HERE, "a chart");
              listener.duplicate(BOTH, new Place("b.yaml", 1), HERE);
            }));

    assertThat(changes(origins)).hasSize(1);

    assertThat(origins.place(BOTH)).contains(HERE);
    assertThat(origins.place(BELOW)).isEmpty();
    assertThat(origins.holds(BOTH)).isTrue();
    assertThat(origins.holds(BELOW)).isFalse();
    assertThat(origins.objectCount()).isOne();
    assertThat(origins.remarks())
        .containsExactly(
            new Remark.Rejected(HERE, "broken"),
            new Remark.PassedOver(HERE, "a chart"),
            new Remark.Duplicate(new Place("b.yaml", 1), BOTH, HERE));
  }

  @Test
  void ofManyRemarksTheFirstAreKeptAndTheRestIsCounted() {
    Origins origins =
        new Origins(
            says(listener -> {
              for (int at = 0; at < Origins.MOST_REMARKS + 5; at++) {
                listener.rejected(new Place("a.yaml", at + 1), "broken");
              }
            }));

    changes(origins);

    assertThat(origins.remarks()).hasSize(Origins.MOST_REMARKS);
    assertThat(origins.remarks().getFirst().place().line()).isOne();
    assertThat(origins.moreRemarks()).isEqualTo(5);
  }

  private static Change.Put put(ResourceId id, String version) {
    return new Change.Put(Resource.builder(id).version(version).build());
  }

  private static List<Change> changes(ResourceSource source) {
    List<Change> changes = new ArrayList<>();
    source.open(
        new SourceListener() {
          @Override
          public void changes(List<Change> batch) {
            changes.addAll(batch);
          }

          @Override
          public void rejected(Place place, String reason) {
            // what is said of documents is not looked at here
          }
        });
    return changes;
  }

  private static ResourceSource says(Consumer<SourceListener> words) {
    return new ResourceSource() {
      @Override
      public void open(SourceListener listener) {
        words.accept(listener);
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
