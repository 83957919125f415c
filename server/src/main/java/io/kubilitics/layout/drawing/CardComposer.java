package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.CardName;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One card with everything in it.
final class CardComposer {
  private static final Kind CRON_JOB = new Kind("batch", "CronJob");

  private final Sight sight;
  private final boolean isDetail;
  private final CardRooms rooms;
  private final CellComposer cells;
  private final GenerationComposer generations;

  CardComposer(Sight sight) {
    this.sight = sight;
    isDetail = sight.shown().level() == Level.DETAIL;
    rooms = new CardRooms(sight.shown().level());
    cells = new CellComposer(sight);
    generations = new GenerationComposer(sight);
  }

  /// Null when nothing of it is seen. One whose own object is not seen, but something in it, is
  /// drawn for that: under its name when only the filter refuses it, else without.
  @Nullable Card card(CardPlan plan) {
    Node own = sight.node(plan.id());
    boolean mayBeNamed = own != null || sight.isThere(plan.id());
    List<Node> kept = seen(plan.generations());
    List<Node> folded = seen(plan.folded());
    Owned names = new Owned(mayBeNamed ? makers(plan) : List.of());
    List<Cell> pods = cells.of(plan, names, isDetail);
    if (own == null && kept.isEmpty() && folded.isEmpty() && pods.isEmpty()) {
      return null;
    }
    boolean hasStrip = plan.shape() == CardShape.WORKLOAD;
    List<Generation> strip = hasStrip ? generations.of(kept, names, isDetail) : List.of();
    long inside = objects(folded) - claims(pods) + (hasStrip ? 0 : objects(kept));
    ResourceId id =
        CardName.of(plan, sight.network(), each -> sight.node(each) != null).orElseThrow();
    return card(plan, id, own, mayBeNamed, ready(own, kept), strip, pods, Math.toIntExact(inside));
  }

  private Card card(
      CardPlan plan,
      ResourceId id,
      @Nullable Node own,
      boolean mayBeNamed,
      String ready,
      List<Generation> strip,
      List<Cell> pods,
      int folded) {
    Sight.Manner manner = sight.manner(id.kind());
    Look look = own == null ? (mayBeNamed ? Look.PLAIN : Look.LOCKED) : sight.look(own);
    Label tag = own == null ? Label.NONE : tag(plan.shape(), own);
    CardFact fact = own == null ? CardFact.NONE : fact(plan, own, tag);
    int width = plan.rect().width();
    return new Card(
        id,
        plan.shape(),
        plan.rect(),
        plan.capacity(),
        manner.hue(),
        mayBeNamed ? manner.glyph() : "",
        mayBeNamed ? manner.word() : "",
        mayBeNamed
            ? rooms.name(id.name(), plan.shape(), width, look, ready, fact.label())
            : Label.NONE,
        fact.label(),
        fact.isAlarm(),
        look,
        ready,
        tag,
        strip,
        pods,
        folded);
  }

  private CardFact fact(CardPlan plan, Node own, Label tag) {
    if (!isDetail) {
      return new CardFact(Label.NONE, Looks.isAlarm(sight.look(own)));
    }
    int room = rooms.factRoom(plan.shape(), plan.rect().width(), tag);
    return CardFact.of(own, sight, room, CardRooms.factStyle(plan.shape()));
  }

  private Label tag(CardShape shape, Node own) {
    return shape.hasCells() && own instanceof Node.Present(Resource resource, _)
        ? rooms.tag(ImageTag.of(resource))
        : Label.NONE;
  }

  /// @param generations those that are seen
  String ready(@Nullable Node own, List<Node> generations) {
    if (!(own instanceof Node.Present(Resource resource, _))) {
      return "";
    }
    return resource.kind().equals(CRON_JOB)
        ? Ready.ofRuns(generations.stream().map(sight::look).toList())
        : Ready.of(resource);
  }

  List<Node> seen(List<ResourceId> ids) {
    return ids.stream().map(sight::node).filter(Objects::nonNull).toList();
  }

  private static List<String> makers(CardPlan plan) {
    List<String> makers = new ArrayList<>();
    plan.generations().forEach(id -> makers.add(id.name()));
    makers.add(plan.id().name());
    return makers;
  }

  private static long objects(List<Node> nodes) {
    return nodes.stream().filter(Node.Present.class::isInstance).count();
  }

  private static int claims(List<Cell> cells) {
    return cells.stream().mapToInt(cell -> cell.volumes().size()).sum();
  }
}
