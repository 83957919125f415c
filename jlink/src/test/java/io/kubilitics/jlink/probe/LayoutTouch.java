package io.kubilitics.jlink.probe;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Two cards and an edge, laid out from left to right.
final class LayoutTouch implements Touch {
  @Override
  public String run() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new CoreOptions(), new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    ElkNode service = card(root);
    ElkNode pod = card(root);
    ElkGraphUtil.createSimpleEdge(service, pod);
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    Touch.require(pod.getX() >= service.getX() + 160, "pod at " + pod.getX());
    return "pod at " + pod.getX();
  }

  private static ElkNode card(ElkNode root) {
    ElkNode card = ElkGraphUtil.createNode(root);
    card.setDimensions(160, 48);
    return card;
  }
}
