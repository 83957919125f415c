package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.kubilitics.access.Caller;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.ElementJson;
import io.kubilitics.export.Heading;
import io.kubilitics.model.Kind;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import java.io.IOException;

/// A request about one cluster with the one revision that answers it.
record Question(
    Context context,
    QueryText query,
    Caller caller,
    Session session,
    Topology topology,
    String streamEpoch) {
  /// Stands for the namespace of cluster-scoped objects in a path.
  private static final String NO_NAMESPACE = "-";

  static Question of(Attached attached, Context context, QueryText query, Caller caller) {
    return of(attached, context.pathParam("cluster"), context, query, caller);
  }

  /// About a cluster that is not named by the path, or was named before.
  static Question of(
      Attached attached, String cluster, Context context, QueryText query, Caller caller) {
    Session session = attached.session(cluster, caller);
    return new Question(
        context, query, caller, session, session.topology(), attached.streamEpoch(session));
  }

  /// The same question of another revision of the cluster.
  Question of(Topology revision) {
    return new Question(context, query, caller, session, revision, streamEpoch);
  }

  Viewer viewer() {
    return caller.viewer();
  }

  Network network() {
    return topology.network(viewer());
  }

  /// The words in which this cluster can be asked about.
  Catalogue catalogue() {
    return session.catalogue();
  }

  RelationTypes relations() {
    return catalogue().relations();
  }

  KindWords words() {
    return new KindWords(catalogue(), network(), session::wanted);
  }

  /// The object that the path names.
  ///
  /// @throws ProblemException when there can be none
  ResourceId objectInPath() {
    Kind kind = words().kindInPath(context.pathParam("kind"));
    String namespace = context.pathParam("namespace");
    try {
      return new ResourceId(
          kind, namespace.equals(NO_NAMESPACE) ? "" : namespace, context.pathParam("name"));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.NotFound(String.valueOf(e.getMessage())));
    }
  }

  /// The object that the query names.
  ///
  /// @throws ProblemException when it names none
  ResourceId objectById() {
    return object(TopologyText.ID);
  }

  ResourceId object(String parameter) {
    ResourceId id =
        query
            .one(parameter, ResourceId::parse)
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.BadInput("query parameter '" + parameter + "'", "is missing")));
    session.wanted(id.kind());
    return id;
  }

  /// The handle of an object.
  ///
  /// @throws ProblemException when it is not there for this viewer
  static int find(Network network, ResourceId id) {
    int handle = network.find(id);
    if (handle == Network.NOBODY) {
      throw new ProblemException(new Problem.NotFound(id.toString()));
    }
    return handle;
  }

  /// Names the answer; see [EntityTag#answers].
  EntityTag tag() {
    return EntityTag.of(
        streamEpoch, topology.revision(), caller, context.path(), query.canonical());
  }

  Heading heading() {
    return new Heading(session.cluster(), topology.revision(), streamEpoch, session.asOf());
  }

  /// Answers with a document, whose head is written here, unless the caller has it already.
  ///
  /// @param metadata writes more fields of the metadata
  /// @param body writes the fields after them
  void answer(String kind, Answer.JsonBody metadata, Answer.JsonBody body) throws IOException {
    if (tag().answers(context)) {
      return;
    }
    write(kind, metadata, body);
  }

  /// The same for an answer that is not asked for twice.
  void write(String kind, Answer.JsonBody metadata, Answer.JsonBody body) throws IOException {
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("apiVersion", Heading.API_VERSION);
          json.writeStringField("kind", kind);
          json.writeObjectFieldStart("metadata");
          json.writeStringField("cluster", session.cluster().value());
          json.writeNumberField("revision", topology.revision());
          json.writeStringField("streamEpoch", streamEpoch);
          json.writeStringField("asOf", session.asOf().toString());
          metadata.writeTo(json);
          json.writeEndObject();
          body.writeTo(json);
          json.writeEndObject();
        });
  }

  /// For nodes and edges in an answer.
  ElementJson elements(JsonGenerator json) {
    return new ElementJson(json, relations());
  }
}
