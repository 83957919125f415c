package io.kubilitics.testbed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// All that a [FakeApiServer] was asked, and how much of it at once. The first 200,000 requests are
/// kept one by one. Any thread.
public final class FakeRequestLog {
  private static final int KEPT = 200_000;

  private final List<FakeRequest> requests = new ArrayList<>();
  private final Map<FakeVerb, Integer> open = new EnumMap<>(FakeVerb.class);
  private final Map<FakeVerb, Integer> most = new EnumMap<>(FakeVerb.class);
  private final Map<Long, Integer> streams = new HashMap<>();
  private final Set<Long> connections = new HashSet<>();
  private long count;
  private int mostStreams;
  private int mostAtOnce;
  private int atOnce;

  synchronized FakeRequest begin(
      String method,
      String path,
      String query,
      FakeVerb verb,
      String resource,
      long connection,
      String protocol) {
    count++;
    FakeRequest request =
        new FakeRequest(count, method, path, query, verb, resource, connection, protocol);
    if (requests.size() < KEPT) {
      requests.add(request);
    }
    connections.add(connection);
    most.merge(verb, open.merge(verb, 1, Integer::sum), Math::max);
    mostStreams = Math.max(mostStreams, streams.merge(connection, 1, Integer::sum));
    atOnce++;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    return request;
  }

  /// Nothing more is to be done for a request. Who calls before the last octet leaves is sure that
  /// nobody who has all of the answer is still counted.
  synchronized void end(FakeRequest request) {
    if (request.over()) {
      return;
    }
    request.ended();
    open.merge(request.verb(), -1, Integer::sum);
    streams.computeIfPresent(
        request.connection(), (_, number) -> number == 1 ? null : Integer.valueOf(number - 1));
    atOnce--;
  }

  /// How many requests there have been.
  public synchronized long count() {
    return count;
  }

  /// All requests in the order in which they came.
  public synchronized List<FakeRequest> all() {
    return List.copyOf(requests);
  }

  public List<FakeRequest> all(Predicate<FakeRequest> which) {
    return all().stream().filter(which).toList();
  }

  /// All of a verb for a resource: `pods`, `deployments.apps`.
  public List<FakeRequest> all(FakeVerb verb, String resource) {
    return all(request -> request.verb() == verb && request.resource().equals(resource));
  }

  /// How often somebody began to read a resource from scratch: first pages of lists, and watches
  /// that want the objects first.
  public int timesListed(String resource) {
    return all(request -> request.resource().equals(resource) && request.startsOver()).size();
  }

  /// How many requests of a verb are being answered now.
  public synchronized int open(FakeVerb verb) {
    return open.getOrDefault(verb, 0);
  }

  /// How many requests of a verb were being answered at once, at most.
  public synchronized int mostAtOnce(FakeVerb verb) {
    return most.getOrDefault(verb, 0);
  }

  /// How many requests of any verb were being answered at once, at most.
  public synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  /// How many connections have carried a request.
  public synchronized int connections() {
    return connections.size();
  }

  /// How many connections carry a request now.
  public synchronized int openConnections() {
    return streams.size();
  }

  /// How many requests were being answered on one connection at once, at most.
  public synchronized int mostOnOneConnection() {
    return mostStreams;
  }

  /// How many requests are being answered now on each connection that carries any.
  public synchronized Map<Long, Integer> openByConnection() {
    return Map.copyOf(streams);
  }

  /// Forgets what is over; what is open still counts.
  public synchronized void clear() {
    requests.clear();
    most.clear();
    most.putAll(open);
    connections.clear();
    connections.addAll(streams.keySet());
    count = 0;
    mostAtOnce = atOnce;
    mostStreams = streams.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    all().forEach(request -> text.append(request).append('\n'));
    return text.toString();
  }
}
