package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.util.Set;

/// Lists the objects of one kind: in one answer, and where that fails, in pages. The feed's thread.
final class Lister {
  /// With 500 objects a page: nobody has so many.
  private static final int MOST_PAGES = 10_000;

  /// Answers after which smaller portions may help.
  private static final Set<Integer> TOO_MUCH = Set.of(413, 500, 504);

  private final Addresses addresses;
  private final Flight flight;
  private final Exchange exchange;
  private final FeedPace pace;
  private final Intake intake;
  private final Runnable answered;
  private boolean inPages;

  /// Where a list in pages stands.
  private static final class Pages {
    private String resourceVersion = "";
    private String continuation = "";
    private boolean hasMore = true;
    private int count;

    /// Goes on behind a page.
    ///
    /// @return whether there is anything to go on with
    boolean add(ListReader page) {
      count++;
      if (resourceVersion.isEmpty()) {
        resourceVersion = page.resourceVersion();
      }
      boolean stands =
          !page.continuation().isEmpty()
              && (page.objects() == 0 || page.continuation().equals(continuation));
      continuation = page.continuation();
      hasMore = !continuation.isEmpty();
      return !stands && count < MOST_PAGES;
    }
  }

  /// A lister of one feed.
  ///
  /// @param answered called when the server begins to send objects
  Lister(
      Addresses addresses,
      Flight flight,
      Exchange exchange,
      FeedPace pace,
      Intake intake,
      Runnable answered) {
    this.addresses = addresses;
    this.flight = flight;
    this.exchange = exchange;
    this.pace = pace;
    this.intake = intake;
    this.answered = answered;
  }

  /// Lists, and tells what is gone. `Listed` when that has worked.
  ///
  /// @param fromCache whether what the server has at hand is new enough
  Ending list(boolean fromCache) throws InterruptedException {
    intake.listBegins();
    Ending ending = inPages ? inPages() : whole(fromCache);
    if (ending instanceof Ending.Listed) {
      intake.listEnds();
    } else {
      intake.flush();
    }
    return ending;
  }

  private Ending whole(boolean fromCache) throws InterruptedException {
    boolean[] begun = {false};
    Ending ending =
        exchange.ask(
            Errand.LIST,
            addresses.list(fromCache),
            pace.listSilence(),
            refusal -> {
              inPages |= TOO_MUCH.contains(refusal.code());
              return Ending.of(refusal);
            },
            reply -> {
              begun[0] = true;
              ListReader list = read(reply);
              // A server may answer in pages although nobody asked for them.
              inPages |= !list.continuation().isEmpty();
              return inPages ? new Ending.NotOffered() : new Ending.Listed(list.resourceVersion());
            });
    inPages |= begun[0] && ending instanceof Ending.Failed;
    return ending;
  }

  private Ending inPages() throws InterruptedException {
    Pages pages = new Pages();
    while (pages.hasMore) {
      Ending ending =
          exchange.ask(
              Errand.LIST,
              addresses.page(pages.continuation),
              pace.listSilence(),
              refusal -> outOfDate(refusal, pages),
              reply ->
                  pages.add(read(reply))
                      ? new Ending.Listed(pages.resourceVersion)
                      : new Ending.Failed("its list does not end", pace.rare(), true));
      if (!(ending instanceof Ending.Listed)) {
        return ending;
      }
    }
    return new Ending.Listed(pages.resourceVersion);
  }

  /// The server may have forgotten the state of the first page and offer to go on with that of now.
  /// What has changed meanwhile is seen by watching from the first page on.
  private static Ending outOfDate(Refusal refusal, Pages pages) {
    boolean goesOn =
        refusal.isExpired()
            && !refusal.continuation().isEmpty()
            && !refusal.continuation().equals(pages.continuation)
            && pages.count < MOST_PAGES;
    if (!goesOn) {
      return Ending.of(refusal);
    }
    pages.count++;
    pages.continuation = refusal.continuation();
    return new Ending.Listed(pages.resourceVersion);
  }

  private ListReader read(Reply reply) throws IOException {
    answered.run();
    return ListReader.read(new JsonCursor(flight.body(reply, () -> {}), false), intake);
  }
}
