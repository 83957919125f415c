package io.kubilitics.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Refuses what another site made a browser send. Programs that are no browser send neither header.
/// A page may be opened from anywhere, as a document in its own tab.
public final class OwnOrigin implements Guard {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final Refusal FOREIGN =
      new Refusal(403, "foreign-origin", "The request comes from another site.");

  private final OwnAddresses addresses;

  public OwnOrigin(OwnAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    List<String> origins = visit.knock().header("Origin");
    List<String> sites = visit.knock().header("Sec-Fetch-Site");
    boolean ownOrigin =
        origins.isEmpty() || (origins.size() == 1 && addresses.isOwnOrigin(origins.getFirst()));
    boolean ownSite =
        sites.isEmpty()
            || (sites.size() == 1 && OWN_SITES.contains(sites.getFirst()))
            || opensPage(visit);
    return ownOrigin && ownSite ? Optional.empty() : Optional.of(FOREIGN);
  }

  private static boolean opensPage(Visit visit) {
    return visit.passage() instanceof Passage.To(Route route)
        && route.page()
        && visit.knock().header("Sec-Fetch-Mode").equals(List.of("navigate"))
        && visit.knock().header("Sec-Fetch-Dest").equals(List.of("document"));
  }
}
