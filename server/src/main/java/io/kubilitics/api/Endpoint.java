package io.kubilitics.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.access.Verdict;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One route with what answers it.
///
/// @param parameters the query parameters it takes; any other is refused
record Endpoint(Route route, SortedSet<String> parameters, Answerer answerer) {
  /// What a route does: reads the query, asks the domain, writes the view. Runs on a virtual thread
  /// and may block.
  @FunctionalInterface
  interface Answerer {
    void answer(Context context, QueryText query, Caller caller) throws Exception;
  }

  static Endpoint of(Route route, Answerer answerer, String... parameters) {
    SortedSet<String> names = new TreeSet<>(java.util.List.of(parameters));
    return new Endpoint(route, names, answerer);
  }

  /// For the router. The door has matched the path already; that the router matched it to the same
  /// route is checked here, so that no difference between the two can let anybody in.
  Handler handler() {
    return context -> {
      Caller caller =
          Optional.ofNullable(context.<Verdict.Admitted>attribute(DoorHandler.ADMITTED))
              .filter(admitted -> admitted.route().equals(route))
              .map(Verdict.Admitted::caller)
              .orElseThrow(() -> new IllegalStateException(route + " was not admitted"));
      QueryText query = QueryText.parse(context.queryString(), parameters);
      answerer.answer(context, query, caller);
    };
  }
}
