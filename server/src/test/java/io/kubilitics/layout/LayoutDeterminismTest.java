package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The first plan is a function of the objects alone.
class LayoutDeterminismTest {
  private static final List<Change> DEMO = Measured.demo(1_000, Bundled.catalogue());

  /// Prints the digests of all arrangements, one a line: what another Java machine makes of them.
  static void main() {
    for (Arrangement arrangement : Arrangement.values()) {
      System.out.println(digest(arrangement, 2, DEMO));
    }
  }

  private static String digest(Arrangement arrangement, int threads, List<Change> objects) {
    try (BlockLayouts blockLayouts = new BlockLayouts(threads)) {
      return PlanDigest.of(fresh(arrangement, blockLayouts, objects));
    }
  }

  private static Plan fresh(
      Arrangement arrangement, BlockLayouts blockLayouts, List<Change> objects) {
    Engine engine = new Engine(Bundled.catalogue().relations());
    engine.apply(objects);
    return Layout.fresh(
        arrangement,
        engine.current().network(Viewer.EVERYTHING),
        engine.current().revision(),
        blockLayouts);
  }

  @ParameterizedTest
  @EnumSource
  void anyNumberOfThreadsMakesTheSamePlan(Arrangement arrangement) {
    String one = digest(arrangement, 1, DEMO);

    assertThat(digest(arrangement, 2, DEMO)).isEqualTo(one);
    assertThat(digest(arrangement, 8, DEMO)).isEqualTo(one);
  }

  @ParameterizedTest
  @EnumSource
  void theOrderInWhichObjectsComeDoesNotCount(Arrangement arrangement) {
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      Plan plan = fresh(arrangement, blockLayouts, DEMO);
      List<Change> shuffled = new ArrayList<>(DEMO);
      for (int seed = 1; seed <= 3; seed++) {
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(PlanDigest.of(fresh(arrangement, blockLayouts, shuffled)))
            .as("seed %d", seed)
            .isEqualTo(PlanDigest.of(plan));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherDoesItWhereEverythingHangsTogether(Arrangement arrangement) {
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      for (int seed = 1; seed <= 8; seed++) {
        EditedCluster world = new EditedCluster(new TangledWorld(seed).changes(100));
        List<Change> objects = new ArrayList<>();
        world.objects().forEach(object -> objects.add(new Change.Put(object)));
        String digest = PlanDigest.of(fresh(arrangement, blockLayouts, objects));
        Collections.shuffle(objects, new Random(seed));

        assertThat(PlanDigest.of(fresh(arrangement, blockLayouts, objects)))
            .as("seed %d", seed)
            .isEqualTo(digest);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMapTidiedAfterAHistoryIsThatOfItsObjects(Arrangement arrangement) {
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      Endurance endurance = new Endurance(arrangement, DEMO, blockLayouts, 11);
      endurance.run(42);
      LayoutReplay replay = endurance.replay();
      Plan living = replay.plan();

      assertThat(PlanDigest.of(replay.fresh()))
          .as("same engine, no past")
          .isEqualTo(PlanDigest.of(fresh(arrangement, blockLayouts, endurance.objects())))
          .isNotEqualTo(PlanDigest.of(living));
      replay.tidy();
      assertThat(PlanDigest.of(replay.plan())).isEqualTo(PlanDigest.of(replay.fresh()));
      assertThat(replay.plan().epoch()).isEqualTo(living.epoch() + 1);
    }
  }

  @Test
  void anotherJavaMachineMakesTheSamePlans() throws IOException, InterruptedException {
    List<String> here = new ArrayList<>();
    for (Arrangement arrangement : Arrangement.values()) {
      here.add(digest(arrangement, 2, DEMO));
    }

    assertThat(elsewhere("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.language=tr"))
        .isEqualTo(here);
    assertThat(elsewhere("-XX:+UseParallelGC", "-XX:-TieredCompilation", "-XX:hashCode=2"))
        .isEqualTo(here);
  }

  private static List<String> elsewhere(String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LayoutDeterminismTest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      List<String> lines =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
