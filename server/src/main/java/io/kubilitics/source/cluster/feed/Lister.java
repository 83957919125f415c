package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lists the objects of one kind, in one answer or in pages. A list in pages that broke off goes on
/// at the page where it did. The feed's thread.
final class Lister {
  /// Answers after which smaller portions may help.
  private static final Set<Integer> TOO_MUCH = Set.of(413, 500, 504);

  /// Of one answer. A hundred thousand large objects take half of it.
  private static final long MOST_OCTETS = 2L << 30;

  private final Addresses addresses;
  private final Flight flight;
  private final Exchange exchange;
  private final FeedPace pace;
  private final Intake intake;
  private final ListForms forms;
  private final Runnable answered;

  /// What has begun and is not complete.
  private @Nullable Pages unfinished;

  /// A lister of one feed.
  ///
  /// @param forms told what has turned out not to work
  /// @param answered called when the server begins to send objects
  Lister(
      Addresses addresses,
      Flight flight,
      Exchange exchange,
      FeedPace pace,
      Intake intake,
      ListForms forms,
      Runnable answered) {
    this.addresses = addresses;
    this.flight = flight;
    this.exchange = exchange;
    this.pace = pace;
    this.intake = intake;
    this.forms = forms;
    this.answered = answered;
  }

  /// The next list begins with the first object.
  void beginAnew() {
    unfinished = null;
  }

  /// Lists, and tells what is gone. `Listed` when that has worked.
  ///
  /// @param isAtOnce whether everything is asked for in one answer, unless a list in pages goes on
  /// @param fromCache whether what the server has at hand is then new enough
  Ending list(boolean isAtOnce, boolean fromCache) throws InterruptedException {
    Pages begun = unfinished;
    Pages pages = begun == null ? new Pages() : begun;
    if (begun == null) {
      intake.listBegins();
    }
    Ending ending = begun == null && isAtOnce ? whole(pages, fromCache) : rest(pages);
    if (ending instanceof Ending.Listed) {
      unfinished = null;
      intake.listEnds();
    } else {
      keep(pages, ending);
      intake.flush();
    }
    return ending;
  }

  private void keep(Pages pages, Ending ending) {
    unfinished = null;
    if (pages.survive(ending)) {
      unfinished = pages;
      forms.brokeOff();
    }
  }

  private Ending whole(Pages pages, boolean fromCache) throws InterruptedException {
    boolean[] begun = {false};
    Ending ending =
        exchange.ask(
            Errand.LIST,
            addresses.list(fromCache),
            pace.listSilence(),
            refusal -> {
              if (TOO_MUCH.contains(refusal.code())) {
                forms.neverAtOnce();
              }
              return Ending.of(refusal);
            },
            reply -> {
              begun[0] = true;
              return add(reply, pages);
            });
    if (begun[0] && ending instanceof Ending.Failed) {
      forms.brokeOff();
    }
    // A server may answer in pages although nobody asked for them.
    return ending instanceof Ending.Listed ? rest(pages) : ending;
  }

  private Ending rest(Pages pages) throws InterruptedException {
    while (pages.hasMore()) {
      Ending ending =
          exchange.ask(
              Errand.LIST,
              addresses.page(pages.continuation()),
              pace.listSilence(),
              refusal ->
                  pages.goOnFrom(refusal)
                      ? new Ending.Listed(pages.resourceVersion())
                      : Ending.of(refusal),
              reply -> add(reply, pages));
      if (!(ending instanceof Ending.Listed)) {
        return ending;
      }
    }
    return new Ending.Listed(pages.resourceVersion());
  }

  private Ending add(Reply reply, Pages pages) throws IOException {
    answered.run();
    BoundedBody body = new BoundedBody(flight.body(reply, () -> {}), MOST_OCTETS);
    ListReader page;
    try {
      page = ListReader.read(new JsonCursor(body, false), intake);
    } catch (GarbledStreamException e) {
      if (body.isTooLong()) {
        return new Ending.Endless("its list does not end", pace.rare());
      }
      throw e;
    }
    return pages.add(page)
        ? new Ending.Listed(pages.resourceVersion())
        : new Ending.Endless("its list does not end", pace.rare());
  }
}
