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

/// An Endpoints backs the Service of its own name, if there is one and no EndpointSlice speaks for
/// it, and then targets what its addresses refer to.
final class EndpointsFacts implements FactRule {
  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.ENDPOINTS);
  }

  @Override
  public Set<String> reads() {
    return Set.of("subsets[].addresses", "subsets[].notReadyAddresses");
  }

  @Override
  public Stream<Fact> facts(ObjectView endpoints) {
    ResourceId service =
        new ResourceId(Kinds.SERVICE, endpoints.id().namespace(), endpoints.id().name());
    Rank rank = new Rank(service, Endpoint.ENDPOINTS);
    Fact backs =
        new Fact.Names(
                Endpoint.BACKS,
                new Evidence("metadata.name", service.name()),
                service,
                Presence.IF_EXISTS)
            .withRank(rank);
    return Stream.concat(
        Stream.of(backs),
        endpoints
            .at("subsets[]")
            .flatMap(subset ->
                Stream.concat(
                    subset
                        .at("addresses[]")
                        .flatMap(address -> address(endpoints, address, "", rank)),
                    subset
                        .at("notReadyAddresses[]")
                        .flatMap(
                            address -> address(endpoints, address, Endpoint.NOT_READY, rank)))));
  }

  private static Stream<Fact> address(
      ObjectView endpoints, Field address, String state, Rank rank) {
    if (address.first("targetRef").isPresent()) {
      return address
          .at("targetRef")
          .flatMap(target -> Endpoint.target(endpoints, target, state, rank));
    }
    return Stream.concat(address.at("ip"), address.at("hostname"))
        .limit(1)
        .flatMap(host -> Endpoint.host(address, host, state, rank));
  }
}
