package io.kubilitics.access;

import java.util.List;
import java.util.Optional;

/// Refuses every request that is not for one of the server's own names, so that a page whose name
/// was re-pointed at this machine (DNS rebinding) gets nothing.
public final class KnownHost implements Guard {
  private final OwnAddresses addresses;

  public KnownHost(OwnAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    List<String> hosts = visit.knock().header("Host");
    String authority = visit.knock().authority();
    boolean known =
        hosts.size() == 1
            && addresses.isOwnHost(hosts.getFirst())
            && (authority.isEmpty() || addresses.isOwnHost(authority));
    return known
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                421, "wrong-host", "This server does not answer to the host name of the request."));
  }
}
