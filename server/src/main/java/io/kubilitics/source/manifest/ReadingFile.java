package io.kubilitics.source.manifest;

import io.kubilitics.source.manifest.ManifestFile.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that is being read, and what has to be remembered of it so that bodies can be shown.
///
/// @param stamp of the file before it was read, null when it cannot be read again
/// @param places null when nobody will ask for bodies
record ReadingFile(
    ManifestFile file, @Nullable Stamp stamp, @Nullable BodyPlaces places, KeptBodies kept) {
  String name() {
    return file.name();
  }

  /// Remembers what came of a piece, under every identity that was read in it.
  void remember(Piece piece, List<Reading> readings, List<KeptBodies.Entry> bodies) {
    bodies.forEach(entry -> kept.add(entry.id(), entry.body()));
    if (places == null) {
      return;
    }
    for (Reading reading : readings) {
      switch (reading) {
        case Reading.Found found -> places.add(found.resource().id(), file, stamp, piece);
        case Reading.Unsettled unsettled ->
            places.add(unsettled.resource().id(), file, stamp, piece);
        case Reading.Defined _, Reading.Rejected _, Reading.PassedOver _ -> {}
      }
    }
  }
}
