package io.kubilitics.diff;

import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing in which two states differ.
public sealed interface Difference {
  Change change();

  /// How it differs, seen from the left side.
  enum Change {
    /// Only the right side has it.
    ADDED,
    /// Only the left side has it.
    REMOVED,
    CHANGED;

    public String text() {
      return switch (this) {
        case ADDED -> "added";
        case REMOVED -> "removed";
        case CHANGED -> "changed";
      };
    }
  }

  /// A field.
  ///
  /// @param path elements of lists by what tells them apart (`containers[name=main]`), else by
  ///   index
  /// @param from null where the left side does not have it
  /// @param to null where the right side does not have it
  record Field(String path, @Nullable Value from, @Nullable Value to) {}

  /// An object.
  ///
  /// @param fields of an object that both have; in the order of the left body
  record OfObject(Change change, ResourceId id, List<Field> fields) implements Difference {
    public OfObject {
      fields = List.copyOf(fields);
    }
  }

  /// An edge.
  ///
  /// @param from its state on the left side, null when it is not there
  /// @param to its state on the right side, null when it is not there
  record OfEdge(
      Change change,
      ResourceId source,
      Relation relation,
      ResourceId target,
      @Nullable EdgeState from,
      @Nullable EdgeState to)
      implements Difference {}

  /// Something that is wrong on one side only.
  record OfFinding(Change change, Finding finding) implements Difference {}
}
