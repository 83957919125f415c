package io.kubilitics.source.manifest;

import io.kubilitics.model.Resource;
import io.kubilitics.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may have to be read once more, because a definition that says how may stand anywhere behind
/// it: the pieces, up to a bound, and the objects whose id is not sure before. One thread.
final class Waiting {
  /// Beyond this objects stay as they were first read.
  static final int MOST_BYTES = 32 << 20;

  static final String TOO_MUCH =
      "this definition stands behind more than "
          + (MOST_BYTES >> 20)
          + " MiB of objects it may be about, and some are read without it;"
          + " put definitions first";

  private final List<Read> pieces = new ArrayList<>();
  private final List<Withheld> ofPieces = new ArrayList<>();
  private final List<Withheld> beyond = new ArrayList<>();
  private long bytes;
  private boolean isFull;
  private boolean hasLearned;
  private @Nullable Place learnedTooLate;

  /// A piece and the file it was cut from.
  record Read(ReadingFile file, Piece piece) {}

  /// An object that nobody has been told of.
  record Withheld(Place place, Resource resource) {}

  /// Keeps a piece when there is room; once there is none, nothing more is kept, so that what is
  /// stays in front of what is not.
  boolean keep(ReadingFile file, Piece piece) {
    isFull |= bytes + piece.size() > MOST_BYTES;
    if (isFull) {
      return false;
    }
    bytes += piece.size();
    pieces.add(new Read(file, piece));
    return true;
  }

  /// @param isKept whether its piece is
  void withhold(Place place, Resource resource, boolean isKept) {
    (isKept ? ofPieces : beyond).add(new Withheld(place, resource));
  }

  /// A definition that stands at this place was news.
  void learned(Place place) {
    hasLearned = true;
    if (isFull && learnedTooLate == null) {
      learnedTooLate = place;
    }
  }

  /// In the order in which they came; nothing when no definition has changed anything.
  List<Read> toReadAgain() {
    return hasLearned ? List.copyOf(pieces) : List.of();
  }

  /// The objects that are not found by reading again, in the order in which they came.
  List<Withheld> asFirstRead() {
    List<Withheld> objects = new ArrayList<>(hasLearned ? List.of() : ofPieces);
    objects.addAll(beyond);
    return objects;
  }

  /// The first definition that came too late for some objects.
  Optional<Place> incomplete() {
    return Optional.ofNullable(learnedTooLate);
  }
}
