package io.kubilitics.source.cluster.feed;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads the events of a watch one after the other. One thread.
final class WatchReader {
  private static final int LONGEST_WORD = 256;

  private final JsonCursor in;
  private final Intake intake;

  /// Told while a watch is read.
  interface Progress {
    /// Everything up to this place in time has been taken in.
    void reached(String resourceVersion);

    /// Everything that was there before the watch has come.
    void complete(String resourceVersion);

    /// An object that was there before the watch has come.
    ///
    /// @return whether it goes on
    boolean initial();
  }

  WatchReader(JsonCursor in, Intake intake) {
    this.in = in;
    this.intake = intake;
  }

  /// Reads to the end.
  ///
  /// @param isInitial whether the watch begins with what is there already
  /// @throws GarbledStreamException when something came that no API server sends
  Ending read(boolean isInitial, Progress progress) throws IOException {
    boolean awaitsComplete = isInitial;
    while (in.peek() >= 0) {
      Event event = event();
      switch (event.type) {
        case "ADDED", "MODIFIED" ->
            reached(intake.put(event.object, awaitsComplete), awaitsComplete, progress);
        case "DELETED" -> reached(intake.gone(event.object), awaitsComplete, progress);
        case "BOOKMARK" -> {
          ObjectHead head = ObjectHead.of(event.object);
          if (awaitsComplete && head.endsInitialEvents()) {
            awaitsComplete = false;
            progress.complete(head.resourceVersion());
          }
          reached(head, awaitsComplete, progress);
        }
        case "ERROR" -> {
          return error(Refusal.of(event.object));
        }
        default -> throw new GarbledStreamException("an event of an unknown type");
      }
      if (awaitsComplete && !progress.initial()) {
        return new Ending.Endless("its list does not end", null);
      }
    }
    return awaitsComplete
        ? new Ending.Failed("the answer ends before its list", null, true)
        : new Ending.Closed();
  }

  private static Ending error(Refusal refusal) {
    Ending ending = Ending.of(refusal);
    return ending instanceof Ending.Failed(String reason, var pause, boolean _)
        ? new Ending.Failed(reason, pause, pause == null)
        : ending;
  }

  private static void reached(ObjectHead head, boolean awaitsComplete, Progress progress) {
    if (!awaitsComplete && !head.resourceVersion().isEmpty()) {
      progress.reached(head.resourceVersion());
    }
  }

  private Event event() throws IOException {
    String type = "";
    @Nullable Piece object = null;
    in.expect('{');
    for (String name = in.field(); name != null; name = in.field()) {
      switch (name) {
        case "type" -> type = in.value(LONGEST_WORD).text();
        case "object" -> {
          object = in.value(ObjectIntake.MOST_OCTETS);
          if (in.peek() != '}') {
            object = object.copy();
          }
        }
        default -> in.skip();
      }
    }
    if (object == null) {
      throw new GarbledStreamException("an event without an object");
    }
    return new Event(type, object);
  }

  private record Event(String type, Piece object) {}
}
