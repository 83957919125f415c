package io.kubilitics.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The script of what goes wrong at a [FakeApiServer]. Any thread.
public final class FakeFaults {
  /// One line of the script.
  public static final class Scripted {
    private final When when;
    private final Fault fault;
    private final AtomicInteger fitting = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();

    private Scripted(When when, Fault fault) {
      this.when = when;
      this.fault = fault;
    }

    /// How often it has happened.
    public int hits() {
      return hits.get();
    }

    private boolean strikes(FakeVerb verb, String path, String query) {
      if (!when.fits(verb, path, query)) {
        return false;
      }
      long number = fitting.incrementAndGet();
      if (number < when.from() || number >= (long) when.from() + when.times()) {
        return false;
      }
      hits.incrementAndGet();
      return true;
    }
  }

  private final CopyOnWriteArrayList<Scripted> script = new CopyOnWriteArrayList<>();
  private volatile @Nullable HostileScript hostile;

  /// Adds a line. Requests are counted from now on; all lines that fit a request happen to it.
  public Scripted add(When when, Fault fault) {
    Scripted scripted = new Scripted(when, fault);
    script.add(scripted);
    return scripted;
  }

  /// Takes a line out again.
  public void remove(Scripted scripted) {
    script.remove(scripted);
  }

  /// Something goes wrong with one request in so many, chosen by the seed from the path and how
  /// often it was asked for, so that the order of requests to different paths does not matter.
  public void hostile(long seed, int oneIn) {
    hostile = new HostileScript(seed, oneIn);
  }

  /// From now on nothing goes wrong.
  public void calm() {
    script.clear();
    hostile = null;
  }

  List<Fault> of(FakeVerb verb, String path, String query) {
    List<Fault> faults = new ArrayList<>();
    script.stream()
        .filter(scripted -> scripted.strikes(verb, path, query))
        .map(scripted -> scripted.fault)
        .forEach(faults::add);
    HostileScript others = hostile;
    if (others != null) {
      others.next(verb, path).ifPresent(faults::add);
    }
    return List.copyOf(faults);
  }

  /// Those of one class in a list.
  static <T extends Fault> Stream<T> only(Class<T> type, List<Fault> faults) {
    return faults.stream().filter(type::isInstance).map(type::cast);
  }
}
