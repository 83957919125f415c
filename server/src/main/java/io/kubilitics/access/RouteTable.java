package io.kubilitics.access;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Every route there is. No path fits two routes of one method, so it cannot matter in which order
/// they are tried, here or in the web server.
public record RouteTable(List<Route> routes) {
  public RouteTable {
    routes = List.copyOf(routes);
    for (int at = 0; at < routes.size(); at++) {
      for (Route earlier : routes.subList(0, at)) {
        Route route = routes.get(at);
        if (earlier.method().equals(route.method()) && earlier.path().overlaps(route.path())) {
          throw new IllegalArgumentException(route + " and " + earlier + " fit the same paths");
        }
      }
    }
  }

  public Passage find(String method, String path) {
    SortedSet<String> offered = new TreeSet<>();
    for (Route route : routes) {
      if (!route.path().matches(path)) {
        continue;
      }
      if (route.answers(method)) {
        return new Passage.To(route);
      }
      offered.add(route.method());
      if (route.method().equals("GET")) {
        offered.add("HEAD");
      }
    }
    return offered.isEmpty() ? new Passage.NoSuchPath() : new Passage.WrongMethod(offered);
  }
}
