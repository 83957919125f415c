package io.kubilitics.source.cluster.feed;

/// Where a list in pages stands, so that it can go on after a fault. The feed's thread.
final class Pages {
  /// With 500 objects a page: nobody has so many.
  private static final int MOST = 2_000;

  /// How often one page may be useless before another list is tried.
  private static final int MOST_STUMBLES = 3;

  private String resourceVersion = "";
  private String continuation = "";
  private boolean hasMore = true;
  private int count;
  private int stumbles;

  /// Whether there is a page to be asked for.
  boolean hasMore() {
    return hasMore;
  }

  /// What the next page is asked for by, `""` for the first one.
  String continuation() {
    return continuation;
  }

  /// The place in time of the first page: a watch from there on sees all that changed between the
  /// pages.
  String resourceVersion() {
    return resourceVersion;
  }

  /// Goes on behind a page.
  ///
  /// @return whether there is anything to go on with
  boolean add(ListReader page) {
    count++;
    stumbles = 0;
    if (resourceVersion.isEmpty()) {
      resourceVersion = page.resourceVersion();
    }
    boolean stands =
        !page.continuation().isEmpty()
            && (page.objects() == 0 || page.continuation().equals(continuation));
    continuation = page.continuation();
    hasMore = !continuation.isEmpty();
    return !stands && count < MOST;
  }

  /// Goes on as the server offers after it has forgotten the state of the first page.
  ///
  /// @return whether it offers that
  boolean goOnFrom(Refusal refusal) {
    boolean goesOn =
        refusal.isExpired()
            && !refusal.continuation().isEmpty()
            && !refusal.continuation().equals(continuation)
            && count < MOST;
    if (goesOn) {
      count++;
      continuation = refusal.continuation();
    }
    return goesOn;
  }

  /// Whether the page that failed this way may be asked for again. Called once for each failure.
  boolean survive(Ending ending) {
    return switch (ending) {
      case Ending.Failed failed -> count > 0 && (!failed.isContent() || ++stumbles < MOST_STUMBLES);
      case Ending.Forbidden _, Ending.NotServed _, Ending.Cut _ -> count > 0;
      case Ending.Listed _,
          Ending.Closed _,
          Ending.Expired _,
          Ending.Endless _,
          Ending.NotOffered _ ->
          false;
    };
  }
}
