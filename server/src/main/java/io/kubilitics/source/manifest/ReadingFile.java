package io.kubilitics.source.manifest;

import io.kubilitics.model.ResourceId;
import io.kubilitics.source.manifest.ManifestFile.Stamp;
import org.jspecify.annotations.Nullable;

/// A file that is being read, and what has to be remembered of it so that bodies can be shown.
///
/// @param stamp of the file before it was read, null when it cannot be read again
record ReadingFile(ManifestFile file, @Nullable Stamp stamp, BodyPlaces places, KeptBodies kept) {
  String name() {
    return file.name();
  }

  /// Remembers where the body is, or the body itself.
  void keep(ResourceId id, @Nullable PackedBody body, Piece piece) {
    if (body != null) {
      kept.add(id, body);
      return;
    }
    places.add(id, file, stamp, piece);
  }
}
