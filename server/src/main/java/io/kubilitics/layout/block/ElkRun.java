package io.kubilitics.layout.block;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.layout.block.Layered.Effort;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.EdgeStraighteningStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.core.util.IndividualSpacings;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// One call of ELK's layered algorithm: a part as a graph of ELK, and places and routes read back
/// from it. The order of boxes and links, the seed and all measures are given, so that it returns
/// the same each time. For one use.
final class ElkRun {
  /// A port of ELK: where it is, and the bundle that uses it. Several bundles meet in one point.
  private record PortKey(int box, int rank, PortSide side, int bundle) {}

  /// Two ports that are connected; a pair of opposed links is one.
  private record Wire(int left, int right, int rank) {}

  private final Shape part;
  private final Course course;
  private final Ports ports;
  private final Bundles bundles;
  private final ElkNode root;
  private final List<ElkNode> nodes = new ArrayList<>();
  private final Map<PortKey, ElkPort> portsByKey = new HashMap<>();
  private final Map<Wire, ElkEdge> edges = new HashMap<>();

  ElkRun(Shape part, Effort effort, Ordering ordering, EdgeStraighteningStrategy straightening) {
    this.part = part;
    this.course = Course.of(part);
    this.ports = Ports.of(part, course);
    this.bundles = Bundles.of(part, course);
    this.root = root(effort);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_EDGE_STRAIGHTENING, straightening);
    root.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, ordering.strategy());
    root.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, ordering.greedySwitch());
  }

  /// Places and routes as ELK found them.
  ///
  /// @param monitor asked by ELK at times whether it is to stop
  Placed lay(IElkProgressMonitor monitor) {
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
    new LayeredLayoutProvider().layout(root, monitor);
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
      List<Point> route =
          ports.fit(link) ? route(Objects.requireNonNull(edges.get(wire(link)))) : List.of();
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
