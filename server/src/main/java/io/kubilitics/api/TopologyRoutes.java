package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.DataFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The graph of a cluster, whole or around one object.
final class TopologyRoutes {
  /// Stands for the namespace of cluster-scoped objects in a path.
  private static final String NO_NAMESPACE = "-";

  private final Attached attached;
  private final String streamEpoch = UUID.randomUUID().toString();

  TopologyRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    String topology = base + "/clusters/{cluster}/topology";
    return List.of(
        Endpoint.of(Route.get(topology, Access.READER), this::all, TopologyText.FILTERS),
        Endpoint.of(
            Route.get(topology + "/focus", Access.READER),
            this::focusById,
            TopologyText.FOCUS_BY_ID),
        Endpoint.of(
            Route.get(topology + "/focus/{kind}/{namespace}/{name}", Access.READER),
            this::focus,
            TopologyText.FOCUS));
  }

  private void all(Context context, QueryText query, Caller caller) throws IOException {
    answer(context, query, caller, Optional.empty());
  }

  private void focusById(Context context, QueryText query, Caller caller) throws IOException {
    ResourceId id =
        query
            .one(TopologyText.ID, ResourceId::parse)
            .orElseThrow(() ->
                new ProblemException(new Problem.BadInput("query parameter 'id'", "is missing")));
    answer(context, query, caller, Optional.of(TopologyText.focus(query, id)));
  }

  private void focus(Context context, QueryText query, Caller caller) throws IOException {
    String namespace = context.pathParam("namespace");
    ResourceId id;
    try {
      id =
          new ResourceId(
              TopologyText.kind(context.pathParam("kind"), attached.catalogue()),
              namespace.equals(NO_NAMESPACE) ? "" : namespace,
              context.pathParam("name"));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.NotFound(String.valueOf(e.getMessage())));
    }
    answer(context, query, caller, Optional.of(TopologyText.focus(query, id)));
  }

  private void answer(Context context, QueryText query, Caller caller, Optional<Focus> focus)
      throws IOException {
    Session session = attached.session(context.pathParam("cluster"));
    Catalogue catalogue = attached.catalogue();
    TopologyQuery wanted = TopologyText.filters(query, catalogue, focus);
    Topology topology = session.topology();
    EntityTag tag =
        EntityTag.of(streamEpoch, topology.revision(), caller, context.path(), query.canonical());
    if (tag.isHeldBy(context)) {
      tag.answers(context);
      return;
    }
    Selection selection = topology.select(wanted, caller.viewer());
    if (tag.answers(context)) {
      return;
    }
    Heading heading =
        new Heading(session.cluster(), topology.revision(), streamEpoch, session.asOf());
    Answer.stream(
        context,
        DataFormat.JSON.mediaType(),
        out -> DataFormat.JSON.write(heading, selection, catalogue.relations(), out));
  }
}
