package io.kubilitics.testbed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What goes wrong with one request to a [FakeApiServer].
public sealed interface Fault {
  /// The whole answer is a `Status`.
  record Status(int code, @Nullable Duration retryAfter) implements Fault {
    public Status(int code) {
      this(code, null);
    }
  }

  /// The whole answer is something that no API server sends, such as the page of a proxy.
  record Answer(int code, String contentType, String body) implements Fault {}

  /// Nothing comes for a while; then all goes well.
  record Delay(Duration time) implements Fault {}

  /// The request, alone, is reset behind so many octets of the body.
  record CutAfter(long octets) implements Fault {}

  /// The whole connection is closed behind so many octets of the body.
  record DropAfter(long octets) implements Fault {}

  /// Nothing comes any more behind so many octets of the body, and nothing ends.
  record StallAfter(long octets) implements Fault {}

  /// A line that is no JSON comes in a watch behind so many events, before it goes on.
  record Garbage(int events) implements Fault {}

  /// A watch ends in the middle of the event behind so many events, as if all were well.
  record HalfLine(int events) implements Fault {}

  /// A watch ends well after a while.
  record CloseAfter(Duration time) implements Fault {}

  /// A watch tells nothing any more behind so many events, not even bookmarks, and does not end.
  record SilentAfter(int events) implements Fault {}

  /// The bookmark that ends the initial events never comes.
  record NoEndBookmark() implements Fault {}

  /// An event of type ERROR behind so many events, and the end.
  record ErrorEvent(int events, int code) implements Fault {}

  /// The token of each page leads to the same page.
  record EndlessContinue() implements Fault {}

  /// A list has one more object, with a name and a field of so many octets.
  record BigObject(long octets) implements Fault {}

  /// A list has one more item, or a watch one more event of type ADDED, that is this text.
  record OddItem(String json) implements Fault {}
}
