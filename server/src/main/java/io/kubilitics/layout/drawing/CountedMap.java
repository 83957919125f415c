package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockName;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A map of one revision, counted for one viewer and one filter, of which every part is drawn by
/// itself when it is asked for: what [Composer] makes of everything at once. Immutable; any thread.
public final class CountedMap {
  private final Plan plan;
  private final Network network;
  private final Map<String, CountedFrame> frames;
  private final Tally tally;
  private final Map<Category, Integer> categories;
  private final Sums sums;

  /// @param frames by key, in the order of the plan
  CountedMap(Plan plan, Network network, Map<String, CountedFrame> frames, Totals totals) {
    this.plan = plan;
    this.network = network;
    this.frames = frames;
    tally = totals.tally();
    categories = totals.categories();
    sums = totals.sums();
  }

  public Plan plan() {
    return plan;
  }

  /// As far as the viewer may see it.
  public Network network() {
    return network;
  }

  /// Everything about the cluster as a whole, without its frames and streets.
  public Region head(Shown shown) {
    return region(shown, List.of(), List.of());
  }

  /// Everything.
  ///
  /// @param streets traffic from tile to tile
  public Region whole(Shown shown, List<Street> streets) {
    List<Frame> drawn = new ArrayList<>();
    for (FramePlan frame : plan.frames()) {
      frame(frame.key(), shown)
          .map(head -> filled(head, blocks(frame.key(), shown)))
          .ifPresent(drawn::add);
    }
    return region(shown, hasDistricts(shown) ? joined(drawn) : drawn, streets);
  }

  private static Frame filled(Frame head, List<Block> blocks) {
    return new Frame(
        head.key(),
        head.type(),
        head.rect(),
        head.title(),
        head.note(),
        head.tally(),
        head.look(),
        head.apps(),
        blocks);
  }

  private Region region(Shown shown, List<Frame> drawn, List<Street> streets) {
    Gaps gaps = new Gaps(shown.gaps());
    return new Region(
        shown.cluster(),
        plan.revision(),
        plan.epoch(),
        shown.asOf(),
        plan.arrangement().text(),
        plan.bounds(),
        shown.filters(),
        Notes.of(shown.level(), sums, gaps),
        gaps.isComplete(),
        tally,
        categories,
        drawn,
        streets);
  }

  /// Whether frames are joined at this level.
  public boolean hasDistricts(Shown shown) {
    return shown.level() == Level.NAMESPACES && !plan.districts().isEmpty();
  }

  /// What is drawn of frames where districts stand for them.
  ///
  /// @param drawn every frame that is seen, in the order of the plan
  public List<Frame> joined(List<Frame> drawn) {
    return new DistrictComposer().joined(plan, network, drawn);
  }

  /// A frame with its cells and without its blocks; nothing when it is not there or not seen.
  public Optional<Frame> frame(String key, Shown shown) {
    CountedFrame counted = frames.get(key);
    if (counted == null || !counted.isSeen()) {
      return Optional.empty();
    }
    Sight sight = Sight.ofFew(network, shown);
    DrawnLines none = DrawnLines.none();
    List<AppCell> cells = new ArrayList<>();
    if (shown.level() == Level.NAMESPACES) {
      BlockComposer composer = new BlockComposer(sight, none);
      boolean hasGlyph = counted.plan().type() == Frame.Type.CLUSTER;
      for (int at = 0; at < counted.counts().size(); at++) {
        BlockCount count = counted.counts().get(at);
        if (count.isSeen()) {
          cells.add(composer.cell(counted.plan().blocks().get(at), count.ofBlock(), hasGlyph));
        }
      }
    }
    return Optional.of(
        new FrameComposer(sight, none, new Gaps(shown.gaps()))
            .frame(counted.plan(), counted.tally(), counted.look(), cells, List.of()));
  }

  /// The blocks of a frame that are drawn: those that are seen, at the levels that have blocks. By
  /// the key they are known by, which another viewer may not see; with the key in the plan.
  public Map<String, BlockPlan> blockPlans(String frame, Shown shown) {
    CountedFrame counted = frames.get(frame);
    Map<String, BlockPlan> seen = new TreeMap<>();
    if (counted == null || shown.level() == Level.NAMESPACES) {
      return seen;
    }
    for (int at = 0; at < counted.counts().size(); at++) {
      if (counted.counts().get(at).isSeen()) {
        BlockPlan block = counted.plan().blocks().get(at);
        seen.put(BlockName.key(block, network), block);
      }
    }
    return seen;
  }

  private List<Block> blocks(String frame, Shown shown) {
    List<Block> blocks = new ArrayList<>();
    CountedFrame counted = frames.get(frame);
    if (counted != null && shown.level() != Level.NAMESPACES) {
      for (int at = 0; at < counted.counts().size(); at++) {
        if (counted.counts().get(at).isSeen()) {
          blocks.add(block(counted.plan().blocks().get(at), shown));
        }
      }
    }
    return blocks;
  }

  /// One block with everything in it.
  ///
  /// @param block of the plan
  public Block block(BlockPlan block, Shown shown) {
    Sight sight = Sight.ofFew(network, shown);
    BlockInventory inventory = BlockInventory.of(block, sight);
    return new BlockComposer(sight, inventory.lines()).block(block, inventory.count());
  }

  @Nullable CountedFrame counted(String key) {
    return frames.get(key);
  }
}
