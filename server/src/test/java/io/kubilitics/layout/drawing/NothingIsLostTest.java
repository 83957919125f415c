package io.kubilitics.layout.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is drawn and what is counted are together all there is.
class NothingIsLostTest {
  private static final World DEMO = World.demo(1_000);

  @Test
  void everyObjectOfADemoIsDrawnOnceOrCounted() {
    assertThatAllIsThere(DEMO);
  }

  @ParameterizedTest
  @EnumSource(Arrangement.class)
  void soItIsInEveryArrangement(Arrangement arrangement) {
    assertThatAllIsThere(World.of(DEMO.topology(), arrangement));
  }

  @Test
  void everyObjectOfTheTruthSetIsDrawnOnceOrCounted() throws Exception {
    List<Path> cases = truth();
    assertThat(cases).hasSizeGreaterThan(50);
    for (Path path : cases) {
      assertThatAllIsThere(World.of(Files.readString(path)));
    }
  }

  @Test
  void theSameIsCountedAtEveryLevelAndInEveryWindow() {
    Region whole = DEMO.region(Level.DETAIL);
    for (Level level : Level.values()) {
      Region far = DEMO.region(DEMO.shown(level).within(new Rect(0, 0, 400, 300)));
      assertThat(far.tally()).isEqualTo(whole.tally());
      assertThat(far.relations()).isEqualTo(whole.relations());
      assertThat(far.frames())
          .map(Frame::tally)
          .isEqualTo(whole.frames().stream().map(Frame::tally).toList());
      assertThat(far.frames())
          .map(Frame::look)
          .isEqualTo(whole.frames().stream().map(Frame::look).toList());
    }
  }

  @Test
  void whatAFilterHidesIsCountedAsHidden() {
    Region whole = DEMO.region(Level.DETAIL);
    for (String kind : List.of("Pod", "Service", "EndpointSlice", "ReplicaSet", "Node", "Nobody")) {
      Shown shown =
          DEMO.shown(Level.DETAIL)
              .filtered(node -> node.id().kind().name().equals(kind), List.of("kind=" + kind));
      Region some = DEMO.region(shown);
      int hidden = whole.tally().objects() - some.tally().objects();

      assertThatBlocksAddUp(some, DEMO.network(), shown);
      assertThat(some.notes())
          .contains(Figures.grouped(hidden) + " objects are hidden by the filter.");
      assertThat(new Drawn(some).routes()).isEmpty();
    }
  }

  private static void assertThatAllIsThere(World world) {
    Network network = world.network();
    Region region = world.region(Level.DETAIL);
    int objects = 0;
    for (int handle = 0; handle < network.limit(); handle++) {
      objects += network.node(handle) instanceof Node.Present ? 1 : 0;
    }
    assertThat(region.tally().objects()).isEqualTo(objects);
    assertThat(region.notes()).noneMatch(note -> note.contains("not placed"));
    assertThatBlocksAddUp(region, network, world.shown(Level.DETAIL));
    assertThatEdgesAddUp(world, region);
  }

  private static void assertThatBlocksAddUp(Region region, Network network, Shown shown) {
    Tally all = Tally.NOTHING;
    Set<ResourceId> seen = new HashSet<>();
    for (Frame frame : region.frames()) {
      Tally inFrame = Tally.NOTHING;
      for (Block block : frame.blocks()) {
        int drawn = 0;
        for (Card card : block.cards()) {
          drawn += card.folded();
          for (ResourceId id : new HashSet<>(Drawn.ids(card))) {
            Node node = network.node(network.find(id));
            boolean isObject = node instanceof Node.Present && shown.filter().test(node);
            assertThat(!isObject || seen.add(id)).as("%s is drawn once", id).isTrue();
            drawn += isObject ? 1 : 0;
          }
        }
        assertThat(drawn).as(block.key()).isEqualTo(block.tally().objects());
        inFrame = inFrame.plus(block.tally());
      }
      assertThat(inFrame).isEqualTo(frame.tally());
      all = all.plus(frame.tally());
    }
    assertThat(all).isEqualTo(region.tally());
  }

  private static void assertThatEdgesAddUp(World world, Region region) {
    int all = region.relations().values().stream().mapToInt(Integer::intValue).sum();
    Shown shown = world.shown(Level.DETAIL);
    Sight sight = new Sight(world.network(), shown);
    Census census = new Census(world.plan(), sight);
    Connections connections = new Connections(sight, census, new DrawnLines(world.plan(), census));
    int lines = new Drawn(region).routes().mapToInt(Route::count).sum();
    int lineless = connections.lineless().values().stream().mapToInt(Integer::intValue).sum();

    assertThat(lines + connections.inside() + lineless).isEqualTo(all);
    long edges = world.topology().select(TopologyQuery.ALL, Viewer.EVERYTHING).edgeCount();
    assertThat(all).isEqualTo(Math.toIntExact(edges));
  }

  private static List<Path> truth() throws IOException, URISyntaxException {
    Path root = Path.of(Objects.requireNonNull(Manifests.class.getResource("/truth")).toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
