package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Edits.Edit;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.model.Change;
import io.kubilitics.testbed.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A map that many edits leave calm.
class LayoutEnduranceTest {
  @Test
  void fourHundredEditsOfAThousandObjectsLeaveTheMapCalm() {
    List<Change> objects = Measured.demo(1_000, Bundled.catalogue());
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      Endurance endurance = new Endurance(Arrangement.NAMESPACE, objects, blockLayouts, 7);
      endurance.run(400);
      System.out.println(endurance.table());
      endurance.noise().forEach(System.out::println);
      assertThat(endurance.calm(Edit.POD_RESTART)).isGreaterThanOrEqualTo(98);
    }
  }
}
