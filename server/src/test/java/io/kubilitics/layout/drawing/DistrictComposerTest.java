package io.kubilitics.layout.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DistrictComposerTest {
  private static final int NAMESPACES = 1_200;
  private static World world;

  @BeforeAll
  static void aClusterOfVeryManyNamespaces() {
    StringBuilder objects = new StringBuilder();
    for (int at = 0; at < NAMESPACES; at++) {
      objects.append(
          """
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: settings, namespace: team-%04d}
          """
              .formatted(at));
    }
    world = World.of(objects.toString());
  }

  @Test
  void namespacesThatFollowEachOtherAreOneTileInTheOverview() {
    List<Frame> tiles = world.region(Level.NAMESPACES).frames();

    assertThat(tiles).hasSizeLessThan(NAMESPACES / 16);
    assertThat(tiles).allMatch(tile -> tile.type() == Frame.Type.DISTRICT);
    assertThat(tiles.getFirst().title().full()).isEqualTo("team-0000 … team-0063");
    assertThat(tiles.stream().flatMap(tile -> tile.apps().stream()).map(Frame.AppCell::title))
        .hasSize(NAMESPACES)
        .doesNotHaveDuplicates();
  }

  @Test
  void whoMaySeeOneNamespaceIsToldOfNoOther() {
    String own = "team-0042";
    Region region =
        Composer.compose(
            world.plan(),
            world.topology().network((_, namespace) -> namespace.equals(own)),
            world.shown(Level.NAMESPACES),
            List.of());

    assertThat(region.frames()).hasSize(1);
    assertThat(region.frames().toString().replace(own, "")).doesNotContain("team-");
  }

  @Test
  void nothingIsLostOnTheWay() {
    Region far = world.region(Level.NAMESPACES);

    assertThat(far.frames().stream().mapToInt(tile -> tile.tally().objects()).sum())
        .isEqualTo(NAMESPACES);
    assertThat(far.tally()).isEqualTo(world.region(Level.CARDS).tally());
  }

  @Test
  void whoeverComesCloserSeesTheNamespaces() {
    assertThat(world.region(Level.APPS).frames()).hasSize(NAMESPACES);
  }
}
