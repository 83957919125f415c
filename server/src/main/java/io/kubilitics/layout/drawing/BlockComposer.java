package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockName;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Block.App;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One block with what the level shows of it.
final class BlockComposer {
  private final Sight sight;
  private final Level level;
  private final CardComposer cards;
  private final RouteComposer routes;
  private final TitleRooms rooms;

  BlockComposer(Sight sight, DrawnLines lines) {
    this.sight = sight;
    level = sight.shown().level();
    cards = new CardComposer(sight);
    routes = new RouteComposer(sight, lines);
    rooms = new TitleRooms(level);
  }

  Block block(BlockPlan plan, Census.OfBlock count) {
    List<App> apps = apps(plan);
    String ready = readyTogether(apps);
    String note = BlockNote.of(plan, count.tally(), apps, this::schedule);
    int width = plan.slot().width();
    Label title = rooms.block(title(plan), width, note, apps, ready, count.look());
    List<@Nullable Card> all = new ArrayList<>();
    List<Route> drawn = List.of();
    if (level == Level.CARDS || level == Level.DETAIL) {
      plan.cards().forEach(card -> all.add(cards.card(card)));
      drawn = routes.routes(plan, count, all);
    }
    return new Block(
        key(plan),
        plan.type(),
        plan.slot(),
        title,
        rooms.blockNote(note, width, title),
        count.tally(),
        count.look(),
        level == Level.APPS ? apps : List.of(),
        all.stream().filter(Objects::nonNull).toList(),
        drawn);
  }

  /// The block as a cell of its namespace's tile.
  AppCell cell(BlockPlan plan, Census.OfBlock count, boolean hasGlyph) {
    CardPlan first = plan.cards().isEmpty() ? null : plan.cards().getFirst();
    ResourceId id =
        plan.roots().isEmpty() ? (first == null ? null : first.id()) : plan.roots().getFirst();
    Sight.@Nullable Manner manner = id == null ? null : sight.manner(id.kind());
    return new AppCell(
        key(plan),
        title(plan),
        hasGlyph && manner != null ? manner.glyph() : "",
        manner == null ? Hue.CUSTOM : manner.hue(),
        count.look(),
        count.tally());
  }

  private List<App> apps(BlockPlan plan) {
    Map<ResourceId, CardPlan> byId = new HashMap<>();
    plan.cards().forEach(card -> byId.put(card.id(), card));
    List<App> apps = new ArrayList<>();
    for (ResourceId root : plan.roots()) {
      CardPlan card = byId.get(root);
      Node own = sight.node(root);
      if (card != null && own != null) {
        apps.add(app(card, own, plan.slot().width()));
      }
    }
    return apps;
  }

  private App app(CardPlan card, Node own, int width) {
    Count pods = new Count();
    cards.seen(List.copyOf(card.cells().values())).forEach(pod -> pods.add(pod, sight.look(pod)));
    String ready = cards.ready(own, cards.seen(card.generations()));
    return new App(
        own.id(),
        sight.manner(own.id().kind()).glyph(),
        rooms.app(own.id().name(), width, ready),
        ready,
        sight.look(own),
        pods.tally());
  }

  /// What the tile of a block says at its right end.
  private static String readyTogether(List<App> apps) {
    if (apps.size() == 1) {
      return apps.getFirst().ready();
    }
    Tally pods = BlockNote.pods(apps);
    return pods.objects() == 0 ? "" : Ready.of(pods) + "/" + pods.objects();
  }

  private String schedule(ResourceId id) {
    return sight.node(id) instanceof Node.Present present
        ? new Subject(present.resource(), sight).text("Schedule")
        : "";
  }

  /// A block is named after its root, which not every viewer may know of.
  private String title(BlockPlan plan) {
    return BlockName.title(plan, sight.network());
  }

  private String key(BlockPlan plan) {
    return BlockName.key(plan, sight.network());
  }
}
