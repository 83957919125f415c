package io.kubilitics.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Refuses changes that a form or a plain link of another site could send: whatever is not
/// read-only carries JSON, which no browser sends across sites without asking first.
public final class JsonOnly implements Guard {
  /// The safe methods of RFC 9110 (9.2.1): they change nothing, whether or not a route has them.
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final Set<String> JSON =
      Set.of("application/json", "application/json;charset=utf-8");

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    Knock knock = visit.knock();
    if (READING.contains(knock.method()) || isBare(knock) || isJson(knock)) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(415, "json-only", "A change is sent as 'Content-Type: application/json'."));
  }

  /// Only a `DELETE`, which no form can send, may have no body.
  private static boolean isBare(Knock knock) {
    return knock.method().equals("DELETE")
        && knock.header("Content-Type").isEmpty()
        && knock.header("Transfer-Encoding").isEmpty()
        && List.of("0").containsAll(knock.header("Content-Length"));
  }

  private static boolean isJson(Knock knock) {
    List<String> types = knock.header("Content-Type");
    return types.size() == 1
        && JSON.contains(types.getFirst().replace(" ", "").toLowerCase(Locale.ROOT));
  }
}
