package io.kubilitics.testbed;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Where requests come in: each is logged, meets its faults, is asked who it is and what it may do,
/// and is answered.
final class FakeDoor extends Handler.Abstract {
  private final FakeParts parts;
  private final FakeConnections connections;
  private final Set<FakeExchange> open = ConcurrentHashMap.newKeySet();

  FakeDoor(FakeParts parts, FakeConnections connections) {
    this.parts = parts;
    this.connections = connections;
  }

  /// Ends everything that is being answered.
  void endAll() {
    open.forEach(FakeExchange::end);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getCanonicalPath();
    String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    Optional<FakePath> target = FakePath.parse(path);
    FakeVerb verb = verb(request.getMethod(), path, query, target.orElse(null));
    FakeRequest logged =
        parts
            .log()
            .begin(
                request.getMethod(),
                path,
                query,
                verb,
                target.map(FakeDoor::resource).orElse(""),
                connections.number(request),
                request.getConnectionMetaData().getProtocol());
    FakeExchange exchange =
        new FakeExchange(
            request,
            response,
            logged,
            parts.faults().of(verb, path, query),
            () -> parts.log().end(logged));
    open.add(exchange);
    Throwable failure = failure(exchange, target.orElse(null), verb);
    open.remove(exchange);
    exchange.last();
    if (failure == null) {
      callback.succeeded();
    } else {
      callback.failed(failure);
    }
    return true;
  }

  /// Answers.
  ///
  /// @return what goes wrong with it, or null
  private @Nullable Throwable failure(
      FakeExchange exchange, @Nullable FakePath target, FakeVerb verb) {
    try {
      answer(exchange, target, verb);
      return null;
    } catch (FakeExchange.WellEnded _) {
      return null;
    } catch (IOException | InterruptedException | RuntimeException e) {
      return e;
    }
  }

  private static String resource(FakePath path) {
    return path.group().isEmpty() ? path.resource() : path.resource() + "." + path.group();
  }

  private static FakeVerb verb(
      String method, String path, String query, @Nullable FakePath target) {
    if (target == null) {
      return path.startsWith("/api") ? FakeVerb.DISCOVERY : FakeVerb.OTHER;
    }
    if (target.group().equals("authorization.k8s.io")) {
      return FakeVerb.REVIEW;
    }
    if (!method.equals("GET")) {
      return FakeVerb.OTHER;
    }
    if (!target.name().isEmpty()) {
      return FakeVerb.GET;
    }
    return ("&" + query + "&").matches(".*&watch=(1|true)&.*") ? FakeVerb.WATCH : FakeVerb.LIST;
  }

  private void answer(FakeExchange exchange, @Nullable FakePath target, FakeVerb verb)
      throws IOException, InterruptedException {
    try {
      for (Fault.Delay delay : exchange.faults(Fault.Delay.class)) {
        exchange.pause(delay.time());
      }
      for (Fault.Answer answer : exchange.faults(Fault.Answer.class)) {
        exchange.send(answer.code(), answer.contentType(), answer.body());
        return;
      }
      for (Fault.Status status : exchange.faults(Fault.Status.class)) {
        throw new FakeRefusal(FakeStatus.usual(status.code()), Map.of(), status.retryAfter());
      }
      exchange
          .logged()
          .by(
              parts
                  .users()
                  .who(exchange.request())
                  .orElseThrow(() -> new FakeRefusal(FakeStatus.usual(401))));
      parts.answer(exchange, target, verb);
    } catch (FakeRefusal refusal) {
      Duration pause = refusal.retryAfter();
      if (pause != null) {
        exchange.retryAfter(pause);
      }
      exchange.send(refusal.status().code(), "application/json", refusal.json());
    }
  }
}
