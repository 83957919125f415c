package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Edits.Edit;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.testbed.Measured;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many edits leave a map calm: after each of them everything that must hold of a plan is checked.
class LayoutEnduranceTest {
  private static final List<Edit> CALM =
      List.of(
          Edit.POD_RESTART,
          Edit.POD_RESTART_SURGE,
          Edit.STATEFUL_RESTART,
          Edit.SCALE_WITHIN,
          Edit.CRON_JOB_RUN);
  private static final List<Edit> SILENT = List.of(Edit.HEALTH, Edit.LABEL);

  @ParameterizedTest
  @CsvSource({"1000, 400, 7", "10000, 300, 8"})
  void podsThatAreReplacedAndScaledMoveNothing(int objects, int edits, long seed) {
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      Endurance endurance =
          new Endurance(
              Arrangement.NAMESPACE,
              Measured.demo(objects, Bundled.catalogue()),
              blockLayouts,
              seed);
      endurance.run(edits);

      System.out.println(endurance.table());
      for (Edit edit : CALM) {
        assertThat(endurance.calm(edit)).as("%s", edit).isGreaterThanOrEqualTo(98);
      }
      for (Edit edit : SILENT) {
        assertThat(endurance.calm(edit)).as("%s", edit).isEqualTo(100);
      }
      assertThat(endurance.replay().layout().isWorthTidying())
          .isEqualTo(endurance.areaAgainstFresh() > 1.5);
      endurance.replay().tidy();
      assertThat(PlanDigest.of(endurance.replay().plan()))
          .isEqualTo(PlanDigest.of(endurance.replay().fresh()));
      assertThat(endurance.replay().layout().isWorthTidying()).isFalse();
    }
  }
}
