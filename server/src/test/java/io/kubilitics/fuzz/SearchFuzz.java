package io.kubilitics.fuzz;

import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.search.SearchQuery;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Node;
import java.nio.charset.StandardCharsets;

/// Any text as a search: it is read or refused with a sentence, and what was read can be held
/// against any object.
public final class SearchFuzz {
  private static final Node CART = cart();

  private SearchFuzz() {}

  private static Node cart() {
    Resource resource = Resource.builder(ResourceId.parse("Deployment.apps/shop/cart")).build();
    return new Node.Present(resource, resource.health());
  }

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] input) {
    SearchQuery query;
    try {
      query = SearchQuery.parse(new String(input, StandardCharsets.UTF_8), Manifests.catalogue());
    } catch (IllegalArgumentException e) {
      Promise.hasWords(e);
      return;
    }
    Promise.holds(query.rank(CART) >= SearchQuery.NO, () -> "a rank below none");
  }
}
