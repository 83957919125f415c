package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutSlotsTest {
  private static final int EDITS = 60;

  private final BlockLayouts blocks = new BlockLayouts(2);
  private final Engine engine = new Engine(Catalogue.builtIn().relations());
  private final Random random = new Random(7);
  private final List<Touched> told = new ArrayList<>();
  private final List<Change> away = new ArrayList<>();
  private List<Change> there = List.of();

  @AfterEach
  void close() {
    blocks.close();
  }

  @ParameterizedTest
  @EnumSource
  void aRestartWithItsSlotsGivesTheSamePlan(Arrangement arrangement) {
    Layout lived = lived(arrangement);

    Layout restarted = new Layout(arrangement, blocks);
    restarted.start(network(), lived.plan().revision(), lived.slots());

    assertThat(restarted.plan()).isEqualTo(lived.plan());
    assertThat(restarted.slots()).isEqualTo(lived.slots());
    assertThat(Layout.fresh(arrangement, network(), 0, blocks).bounds())
        .as("the edits have left traces that a fresh plan has not")
        .isNotEqualTo(lived.plan().bounds());
  }

  @ParameterizedTest
  @EnumSource
  void aNewEpochForgetsWhatWas(Arrangement arrangement) {
    Layout lived = lived(arrangement);
    long revision = lived.plan().revision();

    lived.tidy(network(), revision);

    Plan fresh = Layout.fresh(arrangement, network(), revision, blocks);
    assertThat(lived.plan().frames()).isEqualTo(fresh.frames());
    assertThat(lived.plan().epoch()).isEqualTo(2);
    assertThat(lived.delta().epoch()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatGoesOnAfterARestartIsWhatWouldHaveGoneOn(Arrangement arrangement) {
    Layout lived = lived(arrangement);
    Layout restarted = new Layout(arrangement, blocks);
    restarted.start(network(), lived.plan().revision(), lived.slots());

    for (int edit = 0; edit < EDITS; edit++) {
      follow(lived, restarted);
    }

    assertThat(restarted.plan()).isEqualTo(lived.plan());
  }

  /// A layout with a past.
  private Layout lived(Arrangement arrangement) {
    there = new ArrayList<>(Measured.demo(300, Catalogue.builtIn()));
    engine.apply(there);
    engine.follow((_, delta) -> told.add(Touched.of(delta)));
    Layout layout = new Layout(arrangement, blocks);
    layout.start(network(), engine.current().revision());
    for (int edit = 0; edit < EDITS; edit++) {
      follow(layout);
    }
    return layout;
  }

  /// Lets an object go or come back.
  private void follow(Layout... layouts) {
    boolean comes = !away.isEmpty() && random.nextInt(3) == 0;
    List<Change> from = comes ? away : there;
    List<Change> to = comes ? there : away;
    Change change = from.remove(random.nextInt(from.size()));
    to.add(change);
    engine.apply(
        List.of(
            comes || !(change instanceof Change.Put(var resource))
                ? change
                : new Change.Gone(resource.id())));
    for (Layout layout : layouts) {
      layout.follow(network(), engine.current().revision(), told.getLast());
    }
  }

  private Network network() {
    return engine.current().network(Viewer.EVERYTHING);
  }
}
