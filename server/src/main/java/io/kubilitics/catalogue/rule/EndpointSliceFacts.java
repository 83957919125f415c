package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Rank;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An EndpointSlice backs the Service its label names and targets what its endpoints refer to; an
/// endpoint that refers to nothing is a host.
final class EndpointSliceFacts implements FactRule {
  private static final String LABEL = "kubernetes.io/service-name";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.ENDPOINT_SLICE);
  }

  @Override
  public Set<String> reads() {
    return Set.of("endpoints[].targetRef", "endpoints[].addresses", "endpoints[].conditions");
  }

  @Override
  public Stream<Fact> facts(ObjectView slice) {
    String service = slice.labels().get(LABEL);
    if (service == null || service.isEmpty()) {
      return slice.at("endpoints[]").flatMap(endpoint -> endpoint(slice, endpoint, null));
    }
    ResourceId backed = new ResourceId(Kinds.SERVICE, slice.id().namespace(), service);
    Rank rank = new Rank(backed, Endpoint.SLICES);
    Fact backs =
        new Fact.Names(
                Endpoint.BACKS,
                new Evidence("metadata.labels[\"" + LABEL + "\"]", service),
                backed,
                Presence.REQUIRED)
            .withRank(rank);
    return Stream.concat(
        Stream.of(backs),
        slice.at("endpoints[]").flatMap(endpoint -> endpoint(slice, endpoint, rank)));
  }

  private static Stream<Fact> endpoint(ObjectView slice, Field endpoint, @Nullable Rank rank) {
    String state = Endpoint.state(endpoint);
    if (endpoint.first("targetRef").isPresent()) {
      return endpoint
          .at("targetRef")
          .flatMap(target -> Endpoint.target(slice, target, state, rank));
    }
    return endpoint
        .at("addresses[]")
        .flatMap(address -> Endpoint.host(address, address, state, rank));
  }
}
