package io.kubilitics.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/// What goes wrong in one watch between its events. Belongs to the thread that answers.
final class FakeWatchFaults {
  private static final String GARBAGE = "\u0000\u0007<html>not json}{]\n";
  private static final String HALF = "{\"type\":\"ADDED\",\"object\":{\"kind\":\"Pod\",\"metad";

  private final FakeExchange exchange;
  private final OutputStream out;
  private final List<Fault> waiting;

  FakeWatchFaults(FakeExchange exchange, OutputStream out) {
    this.exchange = exchange;
    this.out = out;
    this.waiting =
        new java.util.ArrayList<>(
            Stream.of(
                    Fault.Garbage.class,
                    Fault.HalfLine.class,
                    Fault.SilentAfter.class,
                    Fault.ErrorEvent.class,
                    Fault.OddItem.class)
                .flatMap(type -> exchange.faults(type).stream().map(Fault.class::cast))
                .toList());
  }

  /// Called when so many events have been sent, before the next one and when there is no next one.
  void before(int sent) throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    for (Fault fault : List.copyOf(waiting)) {
      if (sent >= due(fault)) {
        waiting.remove(fault);
        happen(fault);
      }
    }
  }

  private static int due(Fault fault) {
    return switch (fault) {
      case Fault.Garbage(int events) -> events;
      case Fault.HalfLine(int events) -> events;
      case Fault.SilentAfter(int events) -> events;
      case Fault.ErrorEvent(int events, int _) -> events;
      case Fault _ -> 0;
    };
  }

  private void happen(Fault fault) throws IOException {
    switch (fault) {
      case Fault.Garbage _ -> out.write(FakeWatching.utf8(GARBAGE));
      case Fault.OddItem(String json) ->
          out.write(FakeWatching.utf8("{\"type\":\"ADDED\",\"object\":" + json + "}\n"));
      case Fault.HalfLine _ -> {
        out.write(FakeWatching.utf8(HALF));
        throw new FakeExchange.WellEnded();
      }
      case Fault.ErrorEvent(int _, int code) -> {
        out.write(
            FakeWatching.utf8(
                "{\"type\":\"ERROR\",\"object\":" + FakeStatus.usual(code).json() + "}\n"));
        throw new FakeExchange.WellEnded();
      }
      case Fault.SilentAfter _ -> {
        out.flush();
        exchange.stall();
      }
      case Fault _ -> throw new IllegalStateException("not between events: " + fault);
    }
  }
}
