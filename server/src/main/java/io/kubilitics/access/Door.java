package io.kubilitics.access;

import java.util.List;
import java.util.Optional;

/// The one way in. A request passes every guard in order and leads to a route of the table, or it
/// is refused.
public final class Door {
  private final RouteTable routes;
  private final Credentials credentials;
  private final List<Guard> guards;

  public Door(RouteTable routes, Credentials credentials, List<Guard> guards) {
    this.routes = routes;
    this.credentials = credentials;
    this.guards = List.copyOf(guards);
  }

  /// The guards of every server, in the order in which they are asked.
  public static List<Guard> guards(OwnAddresses addresses) {
    return List.of(
        new SmallBody(),
        new PlainPath(),
        new KnownHost(addresses),
        new OwnOrigin(addresses),
        new TokenNeeded(),
        new NoUpgrade(),
        new StreamUpgrade(),
        new JsonOnly(),
        new EnoughRights());
  }

  public Verdict judge(Knock knock) {
    Visit visit =
        new Visit(knock, routes.find(knock.method(), knock.path()), credentials.identify(knock));
    for (Guard guard : guards) {
      Optional<Refusal> refusal = guard.refuses(visit);
      if (refusal.isPresent()) {
        return new Verdict.Refused(refusal.get());
      }
    }
    return switch (visit.passage()) {
      case Passage.To(Route route) -> new Verdict.Admitted(route, visit.caller());
      case Passage.NoSuchPath() -> new Verdict.Refused(EnoughRights.NO_SUCH_PATH);
      case Passage.WrongMethod(var offered) ->
          new Verdict.Refused(EnoughRights.wrongMethod(offered));
    };
  }
}
