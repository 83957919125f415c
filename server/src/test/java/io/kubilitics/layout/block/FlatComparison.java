package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// What one layered run over a whole graph would give instead of blocks.
public final class FlatComparison {
  private FlatComparison() {}

  /// ELK's layered algorithm as it comes, with the same direction, routing, seed and effort.
  static Figures flat(List<Box> boxes, List<Line> lines) {
    LayoutMetaDataService.initElkReflect();
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.THOROUGHNESS, 7);
    List<ElkNode> nodes = new ArrayList<>();
    for (Box box : boxes) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(box.size().width(), box.size().height());
      nodes.add(node);
    }
    List<Line> drawn = lines.stream().filter(line -> line.from() != line.to()).toList();
    List<ElkEdge> edges = new ArrayList<>();
    for (Line line : drawn) {
      edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(line.from()), nodes.get(line.to())));
    }
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    return Figures.of(
        nodes.stream().map(FlatComparison::rect).toList(),
        drawn,
        edges.stream().map(FlatComparison::route).toList(),
        new Size(whole(root.getWidth()), whole(root.getHeight())));
  }

  /// The graph as one block.
  static Figures block(List<Box> boxes, List<Line> lines, BlockLayouts layouts) {
    return Figures.of(boxes, lines, layouts.lay(BlockGraph.of(boxes, lines)));
  }

  /// Apps that share nothing, as one flat graph and block by block.
  public static void main(String[] args) {
    int apps = args.length == 0 ? 100 : Integer.parseInt(args[0]);
    Random random = new Random(1);
    List<Sketch> sketches = List.copyOf(Sketches.all().values());
    List<Box> boxes = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    Figures blocks = Figures.NONE;
    try (BlockLayouts layouts = new BlockLayouts()) {
      for (int app = 0; app < apps; app++) {
        Sketch sketch = sketches.get(random.nextInt(sketches.size()));
        int first = boxes.size();
        boxes.addAll(sketch.boxes());
        for (Line line : sketch.lines()) {
          lines.add(new Line(first + line.from(), first + line.to(), line.category()));
        }
        blocks = blocks.plus(block(sketch.boxes(), sketch.lines(), layouts));
      }
    }
    System.out.println("flat   " + flat(boxes, lines));
    System.out.println("blocks " + blocks);
  }

  private static Rect rect(ElkNode node) {
    return new Rect(
        whole(node.getX()), whole(node.getY()), whole(node.getWidth()), whole(node.getHeight()));
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

  private static int whole(double value) {
    return Math.toIntExact(Math.round(value));
  }
}
