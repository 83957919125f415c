package io.kubilitics.layout.street;

import io.kubilitics.layout.drawing.Verbs;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardName;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Point;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Lit.Pill;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One selected object with everything it has relations with, hub relations and guessed calls
/// included. A card stands for what is drawn in it and folded into it: a workload for its Pods. A
/// Pod in a cell stands for itself.
///
/// Lines inside the block of the selected are there already; others run through the gutters. Where
/// lines would be too many, or lead into or out of the cluster band, or to what is not drawn, a
/// pill at the card counts instead.
public final class Spotlight {
  /// To more cards than this, no lines of one relation are drawn.
  static final int MOST_LINES = 8;

  /// A line to be drawn: all edges of one category and direction to one card.
  private record Line(boolean out, Category category, Spot other) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::out)
            .reversed()
            .thenComparing(Line::category)
            .thenComparing(Line::other, Spot.ORDER);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  private final Plan plan;
  private final Network network;
  private final Predicate<Node> filter;
  private final Spot selected;
  private final Map<ResourceId, Spot> spots;
  private final SortedMap<Line, List<Tie>> lines = new TreeMap<>();
  private final SortedMap<Strand, SortedSet<ResourceId>> counted = new TreeMap<>();

  private Spotlight(
      Plan plan,
      Network network,
      Predicate<Node> filter,
      Spot selected,
      Map<ResourceId, Spot> spots) {
    this.plan = plan;
    this.network = network;
    this.filter = filter;
    this.selected = selected;
    this.spots = spots;
  }

  /// What lights up when an object is selected.
  ///
  /// @param network what the viewer may see, of the revision the plan was made from, or of a newer
  ///   one
  /// @param filter what it refuses is hidden, and no light falls on it
  /// @param level that is painted: pills find their places at its scale
  /// @return without lines and pills when the object is not drawn
  /// @throws ProblemException when there is no such object for the viewer
  public static Lit light(
      Plan plan, Network network, Predicate<Node> filter, ResourceId id, Level level) {
    int handle = network.find(id);
    Node node = handle == Network.NOBODY ? null : network.node(handle);
    if (node == null) {
      throw new ProblemException(new Problem.NotFound(id.toString()));
    }
    @Nullable Spot selected = filter.test(node) ? Spot.of(plan, Set.of(id)).get(id) : null;
    List<ResourceId> inCard =
        selected == null ? List.of(id) : selected.cardPlan().objects().toList();
    List<ResourceId> own = selected != null && selected.id().equals(id) ? inCard : List.of(id);
    Predicate<ResourceId> isSeen = each -> isSeen(network, filter, each);
    List<Tie> ties =
        Tie.of(network, own.stream().filter(isSeen).toList(), new HashSet<>(inCard)).stream()
            .filter(tie -> isSeen.test(tie.other()))
            .toList();
    Map<ResourceId, Spot> spots =
        Spot.of(plan, ties.stream().map(Tie::other).collect(Collectors.toSet()));
    List<ResourceId> touched =
        spots.values().stream()
            .map(spot -> name(spot, network, filter))
            .distinct()
            .sorted()
            .toList();
    return selected == null
        ? new Lit(id, touched, List.of(), List.of())
        : new Spotlight(plan, network, filter, selected, spots).light(id, touched, ties, level);
  }

  /// What the card there goes by in the drawing.
  private static ResourceId name(Spot spot, Network network, Predicate<Node> filter) {
    return CardName.of(spot.cardPlan(), network, id -> isSeen(network, filter, id)).orElseThrow();
  }

  private static boolean isSeen(Network network, Predicate<Node> filter, ResourceId id) {
    int handle = network.find(id);
    Node node = handle == Network.NOBODY ? null : network.node(handle);
    return node != null && filter.test(node);
  }

  private Lit light(ResourceId id, List<ResourceId> touched, List<Tie> ties, Level level) {
    List<Tie> leaving = ties.stream().filter(tie -> !isDrawn(tie)).toList();
    Strand.of(leaving).forEach(this::sort);
    List<Route> routes = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    Terrain terrain = route(routes, texts);
    PillPlaces places = new PillPlaces(Ground.of(terrain.obstacles()), level.divisor());
    List<Pill> pills = new ArrayList<>();
    counted.forEach((strand, others) ->
        places.at(selected.rect(), PillText.of(strand, others)).ifPresent(pills::add));
    for (int at = 0; at < routes.size(); at++) {
      places.on(routes.get(at).points(), texts.get(at)).ifPresent(pills::add);
    }
    return new Lit(id, touched, routes, pills);
  }

  /// Whether a line of the block shows it.
  private boolean isDrawn(Tie tie) {
    Spot other = spots.get(tie.other());
    if (other == null || !other.isInBlockOf(selected)) {
      return false;
    }
    int source = tie.out() ? selected.card() : other.card();
    int target = tie.out() ? other.card() : selected.card();
    BlockPlan block = selected.blockPlan();
    return block.routes().stream()
        .anyMatch(route -> isBetween(route, source, target) && route.category() == tie.category());
  }

  private static boolean isBetween(RoutePlan route, int source, int target) {
    return route.source() == source && route.target() == target && route.points().size() >= 2;
  }

  /// Decides for one relation what becomes lines and what is counted.
  private void sort(Strand strand, List<Tie> ties) {
    List<Tie> reachable = ties.stream().filter(this::isReachable).toList();
    long cards = reachable.stream().map(tie -> spots.get(tie.other())).distinct().count();
    for (Tie tie : ties) {
      Spot other = spots.get(tie.other());
      if (other != null && cards <= MOST_LINES && isReachable(tie)) {
        lines
            .computeIfAbsent(new Line(tie.out(), tie.category(), other), _ -> new ArrayList<>())
            .add(tie);
      } else {
        count(strand, tie);
      }
    }
  }

  private void count(Strand strand, Tie tie) {
    counted.computeIfAbsent(strand, _ -> new TreeSet<>()).add(tie.other());
  }

  private boolean isReachable(Tie tie) {
    Spot other = spots.get(tie.other());
    return other != null && other.isInBand() == selected.isInBand();
  }

  /// Finds ways; what has none is counted after all.
  private Terrain route(List<Route> routes, List<String> texts) {
    Set<Spot> ends = new HashSet<>(Set.of(selected));
    lines.keySet().forEach(line -> ends.add(line.other()));
    Terrain terrain = new Terrain(plan, ends);
    List<Map.Entry<Line, List<Tie>>> order = List.copyOf(lines.entrySet());
    List<List<Point>> ways =
        terrain
            .router()
            .ways(
                order.stream()
                    .map(line -> demand(terrain, line.getKey(), line.getValue().size()))
                    .toList());
    for (int at = 0; at < order.size(); at++) {
      Line line = order.get(at).getKey();
      List<Tie> ties = order.get(at).getValue();
      if (ways.get(at).isEmpty()) {
        ties.forEach(tie -> count(new Strand(tie.out(), tie.name()), tie));
        continue;
      }
      List<Edge> edges = edges(ties, line.other());
      routes.add(route(line, edges, ways.get(at)));
      texts.add(PillText.of(edges));
    }
    return terrain;
  }

  private Demand demand(Terrain terrain, Line line, int weight) {
    int own = terrain.number(selected);
    int other = terrain.number(line.other());
    return line.out() ? new Demand(own, other, weight) : new Demand(other, own, weight);
  }

  /// Those between the cards' own objects first.
  private List<Edge> edges(List<Tie> ties, Spot other) {
    Set<ResourceId> cards = Set.of(selected.id(), other.id());
    return ties.stream()
        .map(tie -> tie.edge(network))
        .sorted(
            Comparator.comparingInt((Edge edge) ->
                    cards.contains(edge.source()) && cards.contains(edge.target()) ? 0 : 1)
                .thenComparing(Edge::source)
                .thenComparing(Edge::target)
                .thenComparing(Edge::relation))
        .toList();
  }

  private Route route(Line line, List<Edge> edges, List<Point> way) {
    return new Route(
        edges.stream().limit(Route.NAMED).map(Edge::id).toList(),
        edges.size(),
        name(line.out() ? selected : line.other(), network, filter),
        name(line.out() ? line.other() : selected, network, filter),
        line.category(),
        edges.stream().map(Edge::state).reduce(EdgeState.RESOLVED, EdgeState::worse),
        edges.stream().allMatch(Edge::inferred),
        Verbs.of(edges.getFirst().relation()),
        way);
  }
}
