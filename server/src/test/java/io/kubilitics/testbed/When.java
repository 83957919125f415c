package io.kubilitics.testbed;

/// To which requests a [Fault] happens.
///
/// @param verb null for any
/// @param path of the request, and everything below it
/// @param query a part of it, or `""`
/// @param from the first one of those that fit, counted from 1
/// @param times to how many of them
public record When(
    @org.jspecify.annotations.Nullable FakeVerb verb,
    String path,
    String query,
    int from,
    int times) {
  /// All requests to a path or below it.
  public static When any(String path) {
    return new When(null, path, "", 1, Integer.MAX_VALUE);
  }

  /// All lists at a path; `/api/v1/pods`, or `/` for all.
  public static When list(String path) {
    return new When(FakeVerb.LIST, path, "", 1, Integer.MAX_VALUE);
  }

  /// All watches at a path.
  public static When watch(String path) {
    return new When(FakeVerb.WATCH, path, "", 1, Integer.MAX_VALUE);
  }

  /// Those alone that have this in their query: `continue=`.
  public When having(String part) {
    return new When(verb, path, part, from, times);
  }

  /// Not the first ones, but from this one on, counted from 1.
  public When from(int number) {
    return new When(verb, path, query, number, times);
  }

  /// No more than so many.
  public When times(int count) {
    return new When(verb, path, query, from, count);
  }

  /// The first one alone.
  public When once() {
    return times(1);
  }

  boolean fits(FakeVerb asked, String askedPath, String askedQuery) {
    return (verb == null || verb == asked)
        && (path.equals("/") || askedPath.equals(path) || askedPath.startsWith(path + "/"))
        && askedQuery.contains(query);
  }
}
