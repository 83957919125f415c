package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Rank;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the entries of EndpointSlices and of Endpoints have in common.
final class Endpoint {
  static final Relation BACKS = new Relation("backs");
  static final Relation TARGETS = new Relation("targets");

  /// Levels in the group of a Service: Endpoints speak only where no slice does.
  static final int SLICES = 0;

  static final int ENDPOINTS = 1;

  static final String NOT_READY = "not ready";

  private Endpoint() {}

  /// What is said of an endpoint of a slice, unless it is ready and stays: `not ready`,
  /// `terminating, serving`. As the API says, a condition that is not there is ready, serves when
  /// it is ready and does not terminate.
  static String state(Field endpoint) {
    boolean ready = !endpoint.text("conditions.ready").equals(Optional.of("false"));
    boolean serving = endpoint.text("conditions.serving").map("true"::equals).orElse(ready);
    boolean terminating = endpoint.isTrue("conditions.terminating");
    if (terminating) {
      return serving ? "terminating, serving" : "terminating";
    }
    if (ready) {
      return "";
    }
    return serving ? "not ready, serving" : NOT_READY;
  }

  /// The object a `targetRef` means.
  ///
  /// @param state what is said of the endpoint, see [#state]
  static Stream<Fact> target(ObjectView object, Field target, String state, @Nullable Rank rank) {
    String kindName = target.text("kind").orElse("");
    String name = target.text("name").orElse("");
    if (kindName.isEmpty() || name.isEmpty()) {
      return Stream.of();
    }
    Kind kind = object.kindOf(target.text("apiVersion").orElse(""), kindName);
    String namespace =
        object.scopeOf(kind) == Scope.CLUSTER
            ? ""
            : target.text("namespace").orElse(object.id().namespace());
    Fact.Names names =
        new Fact.Names(
                TARGETS,
                new Evidence(target.path(), name).withAttributes(state),
                new ResourceId(kind, namespace, name),
                Presence.REQUIRED)
            .withExpectedUid(target.text("uid").orElse(""));
    return Stream.of(rank == null ? names : names.withRank(rank));
  }

  /// The host an address means that no object stands behind.
  ///
  /// @param evidence the field that holds the address
  /// @param state what is said of the endpoint, see [#state]
  static Stream<Fact> host(Field evidence, Field address, String state, @Nullable Rank rank) {
    return address.text().stream()
        .filter(host -> !host.isEmpty())
        .map(host ->
            new Fact.Reaches(
                TARGETS,
                new Evidence(evidence.path(), host).withAttributes(state),
                new Synthetic(Synthetic.Type.HOST, host),
                rank,
                false));
  }
}
