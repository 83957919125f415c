package io.kubilitics.source.cluster.feed;

import io.kubilitics.source.cluster.discovery.ServedKind;
import java.time.Duration;

/// What one feed is to deliver.
///
/// @param namespace the one whose objects are wanted, `""` for all
public record FeedOrder(ServedKind kind, String namespace, Rhythm rhythm, Shape shape) {
  /// All objects of a kind, whole, with every change.
  public static FeedOrder watched(ServedKind kind) {
    return new FeedOrder(kind, "", new Rhythm.Watched(), Shape.WHOLE);
  }

  /// The same order for one namespace.
  public FeedOrder in(String namespace) {
    return new FeedOrder(kind, namespace, rhythm, shape);
  }

  /// The same order, read in another rhythm.
  public FeedOrder with(Rhythm rhythm) {
    return new FeedOrder(kind, namespace, rhythm, shape);
  }

  /// The same order for another part of the objects.
  public FeedOrder with(Shape shape) {
    return new FeedOrder(kind, namespace, rhythm, shape);
  }

  /// As it stands in messages and names of threads: `pods`, `pods in shop`, `deployments.apps`.
  @Override
  public String toString() {
    String group = kind.kind().group();
    String name = group.isEmpty() ? kind.plural() : kind.plural() + "." + group;
    return namespace.isEmpty() ? name : name + " in " + namespace;
  }

  /// How news come.
  public sealed interface Rhythm {
    /// Every change at once.
    record Watched() implements Rhythm {}

    /// Listed again and again.
    ///
    /// @param every from the end of one list to the next
    record Polled(Duration every) implements Rhythm {}

    /// Listed once, as often as it takes to succeed.
    record Once() implements Rhythm {}
  }

  /// Which part of the objects is asked for, and what is made of it.
  public enum Shape {
    WHOLE,
    /// Without `spec` and `status`: for kinds whose objects change all the time and say nothing
    /// new.
    METADATA,
    /// Each object is an event: [FeedListener#event], and never a change.
    EVENTS
  }
}
