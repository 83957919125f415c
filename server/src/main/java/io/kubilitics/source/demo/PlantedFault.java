package io.kubilitics.source.demo;

import io.kubilitics.model.ResourceId;

/// What is wrong in every demo, whatever its size and seed, and stays wrong: life leaves these
/// objects alone, so that they can be shown, and found by name.
public enum PlantedFault {
  MISSING_SECRET(
      "Deployment.apps/shop/cart",
      "its newest revision wants the Secret db-password, which does not exist; the one before it"
          + " still serves"),
  OUT_OF_MEMORY(
      "Deployment.apps/shop/search",
      "its only Pod is killed for lack of memory and crash-loops, so that its Service has no"
          + " ready endpoint"),
  NO_SUCH_IMAGE("Deployment.apps/shop/gift-cards", "its image cannot be pulled"),
  UNSCHEDULABLE(
      "Deployment.apps/shop/visual-search", "its Pod is pending: it wants a GPU that no Node has"),
  NOTHING_SELECTED("Service/shop/legacy-checkout", "its selector matches no Pod"),
  BUDGET_BLOCKS(
      "PodDisruptionBudget.policy/shop/sessions", "it never allows the eviction of its only Pod"),
  JOB_GAVE_UP("Job.batch/shop/backfill-prices", "it failed more often than it may"),
  RELEASED_VOLUME("PersistentVolume/orders-archive", "its claim is gone, its content is not"),
  ROUTE_WITHOUT_GRANT(
      "HTTPRoute.gateway.networking.k8s.io/edge/beta-search",
      "it sends to a Service of another namespace, which grants that to nobody"),
  CORDONED_NODE("Node/worker-3", "it is cordoned, and nobody remembers why"),
  MISSING_BACKEND(
      "Ingress.networking.k8s.io/shop/shop",
      "its path /vouchers leads to the Service vouchers, which does not exist");

  @SuppressWarnings("ImmutableEnumChecker") // a record of records and texts
  private final ResourceId id;

  private final String story;

  PlantedFault(String id, String story) {
    this.id = ResourceId.parse(id);
    this.story = story;
  }

  /// The object to look at.
  public ResourceId id() {
    return id;
  }

  /// What is wrong with it, to be read after its name.
  public String story() {
    return story;
  }
}
