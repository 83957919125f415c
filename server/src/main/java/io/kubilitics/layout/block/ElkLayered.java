package io.kubilitics.layout.block;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.EdgeStraighteningStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.IndividualSpacings;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// ELK's layered algorithm. The order of boxes and links, the seed and all measures are given, so
/// that it returns the same each time.
final class ElkLayered implements Layered {
  /// The first gives the better picture, but sets a card too near to the next one at times.
  private static final List<EdgeStraighteningStrategy> STRAIGHTENING =
      List.of(EdgeStraighteningStrategy.IMPROVE_STRAIGHTNESS, EdgeStraighteningStrategy.NONE);

  private static final int READ_BOXES = 100;
  private static final int READ_LINKS = 200;

  ElkLayered() {
    LayoutMetaDataService.initElkReflect();
    // One of ELK's assertions is wrong for candidates that it drops later; without it a layout is
    // the same whether assertions are on or off.
    ElkLayered.class.getClassLoader().setPackageAssertionStatus("org.eclipse.elk", false);
  }

  @Override
  public Placed lay(Shape part, Effort effort) {
    Racks racks = Racks.of(part);
    Candidate best = null;
    for (Ordering ordering : orderings(part, effort)) {
      if (best != null && best.cost() <= ordering.handicap) {
        break;
      }
      Optional<Placed> clean = clean(part, racks, effort, ordering);
      if (clean.isPresent()) {
        int cost = Crossings.count(part, clean.get()) + ordering.handicap;
        if (best == null || cost < best.cost()) {
          best = new Candidate(clean.get(), cost);
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("cards or lines lie on each other");
    }
    return Twins.inOrder(part, best.placed());
  }

  /// In a large part nobody sees the order, and a bad one makes routing slow.
  private static List<Ordering> orderings(Shape part, Effort effort) {
    if (effort == Effort.LITTLE || part.boxes() > READ_BOXES || part.links() > READ_LINKS) {
      return List.of(Ordering.SWEPT);
    }
    return List.of(Ordering.values());
  }

  private static Optional<Placed> clean(
      Shape part, Racks racks, Effort effort, Ordering ordering) {
    for (EdgeStraighteningStrategy straightening : STRAIGHTENING) {
      Run run = new Run(racks.packed(), effort, ordering, straightening);
      Placed placed = racks.unpacked(run.lay());
      if (Clean.is(part, placed)) {
        return Optional.of(placed);
      }
    }
    return Optional.empty();
  }

  private record Candidate(Placed placed, int cost) {}

  /// Who orders the cards of a column, in the order they are tried. The first two keep more of the
  /// order in which a person would list them and change less when a card is added, so the next must
  /// save crossings to be taken.
  private enum Ordering {
    /// The reading order as it is.
    READING(CrossingMinimizationStrategy.NONE, GreedySwitchType.OFF, 0),
    /// The reading order, after neighbours have changed places where that saves a crossing.
    SWITCHED(CrossingMinimizationStrategy.NONE, GreedySwitchType.TWO_SIDED, 1),
    /// Whatever has the fewest crossings.
    SWEPT(CrossingMinimizationStrategy.LAYER_SWEEP, GreedySwitchType.TWO_SIDED, 3);

    private final CrossingMinimizationStrategy strategy;
    private final GreedySwitchType greedySwitch;

    /// How many crossings it must save.
    private final int handicap;

    Ordering(
        CrossingMinimizationStrategy strategy, GreedySwitchType greedySwitch, int handicap) {
      this.strategy = strategy;
      this.greedySwitch = greedySwitch;
      this.handicap = handicap;
    }
  }

  /// A port of ELK: where it is, and the bundle that uses it. Several bundles meet in one point.
  private record PortKey(int box, int rank, PortSide side, int bundle) {}

  /// Two ports that are connected; a pair of opposed links is one.
  private record Wire(int left, int right, int rank) {}

  private static final class Run {
    private final Shape part;
    private final Course course;
    private final Ports ports;
    private final Bundles bundles;
    private final ElkNode root;
    private final List<ElkNode> nodes = new ArrayList<>();
    private final Map<PortKey, ElkPort> portsByKey = new HashMap<>();
    private final Map<Wire, ElkEdge> edges = new HashMap<>();

    Run(
        Shape part,
        Effort effort,
        Ordering ordering,
        EdgeStraighteningStrategy straightening) {
      this.part = part;
      this.course = Course.of(part);
      this.ports = Ports.of(part, course);
      this.bundles = Bundles.of(part, course);
      this.root = root(effort);
      root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_EDGE_STRAIGHTENING, straightening);
      root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, ordering.strategy);
      root.setProperty(
          LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, ordering.greedySwitch);
    }

    Placed lay() {
      Alignment[] alignments = alignments();
      nodes.addAll(Collections.nCopies(part.boxes(), root));
      for (int box : Reading.order(part, course)) {
        nodes.set(box, node(box, alignments[box]));
      }
      for (int link = 0; link < part.links(); link++) {
        int bundle = bundles.of(link);
        if (ports.fit(link)) {
          edges.computeIfAbsent(wire(link), wire -> edge(wire, bundle));
        }
      }
      new LayeredLayoutProvider().layout(root, new UntilInterrupted());
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      return placed();
    }

    private static ElkNode root(Effort effort) {
      ElkNode root = ElkGraphUtil.createGraph();
      root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
      root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
      root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
      root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.NONE);
      root.setProperty(
          LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
      root.setProperty(LayeredOptions.RANDOM_SEED, 1);
      root.setProperty(LayeredOptions.THOROUGHNESS, effort == Effort.FULL ? 7 : 1);
      root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
      root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
      root.setProperty(LayeredOptions.SPACING_NODE_NODE, (double) Grid.STACK_GAP);
      root.setProperty(LayeredOptions.SPACING_EDGE_NODE, (double) Grid.PASSING);
      root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, (double) Grid.TRACK);
      root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) Grid.COLUMN_GAP);
      root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, (double) Grid.TRACK_MARGIN);
      root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, (double) Grid.TRACK);
      return root;
    }

    private ElkNode node(int box, Alignment alignment) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(part.width(box), part.height(box));
      node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
      node.setProperty(LayeredOptions.ALIGNMENT, alignment);
      if (part.workload(box)) {
        IndividualSpacings apart = new IndividualSpacings();
        apart.setProperty(LayeredOptions.SPACING_NODE_NODE, (double) Grid.WORKLOAD_GAP);
        node.setProperty(LayeredOptions.SPACING_INDIVIDUAL, apart);
      }
      return node;
    }

    /// A narrow card stands at the side of its column where its lines are.
    private Alignment[] alignments() {
      Alignment[] alignments = new Alignment[part.boxes()];
      Arrays.fill(alignments, Alignment.RIGHT);
      for (int link = 0; link < part.links(); link++) {
        alignments[course.right(link)] = Alignment.LEFT;
      }
      return alignments;
    }

    private Wire wire(int link) {
      return new Wire(course.left(link), course.right(link), part.rank(link));
    }

    private ElkEdge edge(Wire wire, int bundle) {
      ElkEdge edge =
          ElkGraphUtil.createSimpleEdge(
              portsByKey.computeIfAbsent(
                  new PortKey(wire.left(), wire.rank(), PortSide.EAST, bundle), this::port),
              portsByKey.computeIfAbsent(
                  new PortKey(wire.right(), wire.rank(), PortSide.WEST, bundle), this::port));
      edge.setProperty(LayeredOptions.EDGE_THICKNESS, 0.0);
      return edge;
    }

    private ElkPort port(PortKey key) {
      ElkPort port = ElkGraphUtil.createPort(nodes.get(key.box()));
      port.setProperty(LayeredOptions.PORT_SIDE, key.side());
      if (key.side() == PortSide.WEST) {
        port.setLocation(0, ports.left(key.box(), key.rank()));
      } else {
        port.setLocation(part.width(key.box()), ports.right(key.box(), key.rank()));
      }
      return port;
    }

    private Placed placed() {
      List<Rect> boxes = new ArrayList<>(part.boxes());
      for (int box = 0; box < part.boxes(); box++) {
        ElkNode node = nodes.get(box);
        boxes.add(
            new Rect(whole(node.getX()), whole(node.getY()), part.width(box), part.height(box)));
      }
      List<List<Point>> routes = new ArrayList<>(part.links());
      for (int link = 0; link < part.links(); link++) {
        List<Point> route = ports.fit(link) ? route(edges.get(wire(link))) : List.of();
        routes.add(course.backward(link) ? route.reversed() : route);
      }
      Size size = new Size(whole(root.getWidth()), whole(root.getHeight()));
      return new Placed(size, boxes, routes, Method.LAYERED);
    }

    private static List<Point> route(ElkEdge edge) {
      ElkEdgeSection section = edge.getSections().getFirst();
      List<Point> route = new ArrayList<>();
      route.add(new Point(whole(section.getStartX()), whole(section.getStartY())));
      for (ElkBendPoint bend : section.getBendPoints()) {
        route.add(new Point(whole(bend.getX()), whole(bend.getY())));
      }
      route.add(new Point(whole(section.getEndX()), whole(section.getEndY())));
      return route;
    }

    /// All measures given are whole, and only sums of them are expected.
    private static int whole(double value) {
      if (StrictMath.rint(value) != value) {
        throw new IllegalStateException("not whole: " + value);
      }
      return Math.toIntExact(Math.round(value));
    }
  }

  /// Tells ELK to stop at the next place where it asks.
  private static final class UntilInterrupted extends BasicProgressMonitor {
    @Override
    public boolean isCanceled() {
      return Thread.currentThread().isInterrupted();
    }
  }
}
