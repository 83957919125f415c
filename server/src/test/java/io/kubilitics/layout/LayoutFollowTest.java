package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Edits.Edit;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.Measured;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A layout that follows has the same objects in the same frames and blocks as one that starts
/// anew, however the changes were gathered.
class LayoutFollowTest {
  private static final List<Change> DEMO = Measured.demo(400, Bundled.catalogue());

  private final BlockLayouts blockLayouts = new BlockLayouts(2);

  @AfterEach
  void close() {
    blockLayouts.close();
  }

  /// Who stands in which block of which frame, and in whose card.
  private static Map<String, Map<String, Set<String>>> members(Plan plan) {
    Map<String, Map<String, Set<String>>> members = new TreeMap<>();
    for (FramePlan frame : plan.frames()) {
      Map<String, Set<String>> blocks = members.computeIfAbsent(frame.key(), _ -> new TreeMap<>());
      for (BlockPlan block : frame.blocks()) {
        Set<String> cards = blocks.computeIfAbsent(block.key(), _ -> new TreeSet<>());
        for (CardPlan card : block.cards()) {
          cards.add(
              card.id()
                  + " "
                  + new TreeSet<ResourceId>(card.cells().values())
                  + card.generations()
                  + card.folded());
        }
      }
    }
    return members;
  }

  @ParameterizedTest
  @EnumSource
  void everyStepOfAHistoryHasTheSameMembersAsAFreshPlan(Arrangement arrangement) {
    EditedCluster cluster = new EditedCluster(DEMO);
    LayoutReplay replay = new LayoutReplay(arrangement, blockLayouts, DEMO);
    Edits edits = new Edits(cluster, replay, 5);
    Random random = new Random(5);
    List<Edit> all = List.of(Edit.values());
    for (int at = 0; at < 60; at++) {
      Edit edit = all.get(at % all.size());
      for (List<Change> changes : edits.steps(edit)) {
        replay.change(cluster.applied(changes));
        if (random.nextInt(3) == 0) {
          replay.follow();
          assertThat(members(replay.plan())).as("%s", edit).isEqualTo(members(replay.fresh()));
        }
      }
    }
    replay.follow();
    assertThat(members(replay.plan())).isEqualTo(members(replay.fresh()));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTooMuchToFollowSinglyIsFollowedAllTheSame(Arrangement arrangement) {
    EditedCluster cluster = new EditedCluster(DEMO);
    LayoutReplay replay = new LayoutReplay(arrangement, blockLayouts, DEMO);
    Edits edits = new Edits(cluster, replay, 6);
    for (Edit edit : Edit.values()) {
      edits.steps(edit).forEach(changes -> replay.change(cluster.applied(changes)));
    }
    replay.follow(Touched.everything());
    assertThat(members(replay.plan())).isEqualTo(members(replay.fresh()));

    assertThat(replay.follow(Touched.everything()).moved()).isEmpty();
    assertThat(replay.layout().delta().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void randomFactsAndLabelsLeaveEveryObjectInItsFrame(Arrangement arrangement) {
    for (int seed = 1; seed <= 8; seed++) {
      TangledWorld world = new TangledWorld(seed);
      LayoutReplay replay = new LayoutReplay(arrangement, blockLayouts, List.of());
      for (int step = 0; step < 60; step++) {
        replay.step(world.changes(1 + step % 4));
        assertThat(members(replay.plan()))
            .as("seed %d, step %d", seed, step)
            .isEqualTo(members(replay.fresh()));
      }
    }
  }
}
