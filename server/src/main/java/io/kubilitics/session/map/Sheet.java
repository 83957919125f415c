package io.kubilitics.session.map;

import io.kubilitics.layout.FocusLayout;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The places of one cluster, with what of it may be seen and is wanted.
///
/// @param network as far as the viewer may see it
/// @param filter what it refuses is hidden and keeps its place
/// @param beyond how many nodes are around a focus and not in
/// @param gaps how well kinds are known
/// @param count shared with every drawing of the same plan, viewer and filter
public record Sheet(
    Plan plan,
    Network network,
    Predicate<Node> filter,
    int beyond,
    List<KindState> gaps,
    Count count) {
  public Sheet {
    gaps = List.copyOf(gaps);
  }

  /// One that shares nothing.
  private Sheet(
      Plan plan, Network network, Predicate<Node> filter, int beyond, List<KindState> gaps) {
    this(plan, network, filter, beyond, gaps, new Count(plan, network));
  }

  /// Of a living map: what the query does not let in is hidden, and nothing moves.
  public static Sheet kept(LivingMap map, TopologyQuery part, Viewer viewer) {
    List<KindState> gaps = gaps(map.topology(), viewer);
    Network network = map.topology().network(viewer);
    if (part.equals(TopologyQuery.ALL) && viewer.equals(Viewer.EVERYTHING)) {
      return new Sheet(map.plan(), network, Shown.EVERYTHING, 0, gaps, map.everything());
    }
    Predicate<Node> filter = Shown.EVERYTHING;
    if (!part.equals(TopologyQuery.ALL)) {
      Network in = map.topology().select(part, viewer).network();
      filter = node -> in.find(node.id()) != Network.NOBODY;
    }
    if (!part.relations().isEmpty()) {
      network = network.onlyEdges(part.relations());
    }
    return new Sheet(map.plan(), network, filter, 0, gaps);
  }

  /// Of a map that is made for this: only what the query lets in is laid out.
  ///
  /// @throws ProblemException `Busy`; `NotFound` when the focus is not there
  public static Sheet fresh(
      Topology topology,
      Arrangement arrangement,
      TopologyQuery part,
      Viewer viewer,
      FreshMaps freshMaps)
      throws InterruptedException {
    Optional<Focus> focus = part.focus();
    Network in = part(topology, part, viewer);
    List<KindState> gaps = gaps(topology, viewer);
    long revision = topology.revision();
    if (focus.isPresent()) {
      if (in.find(focus.get().id()) == Network.NOBODY) {
        throw new ProblemException(new Problem.NotFound(focus.get().id().toString()));
      }
      FocusLayout around =
          freshMaps.lay(blocks -> FocusLayout.of(in, focus.get(), revision, blocks));
      return new Sheet(around.plan(), around.network(), Shown.EVERYTHING, around.beyond(), gaps);
    }
    Plan plan = freshMaps.lay(blocks -> Layout.fresh(arrangement, in, revision, blocks));
    return new Sheet(plan, in, Shown.EVERYTHING, 0, gaps);
  }

  /// The same for a reader who gets this one answer and nothing after it: how many revisions there
  /// were is chance.
  public Sheet once() {
    Plan once = plan.ofRevision(0);
    return new Sheet(once, network, filter, beyond, gaps);
  }

  /// Everything that passes the filters, wherever the focus is.
  private static Network part(Topology topology, TopologyQuery part, Viewer viewer) {
    TopologyQuery anywhere =
        new TopologyQuery(
            part.namespaces(),
            part.kinds(),
            part.relations(),
            part.labels(),
            part.health(),
            Optional.empty());
    return anywhere.equals(TopologyQuery.ALL)
        ? topology.network(viewer)
        : topology.select(anywhere, viewer).network();
  }

  /// How well kinds are known, as far as the viewer may know.
  public static List<KindState> gaps(Topology topology, Viewer viewer) {
    return topology.knowledge().stream()
        .filter(state ->
            state.kind().equals(KindState.ANY_OTHER)
                || viewer.maySee(state.kind(), state.namespace()))
        .toList();
  }
}
